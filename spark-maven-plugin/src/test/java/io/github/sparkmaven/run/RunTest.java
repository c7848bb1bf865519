/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sparkmaven.conf.SparkVersion;
import io.github.sparkmaven.home.JavaHome;
import io.github.sparkmaven.problem.JobFailedException;
import io.github.sparkmaven.program.CompiledClasses;
import io.github.sparkmaven.runtime.ArchiveUse;
import io.github.sparkmaven.runtime.ClassDataArchives;
import io.github.sparkmaven.runtime.ForkClassPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Forks a shell script in the place of java, which notes its words and its settings. */
@Timeout(60)
class RunTest {
  private static final String JAVA =
      """
      #!/bin/sh
      cd "%s"
      printf '%%s\\n' "$@" > words
      env > variables
      while [ "$1" != --properties-file ]; do shift; done
      cp "$2" settings
      stat -c %%a "$2" > mode
      """;

  @TempDir Path folder;
  private final Heard heard = new Heard();

  @BeforeEach
  void prepare() throws IOException {
    CompiledClasses.compile(
            folder.resolve("launcher"),
            "package org.apache.spark.launcher; public class JavaModuleOptions {"
                + " public static String defaultModuleOptions() { return \"--add-opens=a/b=X\"; } }")
        .jar(folder.resolve("launcher.jar"));
    Files.createDirectories(folder.resolve("jdk/bin"));
    java("exit 0");
  }

  @Test
  void runsTheJobAsSparkSubmitWould() throws IOException {
    RunResult result = run(Map.of("spark.driver.memory", "3g"), List.of());

    assertThat(result.program()).isEqualTo("com.acme.Job");
    assertThat(words())
        .containsSubsequence(
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "--add-opens=a/b=X",
            "-Xmx3072m",
            "-cp",
            "io.github.sparkmaven.runner.run.LocalRun",
            ProcessHandle.current().pid() + "",
            "--properties-file",
            "--class",
            "com.acme.Job",
            "spark-internal",
            "--k",
            "two words")
        .doesNotContain("-ea");
  }

  @Test
  void keepsSettingsOffTheCommandLine() throws IOException {
    run(Map.of("spark.acme.password", "hunter2"), List.of());

    assertThat(words()).noneMatch(word -> word.contains("hunter2"));
    assertThat(folder.resolve("settings"))
        .content()
        .contains("spark.acme.password hunter2", "spark.driver.host 127.0.0.1");
    assertThat(folder.resolve("mode")).content().isEqualTo("600\n");
    try (Stream<Path> files = Files.list(folder.resolve("run"))) {
      assertThat(files).noneMatch(file -> file.toString().endsWith(".conf"));
    }
  }

  @Test
  void leavesTheCollectorToTheUser() throws IOException {
    run(Map.of("spark.driver.extraJavaOptions", "-XX:+UseG1GC -Dx=y"), List.of());

    assertThat(words()).contains("-XX:+UseG1GC", "-Dx=y").doesNotContain("-XX:+UseSerialGC");
  }

  @Test
  void putsTheUsersJvmOptionsLast() throws IOException {
    run(Map.of(), List.of("-Xmx9g"));

    assertThat(words()).containsSubsequence("-Xmx1024m", "-Xmx9g", "-cp");
  }

  @Test
  void emptiesTheWarehouseOfACatalogInMemory() throws IOException {
    Path table = Files.createDirectories(folder.resolve("run/warehouse/t"));
    run(Map.of(), List.of());

    assertThat(table).doesNotExist();
  }

  @Test
  void keepsTheWarehouseOfHive() throws IOException {
    Path table = Files.createDirectories(folder.resolve("run/warehouse/t"));
    run(Map.of("spark.sql.catalogImplementation", "hive"), List.of());

    assertThat(table).exists();
  }

  @Test
  void failsWithTheJobsExitCode() throws IOException {
    java("exit 3");

    assertThatThrownBy(() -> run(Map.of(), List.of()))
        .isInstanceOf(JobFailedException.class)
        .hasMessage(
            "job com.acme.Job: failed with exit code 3\n  Spark's log: %s",
            folder.resolve("run/com.acme.Job.log"));
  }

  @Test
  void failsWithTheRootCause() throws IOException {
    java("printf '\\001failed\\tjava.io.IOException%%%%3A+boom\\n' >&2; exit 1");

    assertThatThrownBy(() -> run(Map.of(), List.of()))
        .isInstanceOf(JobFailedException.class)
        .hasMessage(
            "job com.acme.Job: failed with exit code 1\n  Cause: java.io.IOException: boom\n"
                + "  Spark's log: %s",
            folder.resolve("run/com.acme.Job.log"));
  }

  @Test
  void putsWhatSparkWritesBelowItsFolder() throws IOException {
    run(Map.of(), List.of());

    assertThat(folder.resolve("settings"))
        .content()
        .contains("spark.sql.warehouse.dir " + folder.resolve("run/warehouse"));
    assertThat(folder.resolve("variables"))
        .content()
        .contains("SPARK_LOCAL_DIRS=" + folder.resolve("run/local"));
  }

  @Test
  void waitsForADebuggerOnThisMachineAlone() throws IOException {
    new Run(request(Map.of(), List.of(), OptionalInt.of(0)), heard).run();

    assertThat(words())
        .contains("-agentlib:jdwp=transport=dt_socket,server=y,suspend=y,address=127.0.0.1:0");
    assertThat(heard.lines())
        .contains("info Waiting for a debugger on 127.0.0.1, at the port that the JVM prints");
  }

  private RunResult run(Map<String, String> settings, List<String> options) {
    return new Run(request(settings, options, OptionalInt.empty()), heard).run();
  }

  private RunRequest request(
      Map<String, String> settings, List<String> options, OptionalInt debugPort) {
    return new RunRequest(
        new RunProgram(
            "com.acme.Job",
            Optional.of("com.acme.Job"),
            RunProgram.NO_RESOURCE,
            new ForkClassPath(List.of(folder.resolve("classes")), Set.of()),
            folder.resolve("launcher.jar"),
            Map.of(),
            Set.of()),
        List.of("--k", "two words"),
        settings,
        new SparkVersion("3.5.5", "2.12"),
        new JavaHome(folder.resolve("jdk"), 17),
        new RunRequest.Options(
            new ClassDataArchives(folder, Map.of(), Clock.systemUTC()),
            ArchiveUse.NEVER,
            options,
            debugPort,
            false),
        folder,
        folder.resolve("run"));
  }

  private void java(String end) throws IOException {
    Path java = folder.resolve("jdk/bin/java");
    Files.writeString(java, JAVA.formatted(folder) + end.replace("%%", "%") + "\n");
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private List<String> words() throws IOException {
    return Files.readAllLines(folder.resolve("words"));
  }
}
