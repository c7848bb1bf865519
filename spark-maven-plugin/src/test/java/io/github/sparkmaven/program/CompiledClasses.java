/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.program;

import io.github.sparkmaven.files.Folders;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * Classes that a test compiles for itself.
 *
 * @param folder where the class files are
 */
public record CompiledClasses(Path folder) {
  private static final Pattern NAME = Pattern.compile("class ([\\w$]+)");

  /** Compiles sources, each named by its first class, into a folder. */
  public static CompiledClasses compile(Path folder, String... sources) throws IOException {
    return compile(folder, List.of(), sources);
  }

  /** Compiles sources that use Spark 3.5.5, with lines, for Java 8. */
  public static CompiledClasses compileWithSpark(Path folder, String... sources)
      throws IOException {
    return compile(folder, List.of("-g", "-nowarn", "--release", "8", "-cp", sparkJars()), sources);
  }

  /** Compiles Scala sources that use Spark 3.5.5 with Scala 2.12, in a JVM of its own. */
  public static CompiledClasses compileScalaWithSpark(Path folder, List<Path> sources)
      throws IOException, InterruptedException {
    List<String> words =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                Path.of("target/scala-compiler").resolve("*").toString(),
                "scala.tools.nsc.Main",
                "-nowarn",
                "-usejavacp",
                "-cp",
                sparkJars(),
                "-d",
                Files.createDirectories(folder).toString()));
    sources.forEach(source -> words.add(source.toString()));
    Process compiler = new ProcessBuilder(words).redirectErrorStream(true).start();
    String messages = new String(compiler.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (compiler.waitFor() != 0) {
      throw new IllegalArgumentException(messages);
    }
    return new CompiledClasses(folder);
  }

  private static String sparkJars() throws IOException {
    try (Stream<Path> jars = Files.list(Path.of("target/spark-jars"));
        Stream<Path> scala = Files.list(Path.of("target/scala-compiler"))) {
      return Stream.concat(jars, scala)
          .map(Path::toString)
          .filter(jar -> jar.contains("3.5.5") || jar.contains("2.12.18"))
          .collect(Collectors.joining(File.pathSeparator));
    }
  }

  private static CompiledClasses compile(Path folder, List<String> options, String... sources)
      throws IOException {
    Path sourceFolder = Files.createTempDirectory("sources");
    try {
      compile(folder, sourceFolder, options, sources);
    } finally {
      Folders.delete(sourceFolder);
    }
    return new CompiledClasses(folder);
  }

  private static void compile(
      Path folder, Path sourceFolder, List<String> options, String... sources) throws IOException {
    List<String> words =
        new ArrayList<>(List.of("-proc:none", "-d", Files.createDirectories(folder).toString()));
    words.addAll(options);
    for (String source : sources) {
      Matcher name = NAME.matcher(source);
      if (!name.find()) {
        throw new IllegalArgumentException(source);
      }
      Path file = sourceFolder.resolve(name.group(1) + ".java");
      words.add(Files.writeString(file, source).toString());
    }
    ByteArrayOutputStream messages = new ByteArrayOutputStream();
    int code =
        ToolProvider.getSystemJavaCompiler()
            .run(null, messages, messages, words.toArray(String[]::new));
    if (code != 0) {
      throw new IllegalArgumentException(messages.toString(StandardCharsets.UTF_8));
    }
  }

  /** Packs the classes into a jar whose manifest has no main class. */
  public Path jar(Path file) throws IOException {
    return jar(file, new Manifest());
  }

  /** Packs the classes into a jar whose manifest names a main class. */
  public Path jar(Path file, String mainClass) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, mainClass);
    return jar(file, manifest);
  }

  private Path jar(Path file, Manifest manifest) throws IOException {
    try (OutputStream stream = Files.newOutputStream(file);
        JarOutputStream jar = new JarOutputStream(stream, manifest);
        Stream<Path> classes = Files.walk(folder)) {
      for (Path each : classes.filter(Files::isRegularFile).toList()) {
        jar.putNextEntry(new JarEntry(folder.relativize(each).toString()));
        Files.copy(each, jar);
      }
    }
    return file;
  }
}
