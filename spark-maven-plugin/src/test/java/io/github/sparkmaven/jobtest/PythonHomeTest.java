/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.jobtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparkmaven.conf.SparkVersion;
import io.github.sparkmaven.home.JavaHome;
import io.github.sparkmaven.home.SparkHome;
import io.github.sparkmaven.python.PythonEnvironment;
import io.github.sparkmaven.python.PythonFacts;
import io.github.sparkmaven.runtime.ArchiveUse;
import io.github.sparkmaven.runtime.ClassData;
import io.github.sparkmaven.runtime.ClassDataArchives;
import io.github.sparkmaven.runtime.ForkClassPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Runs the scripts of the home for real, with a fake {@code java} that prints a command as {@code
 * org.apache.spark.launcher.Main} does.
 */
class PythonHomeTest {
  private static final String MAIN = "org.apache.spark.deploy.SparkSubmit";

  @TempDir Path folder;
  private List<String> users = List.of("-Xmx3g", "-Dacme=two words");
  private List<String> data = List.of("-XX:SharedArchiveFile=/a b.jsa");

  @BeforeEach
  void makeTheOtherHome() throws IOException {
    Files.createDirectories(folder.resolve("spark/jars"));
    Files.createDirectories(folder.resolve("spark/python"));
    Files.createFile(folder.resolve("spark/jars/spark-core_2.12-3.5.5.jar"));
  }

  @Test
  void hasTheJarsAndThePythonSideOfTheOtherHome() throws IOException {
    Path home = write();

    assertThat(home).isEqualTo(folder.resolve("scratch/home"));
    assertThat(home.resolve("jars/spark-core_2.12-3.5.5.jar")).exists();
    assertThat(home.resolve("python")).isSymbolicLink().isDirectory();
  }

  @Test
  void isWrittenAnewAndLeavesTheOtherHomeAlone() throws IOException {
    Path left = Files.createFile(write().resolve("bin/left"));

    write();

    assertThat(left).doesNotExist();
    assertThat(folder.resolve("spark/jars/spark-core_2.12-3.5.5.jar")).exists();
  }

  @Test
  void putsOurJarsFirstAndTheUsersOptionsLast() throws Exception {
    assertThat(start("-Xmx1g", "-cp", "$SPARK_CONF_DIR/:/spark/jars/*", MAIN, "--conf", "a=b c"))
        .containsExactly(
            "-ea",
            "-XX:TieredStopAtLevel=1",
            "-XX:ErrorFile=" + folder.resolve("reports/hs_err_pid%p.log"),
            "-XX:SharedArchiveFile=/a b.jsa",
            "-XX:+UseSerialGC",
            "-Xmx1g",
            "-cp",
            "/our 1.jar:/ours/2.jar:" + conf() + "/:/spark/jars/*",
            "-Xmx3g",
            "-Dacme=two words",
            MAIN,
            "--conf",
            "a=b c");
  }

  /** What stands before the configuration is the test's own spark.driver.extraClassPath. */
  @Test
  void putsOurJarsBehindAClassPathOfTheTests() throws Exception {
    assertThat(start("-cp", "/own.jar:$SPARK_CONF_DIR/:/spark/jars/*", MAIN))
        .containsSequence("-cp", "/own.jar:" + conf() + "/:/spark/jars/*:/our 1.jar:/ours/2.jar");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-XX:+UseG1GC", "-XX:+UseParallelGC", "-XX:+UseZGC"})
  void addsNoCollectorWhereTheTestChoseOne(String collector) throws Exception {
    assertThat(start(collector, "-cp", "$SPARK_CONF_DIR/", MAIN))
        .containsOnlyOnce(collector)
        .doesNotContain("-XX:+UseSerialGC");
  }

  /** A JVM that is asked for two of them does not start. */
  @Test
  void addsNoCollectorWhereTheUserChoseOne() throws Exception {
    users = List.of("-XX:+UseG1GC");

    assertThat(start("-cp", "$SPARK_CONF_DIR/", MAIN))
        .contains("-XX:+UseG1GC")
        .doesNotContain("-XX:+UseSerialGC");
  }

  @Test
  void addsACollectorWhereAnotherOptionIsUsed() throws Exception {
    assertThat(start("-XX:+UseStringDeduplication", "-cp", "$SPARK_CONF_DIR/", MAIN))
        .contains("-XX:+UseSerialGC");
  }

  @Test
  void givesTheUsersOptionsToNoOtherProgram() throws Exception {
    assertThat(start("-cp", "$SPARK_CONF_DIR/", "org.apache.spark.Other"))
        .endsWith("org.apache.spark.Other")
        .doesNotContain("-Xmx3g");
  }

  @Test
  void keepsTheProgramsOwnWords() throws Exception {
    assertThat(start("-cp", "$SPARK_CONF_DIR/", MAIN, "job.py", "-cp", "x", MAIN, "", "*"))
        .endsWith("-Dacme=two words", MAIN, "job.py", "-cp", "x", MAIN, "", "*");
  }

  @Test
  void startsWithoutAnyOptionOfTheUser() throws Exception {
    users = List.of();
    data = List.of();

    assertThat(start("-cp", "$SPARK_CONF_DIR/", MAIN, "a"))
        .endsWith("-cp", "/our 1.jar:/ours/2.jar:" + conf() + "/", MAIN, "a");
  }

  private Path conf() {
    return folder.resolve("a conf");
  }

  private Path write() {
    return new PythonHome(
            folder.resolve("scratch"),
            new PythonTests.Stand(
                new PythonEnvironment(
                    new PythonFacts(
                        Path.of("/python3"), "3.11.7", Map.of(), Optional.empty(), Map.of()),
                    "made"),
                new SparkVersion("3.5.5", "2.12"),
                new SparkHome(folder.resolve("spark"), "pyspark"),
                new ForkClassPath(List.of(), Set.of())),
            new TestJvm(
                new JavaHome(folder.resolve("jdk"), 17),
                () -> folder.resolve("launcher.jar"),
                new ClassDataArchives(folder.resolve("cache"), Map.of(), Clock.systemUTC()),
                ArchiveUse.NEVER,
                users,
                folder),
            new ClassData(
                data,
                List.of(Path.of("/our 1.jar"), Path.of("/ours/2.jar")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()),
            folder.resolve("reports/python-tests.log"))
        .write();
  }

  /** Returns the words that the JVM is started with, where the launcher prints these. */
  private List<String> start(String... command) throws Exception {
    Path show = script(folder.resolve("show it"), "printf '%s\\0' \"$@\"");
    StringBuilder words = new StringBuilder("'" + show + "'");
    for (String word : command) {
      words.append(' ').append(word.contains("$") ? "\"" + word + "\"" : "'" + word + "'");
    }
    script(
        Files.createDirectories(folder.resolve("jdk/bin")).resolve("java"),
        "printf '\\0\\n'; printf '%s\\0' " + words);
    Path output = folder.resolve("stdout");
    ProcessBuilder builder =
        new ProcessBuilder(write().resolve("bin/spark-submit").toString(), "ignored")
            .redirectOutput(output.toFile())
            .redirectError(folder.resolve("stderr").toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("SPARK_"));
    builder.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
    builder.environment().put("SPARK_CONF_DIR", conf().toString());
    Process process = builder.start();
    try {
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    assertThat(folder.resolve("stderr")).isEmptyFile();
    List<String> said = new ArrayList<>(Arrays.asList(Files.readString(output).split("\0", -1)));
    assertThat(said.remove(said.size() - 1)).isEmpty();
    return said;
  }

  private static Path script(Path file, String body) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + body + "\n");
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
