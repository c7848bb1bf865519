/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.jobtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sparkmaven.conf.SparkVersion;
import io.github.sparkmaven.home.JavaHome;
import io.github.sparkmaven.jobtest.declared.DeclaredTests;
import io.github.sparkmaven.problem.EnvironmentException;
import io.github.sparkmaven.problem.InputException;
import io.github.sparkmaven.program.CompiledClasses;
import io.github.sparkmaven.runtime.ArchiveUse;
import io.github.sparkmaven.runtime.ClassDataArchives;
import io.github.sparkmaven.runtime.ForkClassPath;
import io.github.sparkmaven.unit.TimeLimit;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Forks a shell script in the place of java, which prints what the runner would print. */
@Timeout(60)
class JobTestTest {
  private static final String STARTED = "printf '\\001class-started\\tcom.acme.AJobCase\\n'; ";

  // The JVM that writes the archive, when it is told that the tests are through.
  private static final String RECORDS =
      "for word; do case $word in -XX:ArchiveClassesAtExit=*)"
          + " read told; [ $told = end ] && echo data > ${word#*=}; exit;; esac; done;";

  // A test JVM begins its list of classes at its start.
  private static final String LISTS =
      "for word; do case $word in -XX:DumpLoadedClassList=*) : > ${word#*=};; esac; done;";

  @TempDir static Path shared;
  @TempDir Path folder;
  private final Heard heard = new Heard();
  private TestFilter filter = TestFilter.ALL;

  @BeforeAll
  static void packLauncher() throws IOException {
    CompiledClasses.compile(
            shared.resolve("classes"),
            "package org.apache.spark.launcher; public class JavaModuleOptions {"
                + " public static String defaultModuleOptions() { return \"--add-opens=a/b=X\"; } }")
        .jar(shared.resolve("launcher.jar"));
  }

  @BeforeEach
  void compileOneTestClass() throws IOException {
    Files.createDirectories(folder.resolve("test-classes/com/acme"));
    Files.createFile(folder.resolve("test-classes/com/acme/AJobCase.class"));
  }

  @Test
  void isGreenWhenTheRunnerSaysSoAndItsJvmEndsWell() throws IOException {
    java(STARTED + finished("4\\t0\\t0\\t1"));

    assertThat(run()).isEqualTo(new TestCounts(4, 0, 0, 1));
    assertThat(heard.lines()).containsExactly("info Running com.acme.AJobCase");
  }

  @Test
  void failsWithTheFailures() throws IOException {
    java(
        "printf '\\001test-failed\\tA\\tcounts\\t5\\tfailure\\texpected+2\\n';"
            + "printf '\\001test-failed\\tB\\treads\\t5\\terror\\tno+file\\n';"
            + finished("4\\t1\\t1\\t0"));

    assertThatThrownBy(this::run)
        .isInstanceOf(InputException.class)
        .hasMessage(
            """
            spark:test: there are test failures. Tests run: 4, Failures: 1, Errors: 1, Skipped: 0
              A.counts: expected 2
              B.reads: no file. The reports are in %s""",
            reports());
  }

  @Test
  void failsWhenTheJvmDiesBeforeTheTestsAreThrough() throws IOException {
    java(STARTED + "exit 134");

    assertThatThrownBy(this::run)
        .isInstanceOf(InputException.class)
        .hasMessage(
            "spark:test: the forked JVM ended with exit code 134 before the tests were through,"
                + " in com.acme.AJobCase. A test may have called System.exit or run out of memory;"
                + " the log is %s",
            log());
  }

  @Test
  void failsWhenTheJvmEndsWellBeforeTheTestsAreThrough() throws IOException {
    java("exit 0");

    assertThatThrownBy(this::run)
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(
            "spark:test: the forked JVM ended with exit code 0 before the tests were through. A");
  }

  @Test
  void failsWhenTheJvmFailsAfterTheTestsAreThrough() throws IOException {
    java(finished("4\\t0\\t0\\t0") + "exit 1");

    assertThatThrownBy(this::run)
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("spark:test: the forked JVM ended with exit code 1 ");
  }

  @Test
  void leavesTheBuildGreenWhenFailuresAreIgnored() throws IOException {
    java(
        "printf '\\001test-failed\\tA\\tcounts\\t5\\tfailure\\texpected+2\\tx%%0Ay\\n';"
            + finished("4\\t1\\t0\\t0"));

    TestCounts counts = new JobTest(heard).run(request(Optional.empty(), true));

    assertThat(counts).isEqualTo(new TestCounts(4, 1, 0, 0));
    assertThat(heard.lines())
        .containsExactly(
            "error A.counts: expected 2\nx\ny",
            "error testFailureIgnore: there are test failures."
                + " Tests run: 4, Failures: 1, Errors: 0, Skipped: 0\n  A.counts: expected 2");
  }

  @Test
  void failsWhenTheJvmDiesAlthoughFailuresAreIgnored() throws IOException {
    java("exit 137");

    assertThatThrownBy(() -> new JobTest(heard).run(request(Optional.empty(), true)))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "spark:test: the forked JVM was killed (exit code 137) before the tests were through."
                + " The machine may have run out of memory: give the JVM less with"
                + " <jvmOption>-Xmx1g</jvmOption>, or run fewer builds at once; the log is %s",
            log());
  }

  @Test
  void tellsThatTheRunnersWatchdogEndedTheTests() throws IOException {
    java(STARTED + "printf '\\001timed-out\\n'; exit 124");

    assertThatThrownBy(() -> run(Optional.of(new TimeLimit(Duration.ofSeconds(30)))))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "spark:test: the tests did not end within 30s, in com.acme.AJobCase."
                + " Raise test/timeout, or see what each thread was at in %s",
            log());
  }

  @Test
  void tellsWhatAJvmSaysThatDoesNotStart() throws IOException {
    java("echo 'Error occurred during initialization of VM'; echo 'No such option'; exit 1");

    assertThatThrownBy(this::run)
        .isInstanceOf(InputException.class)
        .hasMessage(
            "spark:test: the forked JVM did not start: Error occurred during initialization of VM;"
                + " No such option. Look at test/jvmOptions and JAVA_TOOL_OPTIONS; the log is %s",
            log());
  }

  @Test
  void tellsThatNoMethodMatchesTheFilter() throws IOException {
    filter = TestFilter.of("AJobCase#counts*");
    java(finished("0\\t0\\t0\\t0"));

    assertThatThrownBy(this::run)
        .isInstanceOf(InputException.class)
        .hasMessage(
            "test/filter: no test of com.acme.AJobCase matches 'AJobCase#counts*'."
                + " Give the names of methods after a #, as in ClusteringJobCase#finds*");
  }

  @Test
  void endsTestsWhoseTimeIsUp() throws IOException {
    // A runner that does not do it itself, after the grace that it is given.
    java(STARTED + "sleep 50");

    assertThatThrownBy(() -> run(Optional.of(new TimeLimit(Duration.ofMillis(1)))))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "spark:test: the tests did not end within 1ms, in com.acme.AJobCase."
                + " Raise test/timeout, or see what each thread was at in %s",
            log());
  }

  @Test
  void failsWhenNoTestWasFoundInTheClasses() throws IOException {
    java(finished("0\\t0\\t0\\t0"));

    assertThatThrownBy(this::run)
        .isInstanceOf(InputException.class)
        .hasMessage(
            "spark:test: 1 class(es) match [**/*JobCase], and no test was found in them:"
                + " com.acme.AJobCase. Is the engine of your test framework (junit-jupiter, for"
                + " one) a test dependency?");
  }

  @Test
  void startsNothingWhereThereIsNoTestClass() throws IOException {
    Files.delete(folder.resolve("test-classes/com/acme/AJobCase.class"));

    assertThat(run()).isEqualTo(new TestCounts(0, 0, 0, 0));
    assertThat(reports()).doesNotExist();
  }

  @Test
  void removesItsOwnReportsOfAnEarlierRunAndTheScratchFiles() throws IOException {
    Path folderOfReports = Files.createDirectories(reports());
    Path report = Files.createFile(folderOfReports.resolve("TEST-com.acme.AJobCase.xml"));
    Path ofAnotherExecution = Files.createFile(folderOfReports.resolve("TEST-Other.xml"));
    Path scratch = Files.createDirectories(folder.resolve("target/spark/tests/classes/warehouse"));
    java(finished("1\\t0\\t0\\t0"));

    run();

    assertThat(report).doesNotExist();
    assertThat(ofAnotherExecution).exists();
    assertThat(scratch).doesNotExist();
    assertThat(log()).exists();
  }

  @Test
  void givesTheRunnerItsRequestInAPrivateFileThatIsGoneAfterwards() throws IOException {
    java(
        "for last; do :; done; ls -l \"$last\" | cut -c1-10 >&2; cp \"$last\" request;"
            + finished("1\\t0\\t0\\t0"));

    run();

    assertThat(log()).hasContent("-rw-------");
    Properties request = new Properties();
    try (Reader reader = Files.newBufferedReader(folder.resolve("request"))) {
      request.load(reader);
    }
    assertThat(request)
        .containsEntry("classes", "com.acme.AJobCase")
        .containsEntry("reportsDirectory", reports().toString())
        .containsEntry("system.spark.acme.password", "s3 cr3t")
        .containsEntry("system.spark.sql.shuffle.partitions", "7")
        .containsEntry("system.spark.master", "local[2]")
        .containsEntry(
            "system.spark.local.dir",
            folder.resolve("target/spark/tests/classes/local").toString());
    try (Stream<Path> left = Files.list(folder.resolve("target/spark/tests/classes"))) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void startsTheRunnerWithFastStartAndModuleOptionsAndNoSecret() throws IOException {
    java("printf '%s\\n' \"$@\" \"$SPARK_LOCAL_IP\" >&2;" + finished("1\\t0\\t0\\t0"));

    run();

    assertThat(Files.readAllLines(log()))
        .startsWith(
            "-ea",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-XX:ErrorFile=" + reports().resolve("hs_err_pid%p.log"),
            "--add-opens=a/b=X",
            "-Dmine=1",
            "-cp",
            "/a b.jar:/classes",
            "io.github.sparkmaven.runner.JobTestRunner")
        .noneMatch(line -> line.contains("cr3t"));
  }

  @Test
  void makesAnArchiveAndUsesItTheNextTime() throws IOException {
    lastingJar();
    java(RECORDS + LISTS + "printf '%s\\n' \"$@\" >&2;" + finished("1\\t0\\t0\\t0"));

    runWithArchive();
    List<String> first = Files.readAllLines(log());
    runWithArchive();

    assertThat(first).anyMatch(line -> line.startsWith("-XX:DumpLoadedClassList="));
    assertThat(heard.lines()).anyMatch(line -> line.startsWith("info Making a class-data archive"));
    assertThat(Files.readAllLines(log()))
        .anyMatch(line -> line.startsWith("-XX:SharedArchiveFile="));
  }

  /** Python tests may start no session, and so no JVM. */
  @Test
  void makesNoArchiveWhereNoJvmHasBegunItsListOfClasses() throws IOException {
    lastingJar();
    java(RECORDS + finished("1\\t0\\t0\\t0"));

    assertThat(runWithArchive()).isEqualTo(new TestCounts(1, 0, 0, 0));
    assertThat(heard.lines()).noneMatch(line -> line.contains("class-data archive"));
    assertThat(folder.resolve("cache/class-data")).isDirectoryNotContaining("glob:**.jsa");
  }

  @Test
  void goesOnWithoutAnArchiveThatTheJvmComesToGriefWith() throws IOException {
    lastingJar();
    java(
        RECORDS
            + LISTS
            + "for word; do case $word in -XX:SharedArchiveFile=*) exit 134;; esac; done;"
            + finished("1\\t0\\t0\\t0"));
    runWithArchive();

    assertThat(runWithArchive()).isEqualTo(new TestCounts(1, 0, 0, 0));
    assertThat(heard.lines())
        .anyMatch(line -> line.startsWith("info The class-data archive was of no use"));
  }

  @Test
  void tellsHowToGiveAJvmMoreMemoryThatRanOutOfIt() throws IOException {
    java("echo 'Job test runner: java.lang.OutOfMemoryError: Java heap space' >&2; exit 2;");

    assertThatThrownBy(this::run)
        .isInstanceOf(InputException.class)
        .hasMessage(
            "spark:test: the test runner could not do its work: java.lang.OutOfMemoryError: Java"
                + " heap space. Give the JVM more memory, as with <jvmOption>-Xmx4g</jvmOption> in"
                + " test/jvmOptions. The log is "
                + log());
  }

  @Test
  void tellsThatNoArchiveCouldBeMade() throws IOException {
    lastingJar();
    java(
        "for word; do case $word in -XX:ArchiveClassesAtExit=*) exit 1;; esac; done;"
            + LISTS
            + finished("1\\t0\\t0\\t0"));

    assertThat(runWithArchive()).isEqualTo(new TestCounts(1, 0, 0, 0));
    assertThat(heard.lines())
        .contains(
            "info No class-data archive was made. It needs some 200 MB below "
                + folder.resolve("cache/class-data"));
  }

  @Test
  void removesAnArchiveWithWhichAJvmCrashedInTheMiddle() throws IOException {
    lastingJar();
    java(
        RECORDS
            + LISTS
            + STARTED
            + "for word; do case $word in -XX:SharedArchiveFile=*) exit 134;; esac; done;"
            + finished("1\\t0\\t0\\t0"));
    runWithArchive();

    assertThatThrownBy(this::runWithArchive)
        .isInstanceOf(InputException.class)
        .hasMessageContaining("ended with exit code 134");
    assertThat(heard.lines())
        .anyMatch(
            line -> line.startsWith("warn The JVM crashed while it used a class-data archive"));
    assertThat(folder.resolve("cache/class-data")).isDirectoryNotContaining("glob:**.jsa");
  }

  private void lastingJar() throws IOException {
    Files.createDirectories(folder.resolve("jdk"));
    Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"17\"");
    CompiledClasses.compile(folder.resolve("compiled"), "class Lasting {}")
        .jar(folder.resolve("lasting.jar"));
  }

  private TestCounts runWithArchive() {
    JobTestRequest plain = request(Optional.empty(), false);
    return new JobTest(heard)
        .run(
            new JobTestRequest(
                plain.spark(),
                () -> jvm(ArchiveUse.ALWAYS),
                plain.declared(),
                plain.selection(),
                plain.python(),
                () ->
                    new ForkClassPath(
                        List.of(folder.resolve("test-classes"), folder.resolve("lasting.jar")),
                        Set.of(folder.resolve("test-classes"))),
                plain.settings(),
                plain.reportsFolder(),
                plain.scratchFolder(),
                plain.timeout(),
                plain.failureIgnored()));
  }

  @Test
  void tellsThatJavaCannotBeStarted() {
    assertThatThrownBy(this::run)
        .isInstanceOf(EnvironmentException.class)
        .hasMessageStartingWith("Cannot run " + folder.resolve("jdk/bin/java") + ": ")
        .hasCauseInstanceOf(IOException.class);
  }

  private static String finished(String counts) {
    return "printf '\\001finished\\t" + counts + "\\n';";
  }

  private void java(String body) throws IOException {
    Path file = Files.createDirectories(folder.resolve("jdk/bin")).resolve("java");
    Files.writeString(file, "#!/bin/sh\n" + body + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private TestCounts run() {
    return run(Optional.empty());
  }

  private TestCounts run(Optional<TimeLimit> timeout) {
    return new JobTest(heard).run(request(timeout, false));
  }

  private JobTestRequest request(Optional<TimeLimit> timeout, boolean failureIgnored) {
    return new JobTestRequest(
        () -> new SparkVersion("4.1.0", "2.13"),
        () -> jvm(ArchiveUse.NEVER),
        new DeclaredTests(
            folder.resolve("no-cases"),
            name -> true,
            false,
            new TimeLimit(Duration.ofMinutes(5)),
            name -> {
              throw new AssertionError("no case asks for a program");
            },
            kind -> {
              throw new AssertionError("no case asks for a class path");
            }),
        new TestSelection(folder.resolve("test-classes"), List.of("**/*JobCase"), filter),
        Optional.empty(),
        () -> new ForkClassPath(List.of(Path.of("/a b.jar"), Path.of("/classes")), Set.of()),
        Map.of("spark.acme.password", "s3 cr3t", "spark.sql.shuffle.partitions", "7"),
        reports(),
        folder.resolve("target/spark/tests"),
        timeout,
        failureIgnored);
  }

  private TestJvm jvm(ArchiveUse use) {
    return new TestJvm(
        new JavaHome(folder.resolve("jdk"), 17),
        () -> shared.resolve("launcher.jar"),
        new ClassDataArchives(folder.resolve("cache"), Map.of(), Clock.systemUTC()),
        use,
        List.of("-Dmine=1"),
        folder);
  }

  private Path reports() {
    return folder.resolve("target/spark-reports");
  }

  private Path log() {
    return reports().resolve("job-tests.log");
  }
}
