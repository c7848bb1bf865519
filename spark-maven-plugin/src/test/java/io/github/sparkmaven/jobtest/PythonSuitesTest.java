/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.jobtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sparkmaven.conf.SparkVersion;
import io.github.sparkmaven.home.JavaHome;
import io.github.sparkmaven.home.SparkHome;
import io.github.sparkmaven.jobtest.declared.DeclaredTests;
import io.github.sparkmaven.json.Json;
import io.github.sparkmaven.problem.EnvironmentException;
import io.github.sparkmaven.problem.InputException;
import io.github.sparkmaven.python.FakePython;
import io.github.sparkmaven.python.PythonEnvironment;
import io.github.sparkmaven.python.PythonFacts;
import io.github.sparkmaven.runtime.ArchiveUse;
import io.github.sparkmaven.runtime.ClassDataArchives;
import io.github.sparkmaven.runtime.ForkClassPath;
import io.github.sparkmaven.unit.TimeLimit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs a shell script in the place of Python, which prints what our runner would print. */
@Timeout(90)
class PythonSuitesTest {
  private static final String STARTED = "printf '\\001class-started\\ttest_sums.SumsTest\\n'; ";

  @TempDir Path folder;
  private final Heard heard = new Heard();
  private final Map<String, String> packages = new TreeMap<>();
  private final Map<String, String> settings =
      new TreeMap<>(Map.of("spark.acme.password", "s3 cr3t", "spark.sql.shuffle.partitions", "7"));
  private PythonTests.Framework framework = PythonTests.Framework.AUTO;
  private TestFilter filter = TestFilter.ALL;
  private Optional<Path> coverage = Optional.empty();
  private Optional<TimeLimit> timeout = Optional.empty();
  private FakePython python;

  @BeforeEach
  void install() throws IOException {
    python = new FakePython(folder.resolve("python3"));
    Files.createDirectories(folder.resolve("spark/jars"));
    Files.createDirectories(folder.resolve("spark/python"));
    packages.put("pytest", "8.0.0");
  }

  @Test
  void isGreenWhenTheRunnerSaysSoAndTheInterpreterEndsWell() throws IOException {
    python.runs(STARTED + finished("4\\t0\\t0\\t1"));

    assertThat(run().counts()).isEqualTo(new TestCounts(4, 0, 0, 1));
    assertThat(run().problems()).isEmpty();
    assertThat(heard.lines())
        .startsWith(
            "info Python tests: pytest in "
                + folder.resolve("tests")
                + ", Python 3.11.7 with pyspark 3.5.5 (made of requirements.txt)",
            "info Running test_sums.SumsTest");
  }

  @Test
  void tellsTheFailures() throws IOException {
    python.runs(
        "printf '\\001test-failed\\ttest_sums\\tadds\\t5\\tfailure\\t1+%%21%%3D+2\\n';"
            + finished("4\\t1\\t0\\t0"));

    TestOutcome outcome = run();

    assertThat(outcome.counts()).isEqualTo(new TestCounts(4, 1, 0, 0));
    assertThat(outcome.problems()).containsExactly("test_sums.adds: 1 != 2");
  }

  @Test
  void tellsWhatKeptTheRunnerFromItsWork() throws IOException {
    python.runs("echo noise; echo 'Job test runner: no module named tests' >&2; exit 2");

    assertThatThrownBy(this::run)
        .isInstanceOf(InputException.class)
        .hasMessage(
            "spark:test: the test runner could not do its work: no module named tests. The log is %s",
            log());
  }

  @ParameterizedTest
  @CsvSource({
    "3,   ended with exit code 3",
    "0,   ended with exit code 0",
    "1,   ended with exit code 1",
    "137, was killed (exit code 137)"
  })
  void failsWhenTheInterpreterEndsBeforeTheTestsAreThrough(int code, String words)
      throws IOException {
    python.runs(STARTED + "exit " + code);

    assertThatThrownBy(this::run)
        .isInstanceOf(InputException.class)
        .hasMessage(
            "spark:test: the interpreter %s before the Python tests were through, in"
                + " test_sums.SumsTest. A test may have ended it, or run out of memory; the log is %s",
            words, log());
  }

  @Test
  void failsWhenTheInterpreterFailsAfterTheTestsAreThrough() throws IOException {
    python.runs(finished("4\\t0\\t0\\t0") + "exit 2");

    assertThatThrownBy(this::run)
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("spark:test: the interpreter ended with exit code 2 before");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"exit 4", "printf '\\001timed-out\\n'; exit 1", "printf '\\001timed-out\\n'"})
  void tellsThatTheRunnersWatchdogEndedTheTests(String shell) throws IOException {
    timeout = Optional.of(new TimeLimit(Duration.ofSeconds(30)));
    python.runs(STARTED + shell);

    assertThatThrownBy(this::run)
        .isInstanceOf(InputException.class)
        .hasMessage(
            "spark:test: the Python tests did not end within 30s, in test_sums.SumsTest. Raise"
                + " test/timeout, or see what each thread was at in %s",
            log());
  }

  @Test
  void endsAnInterpreterWhoseTimeIsUp() throws IOException {
    timeout = Optional.of(new TimeLimit(Duration.ofMillis(1)));
    python.runs("sleep 80");

    assertThatThrownBy(this::run)
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("spark:test: the Python tests did not end within 1ms. Raise ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PYTEST   | pytest   | Name the files test_*.py and the functions test_*, or see the project's pytest configuration",
        "UNITTEST | unittest | Name the files check_*.py, or give test/unittestPattern; functions outside of a TestCase need pytest among the requirements"
      })
  void failsWhenThereIsNoTest(PythonTests.Framework given, String name, String advice)
      throws IOException {
    framework = given;
    python.runs(finished("0\\t0\\t0\\t0"));

    assertThatThrownBy(this::run)
        .isInstanceOf(InputException.class)
        .hasMessage(
            "spark:test: %s has found no test in %s. %s", name, folder.resolve("tests"), advice);
  }

  @Test
  void leavesItToTheOtherKindsWhenTheFilterLeavesNoTest() throws IOException {
    filter = TestFilter.of("test_other");
    python.runs(finished("0\\t0\\t0\\t0"));

    assertThat(run().counts()).isEqualTo(new TestCounts(0, 0, 0, 0));
  }

  @ParameterizedTest
  @CsvSource({
    "AUTO, true, pytest",
    "AUTO, false, unittest",
    "PYTEST, true, pytest",
    "UNITTEST, true, unittest",
    "UNITTEST, false, unittest"
  })
  void choosesTheFramework(PythonTests.Framework given, boolean pytest, String chosen)
      throws IOException {
    framework = given;
    if (!pytest) {
      packages.remove("pytest");
    }
    python.runs("cp \"$3\" request.json;" + finished("1\\t0\\t0\\t0"));

    run();

    assertThat(request().text("framework")).contains(chosen);
    assertThat(heard.lines().get(0)).startsWith("info Python tests: " + chosen + " in ");
  }

  @Test
  void refusesPytestWhereItIsNotInstalled() {
    framework = PythonTests.Framework.PYTEST;
    packages.remove("pytest");

    assertThatThrownBy(this::run)
        .isInstanceOf(InputException.class)
        .hasMessage(
            "test/pythonFramework: is pytest, and Python 3.11.7 with pyspark 3.5.5 (made of"
                + " requirements.txt) has none. Add pytest to the requirements, or leave"
                + " pythonFramework out");
  }

  @Test
  void givesTheRunnerItsRequest() throws IOException {
    filter = TestFilter.of("SumsTest#adds*,other");
    coverage = Optional.of(folder.resolve("src"));
    timeout = Optional.of(new TimeLimit(Duration.ofMinutes(2)));
    python.runs("cp \"$3\" request.json;" + finished("1\\t0\\t0\\t0"));

    run();

    Json request = request();
    assertThat(request.text("testDirectory")).contains(folder.resolve("tests").toString());
    assertThat(request.text("reportsDirectory")).contains(reports().toString());
    String text = Files.readString(folder.resolve("request.json"));
    assertThat(text.replaceAll("\\s", ""))
        .contains("\"timeoutMillis\":120000")
        .contains("\"parent\":" + ProcessHandle.current().pid())
        .contains("\"filter\":[\"SumsTest#adds*\",\"other\"]")
        .contains("\"arguments\":[\"-k\",\"notslow\"]")
        .contains("\"pattern\":\"check_*.py\"")
        .contains("\"source\":[\"" + folder.resolve("src") + "\"]")
        .contains("\"xml\":\"" + reports().resolve("python-coverage.xml") + "\"");
  }

  @Test
  void asksForNoCoverageUnlessItIsWanted() throws IOException {
    python.runs("cp \"$3\" request.json;" + finished("1\\t0\\t0\\t0"));

    run();

    assertThat(folder.resolve("request.json"))
        .content()
        .doesNotContain("coverage")
        .containsPattern("\"timeoutMillis\"\\s*:\\s*0");
  }

  @Test
  void givesTheInterpreterItsEnvironment() throws IOException {
    python.runs(
        "printf '%s\\n' \"$1\" \"$2\" \"$SPARK_HOME\" \"$SPARK_CONF_DIR\" \"$JAVA_HOME\""
            + " \"$PYSPARK_PYTHON\" \"$PYSPARK_DRIVER_PYTHON\" \"$PYTHONPYCACHEPREFIX\" \"$PYTHONPATH\""
            + " \"$SPARK_LOCAL_IP\" \"$(pwd)\" > said; ls \"$SPARK_HOME\" \"$SPARK_HOME/bin\" >> said;"
            + finished("1\\t0\\t0\\t0"));

    run();

    String users = System.getenv("PYTHONPATH");
    String localIp = System.getenv("SPARK_LOCAL_IP");
    assertThat(Files.readAllLines(folder.resolve("said")))
        .startsWith(
            "-m",
            "spark_maven_runner",
            scratch().resolve("home").toString(),
            scratch().resolve("conf").toString(),
            folder.resolve("jdk").toString(),
            python.executable().toString(),
            python.executable().toString(),
            scratch().resolve("pycache").toString(),
            folder.resolve("lib")
                + ":"
                + folder.resolve("src")
                + (users == null ? "" : ":" + users),
            localIp == null ? "127.0.0.1" : localIp,
            folder.toRealPath().toString())
        .contains("jars", "python", "spark-class", "spark-submit");
  }

  @Test
  void writesLocalSettingsPrivatelyAndRemovesThem() throws IOException {
    python.runs(
        "cp \"$SPARK_CONF_DIR/spark-defaults.conf\" conf;"
            + " ls -l \"$SPARK_CONF_DIR/spark-defaults.conf\" | cut -c1-10 > mode;"
            + finished("1\\t0\\t0\\t0"));

    run();

    assertThat(folder.resolve("mode")).hasContent("-rw-------");
    assertThat(scratch().resolve("conf")).isEmptyDirectory();
    String conf = Files.readString(folder.resolve("conf"));
    assertThat(conf.lines().map(line -> line.replaceAll("[ =]+", " ")))
        .contains(
            "spark.acme.password s3 cr3t",
            "spark.sql.shuffle.partitions 7",
            "spark.master local[2]",
            "spark.sql.warehouse.dir " + scratch().resolve("warehouse"))
        .noneMatch(line -> line.startsWith("derby"));
  }

  /** Suites that were written without us may depend on the order that it gives rows. */
  @Test
  void leavesTheNumberOfShufflePartitionsAsItIs() throws IOException {
    settings.remove("spark.sql.shuffle.partitions");
    python.runs("cp \"$SPARK_CONF_DIR/spark-defaults.conf\" conf;" + finished("1\\t0\\t0\\t0"));

    run();

    assertThat(folder.resolve("conf"))
        .content()
        .contains("spark.ui.enabled")
        .doesNotContain("shuffle.partitions");
  }

  @Test
  void removesTheSettingsOfAFailedRunToo() throws IOException {
    python.runs("exit 9");

    assertThatThrownBy(this::run);

    assertThat(scratch().resolve("conf")).isEmptyDirectory();
  }

  @Test
  void keepsWhatTestsPrint() throws IOException {
    python.runs("echo printed; echo 'to stderr' >&2;" + finished("1\\t0\\t0\\t0"));

    run();

    assertThat(Files.readAllLines(log())).containsExactlyInAnyOrder("printed", "to stderr");
  }

  @Test
  void startsAnewEachTime() throws IOException {
    Path left = Files.createDirectories(scratch().resolve("warehouse/left"));
    python.runs(finished("1\\t0\\t0\\t0"));

    run();

    assertThat(left).doesNotExist();
  }

  @Test
  void runsNothingWhereThereAreNoPythonTestsOrNoPython() {
    assertThat(new PythonSuites(request(Optional.empty()), heard).run())
        .isEqualTo(TestOutcome.NOTHING);
    assertThat(new PythonSuites(request(Optional.of(tests(Optional.empty()))), heard).run())
        .isEqualTo(TestOutcome.NOTHING);
    assertThat(reports()).doesNotExist();
  }

  @Test
  void tellsThatPythonCannotBeStarted() throws IOException {
    Files.delete(python.executable());

    assertThatThrownBy(this::run)
        .isInstanceOf(EnvironmentException.class)
        .hasMessageStartingWith("Cannot run " + python.executable() + ": ")
        .hasCauseInstanceOf(IOException.class);
  }

  @Test
  void tellsThatNoTestOfAnyKindMatchesTheFilter() throws IOException {
    filter = TestFilter.of("none");
    python.runs(finished("0\\t0\\t0\\t0"));

    assertThatThrownBy(
            () -> new JobTest(heard).run(request(Optional.of(tests(Optional.of(stand()))))))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "test/filter: no test matches 'none'. Give names of cases, of classes, or of Python"
                + " modules and classes, with the name of a test after a #");
  }

  private static String finished(String counts) {
    return "printf '\\001finished\\t" + counts + "\\n';";
  }

  private TestOutcome run() {
    return new PythonSuites(request(Optional.of(tests(Optional.of(stand())))), heard).run();
  }

  private PythonTests tests(Optional<PythonTests.Stand> stand) {
    return new PythonTests(
        folder.resolve("tests"),
        List.of(folder.resolve("lib"), folder.resolve("src")),
        framework,
        List.of("-k", "not slow"),
        "check_*.py",
        filter,
        coverage,
        () -> stand);
  }

  private PythonTests.Stand stand() {
    packages.put("pyspark", "3.5.5");
    return new PythonTests.Stand(
        new PythonEnvironment(
            new PythonFacts(python.executable(), "3.11.7", packages, Optional.empty(), Map.of()),
            "made of requirements.txt"),
        new SparkVersion("3.5.5", "2.12"),
        new SparkHome(folder.resolve("spark"), "the pyspark package"),
        new ForkClassPath(List.of(folder.resolve("spark/jars/a.jar")), Set.of()));
  }

  private JobTestRequest request(Optional<PythonTests> tests) {
    return new JobTestRequest(
        () -> new SparkVersion("3.5.5", "2.12"),
        () ->
            new TestJvm(
                new JavaHome(folder.resolve("jdk"), 17),
                () -> folder.resolve("launcher.jar"),
                new ClassDataArchives(folder.resolve("cache"), Map.of(), Clock.systemUTC()),
                ArchiveUse.NEVER,
                List.of(),
                folder),
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
        new TestSelection(folder.resolve("no-classes"), List.of("**/*JobCase"), filter),
        tests,
        () -> new ForkClassPath(List.of(), Set.of()),
        settings,
        reports(),
        folder.resolve("target/spark/tests"),
        timeout,
        false);
  }

  private Json request() throws IOException {
    return Json.parse(Files.readString(folder.resolve("request.json")));
  }

  private Path scratch() {
    return folder.resolve("target/spark/tests/python");
  }

  private Path reports() {
    return folder.resolve("target/spark-reports");
  }

  private Path log() {
    return reports().resolve("python-tests.log");
  }
}
