/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.home;

import io.github.sparkmaven.conf.SparkVersion;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A process of its own that assembles many homes as soon as it may, and prints what each is. */
final class AssembleMany {
  static final int HOMES = 20;

  private AssembleMany() {}

  static SparkVersion version(int i) {
    return new SparkVersion("3.5." + i, "2.12");
  }

  static Process start(Path go, Path cache, List<Path> jars)
      throws IOException, URISyntaxException {
    List<String> words =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                folderOf(AssembleMany.class) + ":" + folderOf(HomeAssembler.class),
                AssembleMany.class.getName(),
                go.toString(),
                cache.toString()));
    jars.forEach(jar -> words.add(jar.toString()));
    return new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  public static void main(String[] arguments) throws IOException {
    List<Path> jars = Arrays.stream(arguments).skip(2).map(Path::of).toList();
    while (!Files.exists(Path.of(arguments[0]))) {
      Thread.onSpinWait();
    }
    for (int i = 0; i < HOMES; i++) {
      Path home = new HomeAssembler(Path.of(arguments[1])).assemble(version(i), jars).path();
      System.out.println(
          home
              + " "
              + Files.readAttributes(home, BasicFileAttributes.class).fileKey()
              + " "
              + whatIsIn(home.resolve("jars"))
              + Files.isExecutable(home.resolve("bin/spark-submit")));
    }
  }

  private static List<String> whatIsIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(Files::exists)
          .map(file -> String.valueOf(file.getFileName()))
          .sorted()
          .collect(Collectors.toList());
    }
  }

  private static Path folderOf(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }
}
