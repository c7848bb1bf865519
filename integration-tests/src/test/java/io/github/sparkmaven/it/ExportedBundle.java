/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.it;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A bundle that the export goal has made, unpacked with the modes that its zip gives.
 *
 * @param folder where it is unpacked
 */
public record ExportedBundle(Path folder) {

  /** Unpacks a zip into a folder that is not there yet. */
  public static ExportedBundle unpack(Path zip, Path folder) throws IOException {
    try (FileSystem packed =
            FileSystems.newFileSystem(zip, Map.of("enablePosixFileAttributes", true));
        Stream<Path> files = Files.walk(packed.getPath("/"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path place = folder.resolve(file.toString().substring(1));
        Files.createDirectories(Objects.requireNonNull(place.getParent()));
        Files.copy(file, place);
        Files.setPosixFilePermissions(place, Files.getPosixFilePermissions(file));
      }
    }
    return new ExportedBundle(folder);
  }

  /** Runs {@code bin/submit} on the JDK of this JVM, without a Spark of the machine. */
  public Run submit(Path workingFolder, Map<String, String> variables, List<String> words)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(folder.resolve("bin/submit").toString()));
    command.addAll(words);
    Path output = Files.createTempFile(workingFolder, "submit", ".log");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(workingFolder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("SPARK_"));
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
    builder.environment().putAll(variables);
    int code = builder.start().waitFor();
    return new Run(code, new BuildLog(Files.readString(output, StandardCharsets.UTF_8)));
  }

  /**
   * What came of a run.
   *
   * @param code the exit code
   * @param log both outputs
   */
  public record Run(int code, BuildLog log) {}
}
