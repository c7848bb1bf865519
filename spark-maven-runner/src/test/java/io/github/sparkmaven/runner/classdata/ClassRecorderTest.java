/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.runner.classdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Makes archives with JVMs of this JDK. */
@Timeout(120)
class ClassRecorderTest {
  private static final String RECORDER = "io/github/sparkmaven/runner/classdata/";
  private static final String ONCE = RECORDER + "GrowingList";
  private static final String TWICE = RECORDER + "ClassNames";

  @TempDir Path folder;
  private Path jar;
  private Path list;
  private Path archive;

  @BeforeEach
  void packRecorder() throws Exception {
    jar = folder.resolve("recorder.jar");
    list = folder.resolve("classes.list");
    archive = folder.resolve("archive.jsa");
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(new Attributes.Name("Multi-Release"), "true");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file, manifest)) {
      for (File classFile : classFiles()) {
        String name = RECORDER + classFile.getName();
        byte[] bytes = Files.readAllBytes(classFile.toPath());
        // This one is nowhere but among the versions, as some of log4j's are.
        put(out, name.equals(TWICE + ".class") ? "META-INF/versions/9/" + name : name, bytes);
      }
    }
  }

  @Test
  void archivesTheClassesOfTheListWhenItIsToldThatTheListIsWhole() throws Exception {
    Files.write(list, Arrays.asList("# a list", ONCE + " id: 3", "com/acme/NotThere id: 4"));

    assertThat(record("end\n")).isZero();

    assertThat(archive).isNotEmptyFile();
    assertThat(sourceOf(ONCE)).isEqualTo("shared objects file (top)");
  }

  @Test
  void keepsFromTheArchiveWhatAJarHasInSeveralVersions() throws Exception {
    Files.write(list, Arrays.asList(ONCE + " id: 3", TWICE + " id: 4"));

    assertThat(record("end\n")).isZero();

    assertThat(sourceOf(TWICE)).isEqualTo("file:" + jar);
  }

  @Test
  void writesNothingWhenItIsNotToldThatTheListIsWhole() throws Exception {
    Files.write(list, Arrays.asList(ONCE + " id: 3"));

    assertThat(record("")).isEqualTo(137);

    assertThat(archive).doesNotExist();
  }

  @Test
  void writesNothingWhereThereIsNoList() throws Exception {
    assertThat(record("end\n")).isEqualTo(137);

    assertThat(archive).doesNotExist();
  }

  /** Returns where a JVM that uses the archive has a class from. */
  private String sourceOf(String name) throws Exception {
    Path log = folder.resolve("loaded.txt");
    java(
        "end\n",
        "-XX:SharedArchiveFile=" + archive,
        "-Xlog:class+load:file=" + log,
        "-cp",
        jar + File.pathSeparator + folder);
    String className = name.replace('/', '.') + " ";
    return Files.readAllLines(log).stream()
        .filter(line -> line.contains(" " + className))
        .map(line -> line.substring(line.indexOf("source: ") + "source: ".length()))
        .findFirst()
        .orElse("not loaded");
  }

  private int record(String told) throws Exception {
    return java(
        told, "-Xlog:disable", "-XX:ArchiveClassesAtExit=" + archive, "-cp", jar.toString());
  }

  private int java(String told, String... options) throws Exception {
    List<String> words = new ArrayList<>();
    words.add(Paths.get(System.getProperty("java.home"), "bin", "java").toString());
    words.add("--add-opens=java.base/java.lang=ALL-UNNAMED");
    words.addAll(Arrays.asList(options));
    words.add("io.github.sparkmaven.runner.classdata.ClassRecorder");
    words.add(list.toString());
    File output = folder.resolve("output.txt").toFile();
    Process process =
        new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(output).start();
    try (OutputStream input = process.getOutputStream()) {
      input.write(told.getBytes(StandardCharsets.UTF_8));
    }
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    return process.exitValue();
  }

  private static File[] classFiles() throws URISyntaxException {
    Path classes =
        Paths.get(ClassRecorder.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    File[] files =
        classes.resolve(RECORDER).toFile().listFiles((at, name) -> name.endsWith(".class"));
    assertThat(files).isNotEmpty();
    return files;
  }

  private static void put(JarOutputStream out, String name, byte[] bytes) throws IOException {
    out.putNextEntry(new JarEntry(name));
    out.write(bytes);
  }
}
