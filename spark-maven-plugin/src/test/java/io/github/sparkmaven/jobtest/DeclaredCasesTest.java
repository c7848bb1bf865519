/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.jobtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sparkmaven.conf.SparkVersion;
import io.github.sparkmaven.home.JavaHome;
import io.github.sparkmaven.jobtest.declared.DeclaredTests;
import io.github.sparkmaven.jobtest.declared.LocalProgram;
import io.github.sparkmaven.problem.InputException;
import io.github.sparkmaven.program.CompiledClasses;
import io.github.sparkmaven.runtime.ArchiveUse;
import io.github.sparkmaven.runtime.ClassDataArchives;
import io.github.sparkmaven.runtime.ForkClassPath;
import io.github.sparkmaven.unit.TimeLimit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Forks a shell script in the place of java, which does what the runner would do: it runs what its
 * request names, and a case whose name is of an ending ends the script so.
 */
@Timeout(60)
class DeclaredCasesTest {
  private static final String RUNNER =
      """
      #!/bin/sh
      for request; do :; done
      echo JVM "$@" >> "%s"
      for name in $(grep '^run' "$request" | sort | cut -d' ' -f2); do
        printf '\\001case-started\\t%%s\\n' $name
        case $name in
          exits-*) exit ${name#exits-};;
          spoils) printf '\\001case-ended\\tspoils\\n\\001jvm-spent\\tspoils\\n'; exit 0;;
        esac
        printf '\\001case-ended\\t%%s\\n' $name
      done
      judged=$(grep -c '^judge' "$request")
      [ $judged = 0 ] || printf '\\001finished\\t%%s\\t0\\t0\\t0\\n' $judged
      """;

  @TempDir Path folder;
  private final Heard heard = new Heard();

  @BeforeEach
  void prepare() throws IOException {
    CompiledClasses.compile(
            folder.resolve("classes"),
            "package org.apache.spark.launcher; public class JavaModuleOptions {"
                + " public static String defaultModuleOptions() { return \"--add-opens=a/b=X\"; } }")
        .jar(folder.resolve("launcher.jar"));
    Path java = Files.createDirectories(folder.resolve("jdk/bin")).resolve("java");
    Files.writeString(java, RUNNER.formatted(folder.resolve("jvms")));
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  @Test
  void runsAllCasesInOneJvm() throws IOException {
    declare("a", "b", "c");

    assertThat(run()).isEqualTo(new TestCounts(3, 0, 0, 0));
    assertThat(jvms()).isEqualTo(1);
    assertThat(heard.lines())
        .containsExactly("info Running case a", "info Running case b", "info Running case c");
  }

  @Test
  void goesOnInAnotherJvmWhereAJobEndsItsOwn() throws IOException {
    declare("a", "exits-3", "z");

    assertThat(run()).isEqualTo(new TestCounts(3, 0, 0, 0));
    assertThat(jvms()).isEqualTo(2);
    assertThat(folder.resolve("tests/cases/exits-3/facts.properties"))
        .content()
        .contains("end=exited", "exitCode=3");
  }

  @Test
  void judgesInAJvmOfItsOwnWhereTheLastJobEndsIts() throws IOException {
    declare("a", "exits-0");

    assertThat(run()).isEqualTo(new TestCounts(2, 0, 0, 0));
    assertThat(jvms()).isEqualTo(2);
  }

  @Test
  void goesOnInAnotherJvmWhereACaseHasSpoiltTheFirst() throws IOException {
    declare("spoils", "z");

    assertThat(run()).isEqualTo(new TestCounts(2, 0, 0, 0));
    assertThat(jvms()).isEqualTo(2);
    assertThat(heard.lines())
        .contains("info The rest run in a new JVM, because spoils has spoilt this one");
  }

  @Test
  void failsWhereTheRunnerCannotDoItsWork() throws IOException {
    declare("a");
    Path java = folder.resolve("jdk/bin/java");
    Files.writeString(java, "#!/bin/sh\necho 'Job test runner: no space left' >&2; exit 2\n");

    assertThatThrownBy(this::run)
        .isInstanceOf(InputException.class)
        .hasMessage(
            "spark:test: the test runner could not do its work: no space left. The log is %s",
            folder.resolve("reports/declared-cases.log"));
  }

  @Test
  void failsWhereTheJvmDiesBeforeTheFirstCase() throws IOException {
    declare("a");
    Files.writeString(folder.resolve("jdk/bin/java"), "#!/bin/sh\nexit 137\n");

    assertThatThrownBy(this::run)
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(
            "spark:test: the JVM of the declared cases was killed (exit code 137) after 0 of 1");
  }

  @Test
  void reportsWhatIsWrongWithCasesBeforeAnyJvmStarts() throws IOException {
    declare("a");
    Files.writeString(folder.resolve("cases/a/job-test.yml"), "print: x\n");

    assertThatThrownBy(this::run)
        .isInstanceOf(InputException.class)
        .hasMessageContaining("a/job-test.yml:1: print: is no key that is known here");
    assertThat(folder.resolve("jvms")).doesNotExist();
  }

  private int jvms() throws IOException {
    return Files.readAllLines(folder.resolve("jvms")).size();
  }

  private void declare(String... names) throws IOException {
    for (String name : names) {
      Path own = Files.createDirectories(folder.resolve("cases").resolve(name));
      Files.writeString(own.resolve("job-test.yml"), "prints: x\n");
    }
  }

  private TestCounts run() {
    TimeLimit limit = new TimeLimit(Duration.ofMinutes(1));
    ForkClassPath classPath = new ForkClassPath(List.of(Path.of("/spark.jar")), Set.of());
    return new JobTest(heard)
        .run(
            new JobTestRequest(
                () -> new SparkVersion("4.1.0", "2.13"),
                this::jvm,
                new DeclaredTests(
                    folder.resolve("cases"),
                    name -> true,
                    false,
                    limit,
                    job ->
                        Optional.of(
                            new LocalProgram(
                                Optional.of("com.acme.Job"),
                                Path.of("job.jar"),
                                List.of(),
                                List.of(),
                                List.of(),
                                Map.of())),
                    kind -> new DeclaredTests.Stand(classPath, Map.of())),
                new TestSelection(folder.resolve("none"), List.of("**/*JobCase"), TestFilter.ALL),
                Optional.empty(),
                () -> classPath,
                Map.of(),
                folder.resolve("reports"),
                folder.resolve("tests"),
                Optional.empty(),
                false));
  }

  private TestJvm jvm() {
    return new TestJvm(
        new JavaHome(folder.resolve("jdk"), 17),
        () -> folder.resolve("launcher.jar"),
        new ClassDataArchives(folder.resolve("cache"), Map.of(), Clock.systemUTC()),
        ArchiveUse.NEVER,
        List.of(),
        folder);
  }
}
