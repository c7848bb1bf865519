/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.home;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparkmaven.conf.SparkVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the scripts of an assembled home for real, with a fake {@code java} that prints a command as
 * {@code org.apache.spark.launcher.Main} does: NUL, line break, then words that each end with NUL.
 */
class SparkClassScriptTest {
  private static final String COMMAND = "printf '\\0\\n'; printf '%s\\0' ";

  @TempDir Path folder;
  private Path home;
  private Path java;
  private Path show;

  @BeforeEach
  void assemble() throws IOException {
    Path jar = Files.createFile(folder.resolve("spark-core_2.12-3.5.5.jar"));
    home =
        new HomeAssembler(folder.resolve("a cache"))
            .assemble(new SparkVersion("3.5.5", "2.12"), List.of(jar))
            .path();
    java = folder.resolve("a jdk");
    Files.createDirectories(java.resolve("bin"));
    show = script(folder.resolve("show it"), "printf '%s\\0' \"$@\"");
  }

  @Test
  void runsTheCommandThatTheLauncherPrints() throws Exception {
    launcher(COMMAND + "'" + show + "' -cp \"$SPARK_HOME/jars/*\" Main");

    Result result = run("spark-class", "Main");

    assertThat(result.words()).containsExactly("-cp", home + "/jars/*", "Main");
    assertThat(result.code()).isZero();
  }

  @Test
  void givesTheLauncherItsClassPathArgumentsAndScalaVersion() throws Exception {
    launcher("printf '%s\\n' \"$@\" \"$SPARK_HOME\" \"$SPARK_SCALA_VERSION\" >&2; exit 9");

    Result result = run("spark-class", "Main", "two words", "");

    assertThat(result.errors().lines())
        .startsWith(
            "-Xmx128m",
            "-cp",
            home + "/jars/*",
            "org.apache.spark.launcher.Main",
            "Main",
            "two words",
            "",
            home.toString(),
            "2.12");
  }

  @Test
  void keepsWordsAsTheyAre() throws Exception {
    List<String> words =
        List.of("two words", "'single' \"double\"", "$HOME `id` \\n *", "a\nb", "", "-x", "\nled");
    launcher(COMMAND + "'" + show + "' \"$@\"");

    List<String> given = new ArrayList<>(List.of("Main"));
    given.addAll(words);
    Result result = run("spark-class", given.toArray(String[]::new));

    // Before the words stand the launcher's own: -Xmx128m, -cp, the class path, its class, Main.
    assertThat(result.words()).hasSize(5 + words.size()).endsWith(words.toArray(String[]::new));
  }

  @Test
  void keepsTheExitCodeOfTheCommand() throws Exception {
    launcher(COMMAND + "sh -c 'exit 42'");

    assertThat(run("spark-class", "Main").code()).isEqualTo(42);
  }

  @Test
  void keepsTheLaunchersExitCodeAndShowsItsErrors() throws Exception {
    launcher("echo 'Cannot find any build directories.' >&2; exit 7");

    Result result = run("spark-class", "Main");

    assertThat(result.code()).isEqualTo(7);
    assertThat(result.errors().strip()).isEqualTo("Cannot find any build directories.");
  }

  @Test
  void showsWhatAFailedLauncherPrintedWhereACommandWasDue() throws Exception {
    launcher("echo 'There is insufficient memory for the JVM.'; exit 7");

    Result result = run("spark-class", "Main");

    assertThat(result.code()).isEqualTo(7);
    assertThat(result.errors().strip()).isEqualTo("There is insufficient memory for the JVM.");
    assertThat(result.output()).isEmpty();
  }

  @Test
  void failsWhenTheLauncherPrintsNoCommand() throws Exception {
    launcher("exit 0");

    Result result = run("spark-class", "Main");

    assertThat(result.code()).isEqualTo(1);
    assertThat(result.errors().strip()).isEqualTo("Spark's launcher gave no command.");
  }

  @Test
  void failsWhenTheLauncherPrintsOnlyNoise() throws Exception {
    launcher("echo 'noise'");

    Result result = run("spark-class", "Main");

    assertThat(result.code()).isEqualTo(1);
    assertThat(result.errors().strip()).isEqualTo("Spark's launcher gave no command.\nnoise");
  }

  @Test
  void passesOverNoiseBeforeTheCommand() throws Exception {
    launcher("echo 'OpenJDK warning: noise'; echo 'more'; " + COMMAND + "'" + show + "' a");

    Result result = run("spark-class", "Main");

    assertThat(result.words()).containsExactly("a");
    assertThat(result.code()).isZero();
  }

  @Test
  void failsWhenThereIsNoJava() throws Exception {
    assertThat(run("spark-class", "Main").code()).isEqualTo(127);
  }

  @Test
  void loadsTheSitesEnvironment() throws Exception {
    Path conf = Files.createDirectories(home.resolve("conf"));
    Files.writeString(conf.resolve("spark-env.sh"), "SITE='of the site'\n");
    launcher(COMMAND + "'" + show + "' \"$SITE\"");

    assertThat(run("spark-class", "Main").words()).containsExactly("of the site");
  }

  @Test
  void staysAtItsOwnHomeWhereTheSitesFileNamesAnother() throws Exception {
    Path conf = Files.createDirectories(folder.resolve("site conf"));
    Files.writeString(
        conf.resolve("spark-env.sh"),
        "SPARK_HOME=/opt/vendor\nSPARK_SCALA_VERSION=2.11\nHADOOP_CONF_DIR=$SPARK_CONF_DIR/yarn\n");
    Files.writeString(
        home.resolve("bin/with-site"),
        "#!/bin/sh\nSPARK_CONF_DIR='" + conf + "' exec \"$(dirname \"$0\")/spark-class\" \"$@\"\n");
    Files.setPosixFilePermissions(
        home.resolve("bin/with-site"), PosixFilePermissions.fromString("rwxr-xr-x"));
    launcher(
        COMMAND
            + "'"
            + show
            + "' \"$SPARK_HOME\" \"$SPARK_SCALA_VERSION\" \"$HADOOP_CONF_DIR\" \"$SPARK_CONF_DIR\" \"$3\"");

    assertThat(run("with-site", "Main").words())
        .containsExactly(
            home.toString(), "2.12", conf + "/yarn", conf.toString(), home + "/jars/*");
  }

  @Test
  void findsItsHomeThroughALink() throws Exception {
    launcher(COMMAND + "'" + show + "' \"$SPARK_HOME\"");
    Path link =
        Files.createSymbolicLink(folder.resolve("spark-class"), home.resolve("bin/spark-class"));

    assertThat(run(link, "Main").words()).containsExactly(home.toString());
  }

  @Test
  void submitsWithStableHashesOfPython() throws Exception {
    launcher(COMMAND + "'" + show + "' \"$PYTHONHASHSEED\" \"$5\" \"$6\"");

    assertThat(run("spark-submit", "--class=x y").words())
        .containsExactly("0", "org.apache.spark.deploy.SparkSubmit", "--class=x y");
  }

  private void launcher(String body) throws IOException {
    script(java.resolve("bin/java"), body);
  }

  private static Path script(Path file, String body) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + body + "\n");
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private Result run(String name, String... arguments) throws Exception {
    return run(home.resolve("bin").resolve(name), arguments);
  }

  private Result run(Path script, String... arguments) throws Exception {
    List<String> words = new ArrayList<>(List.of(script.toString()));
    words.addAll(Arrays.asList(arguments));
    Path output = folder.resolve("stdout");
    Path errors = folder.resolve("stderr");
    ProcessBuilder builder =
        new ProcessBuilder(words).redirectOutput(output.toFile()).redirectError(errors.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("SPARK_"));
    builder.environment().put("JAVA_HOME", java.toString());
    Process process = builder.start();
    try {
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    return new Result(process.exitValue(), Files.readString(output), Files.readString(errors));
  }

  /** What a script did; the words are what {@code show} was given. */
  private record Result(int code, String output, String errors) {
    List<String> words() {
      List<String> words = new ArrayList<>(Arrays.asList(output.split("\0", -1)));
      assertThat(words.remove(words.size() - 1)).isEmpty();
      return words;
    }
  }
}
