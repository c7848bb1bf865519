/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sparkmaven.conf.SparkVersion;
import io.github.sparkmaven.problem.EnvironmentException;
import io.github.sparkmaven.problem.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Environments, found and made, with a shell script in the place of Python. */
@Timeout(60)
class PythonProjectTest {
  private static final SparkVersion SPARK = new SparkVersion("3.5.5", "2.12");

  @TempDir Path folder;
  private final List<String> heard = new ArrayList<>();
  private FakePython python;
  private Path module;
  private boolean offline;

  @BeforeEach
  void install() throws IOException {
    python = new FakePython(Files.createDirectories(folder.resolve("path")).resolve("python3"));
    module = Files.createDirectories(folder.resolve("module"));
    write("requirements.txt", "numpy");
  }

  @Test
  void makesAnEnvironmentOfTheRequirementsAndPyspark() throws IOException {
    PythonEnvironment made = venv().environment(SPARK, workshop());

    assertThat(made.executable()).isEqualTo(place().resolve("bin/python"));
    assertThat(place().getFileName().toString()).matches("python-3\\.11-[0-9a-f]{16}");
    assertThat(place().resolve("complete")).hasContent("requirements.txt and pyspark==3.5.5\n");
    assertThat(made).hasToString("Python 3.11.7 with pyspark 3.5.5 (made of requirements.txt)");
    assertThat(python.calls())
        .containsExactly(
            "venv " + place(),
            "pip install --no-input --disable-pip-version-check --progress-bar=off -r "
                + module.resolve("requirements.txt")
                + " pyspark==3.5.5");
    assertThat(python.pipFolder()).isEqualTo(module.toRealPath());
    assertThat(heard)
        .containsExactly(
            "Making the Python environment of requirements.txt and pyspark==3.5.5 with pip, once"
                + " (log: "
                + log()
                + ")");
  }

  @Test
  void usesTheEnvironmentThatIsThere() throws IOException {
    PythonEnvironment first = venv().environment(SPARK, workshop());
    python.forget();
    heard.clear();

    assertThat(venv().environment(SPARK, workshop())).isEqualTo(first);
    assertThat(python.calls()).isEmpty();
    assertThat(heard).isEmpty();
  }

  @Test
  void usesOneEnvironmentForTwoModulesThatNeedTheSame() throws IOException {
    PythonEnvironment first = venv().environment(SPARK, workshop());
    module = Files.createDirectories(folder.resolve("other"));
    write("requirements.txt", "numpy");

    assertThat(venv().environment(SPARK, workshop())).isEqualTo(first);
  }

  @Test
  void makesOneEnvironmentForEachModuleThatInstallsItself() throws IOException {
    write("requirements.txt", "-e .");
    PythonEnvironment first = venv().environment(SPARK, workshop());
    module = Files.createDirectories(folder.resolve("other"));
    write("requirements.txt", "-e .");

    assertThat(venv().environment(SPARK, workshop())).isNotEqualTo(first);
  }

  @Test
  void makesAnotherEnvironmentOfOtherContent() throws IOException {
    venv().environment(SPARK, workshop());
    write("requirements.txt", "-c pins.txt", "numpy");
    write("pins.txt", "numpy==1.26.4");
    venv().environment(SPARK, workshop());
    write("pins.txt", "numpy==1.26.3");
    venv().environment(SPARK, workshop());
    venv().environment(new SparkVersion("3.5.4", "2.12"), workshop());
    python.says("version=3.11.8");
    venv().environment(SPARK, workshop());
    Files.delete(module.resolve("requirements.txt"));
    write("pyproject.toml", "[project]", "dependencies = ['scipy']");
    venv().environment(SPARK, workshop());

    assertThat(environments()).hasSize(6);
  }

  @Test
  void makesAnewWhatAnEndedBuildLeftHalfMade() throws IOException {
    venv().environment(SPARK, workshop());
    Path left = Files.createFile(place().resolve("left"));
    Files.delete(place().resolve("complete"));
    python.forget();

    venv().environment(SPARK, workshop());

    assertThat(left).doesNotExist();
    assertThat(place().resolve("complete")).exists();
    assertThat(python.calls()).hasSize(2);
  }

  @Test
  void isMadeOnceByTwoThreads() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      Callable<PythonEnvironment> make = () -> venv().environment(SPARK, workshop());
      List<Future<PythonEnvironment>> made = threads.invokeAll(List.of(make, make, make, make));
      for (Future<PythonEnvironment> one : made) {
        assertThat(one.get().executable()).isEqualTo(place().resolve("bin/python"));
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(python.calls()).hasSize(2);
  }

  @Test
  void asksForTheExtrasAndThePinOfTheRequirements() throws IOException {
    write("requirements.txt", "pyspark[sql,ml]==3.5.3");

    venv().environment(SPARK, workshop());

    assertThat(python.calls().get(1)).endsWith(" pyspark[sql,ml]==3.5.3");
  }

  @Test
  void asksForTheReleaseThatAVendorsVersionIsOf() throws IOException {
    venv().environment(new SparkVersion("3.5.5.1.7.2.0-334", "2.12"), workshop());

    assertThat(python.calls().get(1)).endsWith(" pyspark==3.5.5");
  }

  @ParameterizedTest
  @ValueSource(strings = {"3.4.1", "4.0.0", "3.51.0"})
  void refusesAPinThatIsAnotherSparksBeforeAnythingIsMade(String pin) throws IOException {
    write("requirements.txt", "pyspark==" + pin);

    assertThatThrownBy(() -> venv().environment(SPARK, workshop()))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "python/requirements: pyspark %s (requirements.txt) does not fit the project's Spark"
                + " 3.5.5. Require pyspark==3.5.5, or change the project's Spark",
            pin);
    assertThat(python.calls()).isEmpty();
    assertThat(folder.resolve("cache")).doesNotExist();
  }

  @Test
  void refusesAPythonThatIsTooOldBeforeAnythingIsMade() throws IOException {
    python.says("version=3.7.9");

    assertThatThrownBy(() -> venv().environment(SPARK, workshop()))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("python/executable: Python 3.7.9 ");
    assertThat(python.calls()).isEmpty();
  }

  @Test
  void saysThatTheInterpreterCannotMakeEnvironments() throws IOException {
    python.venvFails("No module named venv");

    assertThatThrownBy(() -> venv().environment(SPARK, workshop()))
        .isInstanceOf(EnvironmentException.class)
        .hasMessage(
            python.executable()
                + " cannot make a virtual environment: No module named venv. Install its venv and pip"
                + " modules (Debian, Ubuntu: apt install python3-venv), or use your own environment"
                + " with <environment>system</environment>");
    assertThat(environments()).isEmpty();
  }

  @Test
  void tellsWhatPipCannotInstall() throws IOException {
    python.pipFails(
        "WARNING: something else",
        "ERROR: Could not find a version that satisfies the requirement nunpy (from versions: none)",
        "ERROR: No matching distribution found for nunpy");

    assertThatThrownBy(() -> venv().environment(SPARK, workshop()))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "python/requirements: pip cannot install requirements.txt with pyspark==3.5.5: Could not"
                + " find a version that satisfies the requirement nunpy (from versions: none); No"
                + " matching distribution found for nunpy. Change the requirement; the log is %s",
            log());
    assertThat(environments()).as("nothing is left half made").isEmpty();
    assertThat(log()).content().contains("WARNING: something else");
  }

  @Test
  void tellsPipsLastWordsWhereItNamesNoError() throws IOException {
    python.pipFails("one", "two", "three", "four", "five");

    assertThatThrownBy(() -> venv().environment(SPARK, workshop()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("with pyspark==3.5.5: two; three; four; five. Change");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "WARNING: Retrying after connection broken by 'NewConnectionError(...)': /simple/numpy/",
        "WARNING: Retrying after connection broken by 'ProxyError('Cannot connect to proxy.')'",
        "WARNING: Retrying after 'SSLError(SSLCertVerificationError(1))'",
        "ERROR: Could not install packages: [Errno 28] No space left on device",
        "ERROR: Could not find a version that satisfies the requirement pyspark==3.5.5 (from versions: none)",
        "ERROR: Could not find a version that satisfies the requirement pyspark[sql]==3.5.5 (from versions: none)"
      })
  void blamesTheMachineWhereNoIndexCanBeReached(String line) throws IOException {
    python.pipFails(line, "ERROR: No matching distribution found");

    assertThatThrownBy(() -> venv().environment(SPARK, workshop()))
        .isInstanceOf(EnvironmentException.class)
        .hasMessageStartingWith("pip cannot have pyspark==3.5.5: ")
        .hasMessageEndingWith(
            "No matching distribution found. Look at the network and at pip config list (index-url,"
                + " proxy), or install it yourself and use <environment>system</environment>; the log"
                + " is "
                + log());
    assertThat(environments()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ERROR: Could not find a version that satisfies the requirement pyspark-extension==1 (from versions: none)",
        "ERROR: Could not find a version that satisfies the requirement pyspark==9.0.0 (from versions: 3.5.4, 3.5.5)"
      })
  void blamesTheRequirementWhereTheIndexAnswers(String line) throws IOException {
    python.pipFails(line);

    assertThatThrownBy(() -> venv().environment(SPARK, workshop()))
        .isInstanceOf(InputException.class);
  }

  @Test
  void asksNoIndexWhereMavenIsOffline() throws IOException {
    offline = true;
    python.pipFails("ERROR: No matching distribution found for numpy");

    assertThatThrownBy(() -> venv().environment(SPARK, workshop()))
        .isInstanceOf(EnvironmentException.class)
        .hasMessage(
            "Maven is offline, and the Python environment of requirements.txt and pyspark==3.5.5 is"
                + " not made yet: No matching distribution found for numpy. Build once without -o");
    assertThat(python.calls().get(1)).contains(" --progress-bar=off --no-index -r ");
    assertThat(environments()).isEmpty();
  }

  @Test
  void usesAnEnvironmentThatIsThereWhereMavenIsOffline() throws IOException {
    venv().environment(SPARK, workshop());
    offline = true;
    python.pipFails("ERROR: no");

    assertThat(venv().environment(SPARK, workshop()).facts().packageVersion("pyspark"))
        .contains("3.5.5");
  }

  @Test
  void triesAgainAfterAFailure() throws IOException {
    python.pipFails("ERROR: no");
    assertThatThrownBy(() -> venv().environment(SPARK, workshop()));
    python.pipInstalls();

    assertThat(venv().environment(SPARK, workshop()).executable()).exists();
  }

  @Test
  void takesTheUsersEnvironmentAsItIs() throws IOException {
    python.says("version=3.11.7", "package.pyspark=3.5.1", "pyspark=/py/pyspark");

    PythonEnvironment found = system().environment(SPARK, workshop());

    assertThat(found).hasToString("Python 3.11.7 with pyspark 3.5.1 (the user's own)");
    assertThat(found.home().orElseThrow().path()).isEqualTo(Path.of("/py/pyspark"));
    assertThat(found.home().orElseThrow().origin())
        .isEqualTo("the pyspark package of " + python.executable());
    assertThat(python.calls()).isEmpty();
  }

  @Test
  void takesAUsersEnvironmentWithoutPyspark() {
    assertThat(system().environment(SPARK, workshop()).home()).isEmpty();
  }

  @Test
  void refusesAUsersPysparkThatIsAnotherSparks() throws IOException {
    python.says("version=3.11.7", "package.pyspark=4.0.0");

    assertThatThrownBy(() -> system().environment(SPARK, workshop()))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "python/requirements: pyspark 4.0.0 (%s) does not fit the project's Spark 3.5.5. Require"
                + " pyspark==3.5.5, or change the project's Spark",
            python.executable());
  }

  @Test
  void showsTheSparkVersionThatIsPinnedOrInstalled() throws IOException {
    assertThat(venv().sparkVersion()).isEmpty();
    write("requirements.txt", "pyspark==3.5.3");
    assertThat(venv().sparkVersion()).contains("3.5.3");
    assertThat(system().sparkVersion()).isEmpty();
    python.says("version=3.11.7", "package.pyspark=4.0.0");
    assertThat(system().sparkVersion()).contains("4.0.0");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "numpy                                | numpy, pyspark==3.5.5",
        "pyspark==3.5.3                       | pyspark==3.5.3",
        "pyspark[sql]>=3.5                    | pyspark[sql]>=3.5, pyspark[sql]==3.5.5"
      })
  void tellsAnotherMachineWhatToInstall(String line, String lines) throws IOException {
    write("requirements.txt", "# ours", "", line);

    assertThat(venv().requirementLines(SPARK)).isEqualTo(List.of(lines.split(", ", -1)));
  }

  private PythonProject venv() {
    return project(PythonSettings.Kind.VENV);
  }

  private PythonProject system() {
    return project(PythonSettings.Kind.SYSTEM);
  }

  private PythonProject project(PythonSettings.Kind kind) {
    return new PythonProject(
        module,
        new PythonSettings(Optional.empty(), List.of(), kind, false),
        name ->
            Optional.of(name)
                .filter("PATH"::equals)
                .map(path -> folder.resolve("path").toString()));
  }

  private PythonProject.Workshop workshop() {
    return new PythonProject.Workshop(folder.resolve("cache"), log(), offline, heard::add);
  }

  private Path log() {
    return folder.resolve("target/pip.log");
  }

  private Path place() throws IOException {
    return environments().get(0);
  }

  private List<Path> environments() throws IOException {
    try (Stream<Path> entries = Files.list(folder.resolve("cache/python"))) {
      return entries.filter(entry -> !entry.endsWith(".lock")).toList();
    }
  }

  private void write(String name, String... lines) throws IOException {
    Files.write(module.resolve(name), List.of(lines));
  }
}
