/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sparkmaven.problem.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requirements as they stand in files, read and understood. */
class RequirementsTest {
  private static final String MAIN = "requirements.txt";

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pyspark==3.5.5                              | 3.5.5",
        "pyspark[sql]==3.5.5 ; python_version>'3'    | 3.5.5",
        "pyspark[sql,ml] ==3.5.5;python_version>'3'  | 3.5.5",
        "pyspark == 3.5.5  # why                     | 3.5.5",
        "pyspark==3.5.5#why                          | 3.5.5",
        "pyspark===4.1.0                             | 4.1.0",
        "PySpark==3.5.5                              | 3.5.5",
        "  pyspark==3.5.5                            | 3.5.5",
        "pyspark (==3.5.5)                           | 3.5.5",
        "pyspark==3.5.5,!=3.5.4                      | 3.5.5",
        "pyspark==4.1.0.dev1                         | 4.1.0.dev1",
        "pyspark==3.5.5 --hash=sha256:00             | 3.5.5",
      })
  void readsAPin(String line, String version) throws IOException {
    write(MAIN, "numpy==1.26.4", line, "pandas");

    assertThat(read().pysparkPin()).contains(version);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pyspark",
        "pyspark>=3.5.5",
        "pyspark~=3.5.5",
        "pyspark!=3.5.5",
        "pyspark<=3.5.5",
        "pyspark==3.5.*",
        "pyspark==3.5.5.*",
        "pyspark==3.5",
        "pyspark-extension==1.2.3",
        "pyspark_test==1.2.3",
        "my-pyspark==1.2.3",
        "# pyspark==3.5.5",
        "numpy==1.26.4  # pyspark==3.5.5",
      })
  void takesNothingElseForAPin(String line) throws IOException {
    write(MAIN, line);

    assertThat(read().pysparkPin()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pyspark[sql]==3.5.5      | sql",
        "pyspark[sql,ml]          | sql,ml",
        "PySpark [connect] >= 3.5 | connect",
        "pyspark                  | ",
        "pyspark==3.5.5           | ",
        "pyspark-extension[a]==1  | ",
      })
  void readsTheExtrasOfPyspark(String line, String extras) throws IOException {
    write(MAIN, line);

    assertThat(read().pysparkExtras().orElse(null)).isEqualTo(extras);
  }

  @Test
  void followsIncludesFromTheFileThatNamesThem() throws IOException {
    write(MAIN, "numpy", "-r deps/base.txt", "-c deps/pins.txt");
    write("deps/base.txt", "--requirement=../more.txt", "pandas");
    write("deps/pins.txt", "pyspark==3.5.5");
    write("more.txt", "--constraint deps/pins.txt", "scipy");

    Requirements read = read();

    assertThat(read.pysparkPin()).contains("3.5.5");
    assertThat(read.allLines())
        .containsExactlyInAnyOrder("numpy", "pandas", "scipy", "pyspark==3.5.5");
    assertThat(read.pipWords("pyspark==3.5.5"))
        .as("pip follows them itself")
        .containsExactly("-r", folder.resolve(MAIN).toString(), "pyspark==3.5.5");
  }

  @Test
  void endsWhereFilesIncludeEachOther() throws IOException {
    write(MAIN, "-r other.txt", "numpy");
    write("other.txt", "-r ./requirements.txt", "pandas");

    assertThat(read().allLines()).containsExactly("numpy", "pandas");
  }

  @Test
  void leavesItToPipToMissAnIncludedFile() throws IOException {
    write(MAIN, "-r none.txt", "numpy");

    assertThat(read().allLines()).containsExactly("numpy");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "requirements-test.txt",
        "requirements-tests.txt",
        "requirements-dev.txt",
        "test-requirements.txt",
        "dev-requirements.txt"
      })
  void findsWhatTestsNeedBesideTheMainFile(String name) throws IOException {
    write(name, "pytest");
    assertThat(read().sources()).as("without the main file").isEmpty();
    write(MAIN, "numpy");
    write("pyproject.toml", "[project]", "dependencies = ['scipy']");

    Requirements read = read();

    assertThat(read.sources()).containsExactly(folder.resolve(MAIN), folder.resolve(name));
    assertThat(read.where()).isEqualTo("requirements.txt, " + name);
    assertThat(read.allLines()).containsExactly("numpy", "pytest");
  }

  @Test
  void takesPyprojectWhereThereIsNoMainFile() throws IOException {
    write("pyproject.toml", "[project]", "dependencies = ['pyspark[sql]==3.5.5', 'scipy']");

    Requirements read = read();

    assertThat(read.where()).isEqualTo("pyproject.toml");
    assertThat(read.files()).isEmpty();
    assertThat(read.pysparkPin()).contains("3.5.5");
    assertThat(read.pysparkExtras()).contains("sql");
    assertThat(read.pipWords("pyspark==3.5.5"))
        .containsExactly("pyspark[sql]==3.5.5", "scipy", "pyspark==3.5.5");
  }

  @Test
  void readsNothingWhereThereIsNoFile() {
    Requirements read = read();

    assertThat(read.where()).isEqualTo("no requirements");
    assertThat(read.allLines()).isEmpty();
    assertThat(read.pipWords("pyspark==3.5.5")).containsExactly("pyspark==3.5.5");
  }

  @Test
  void takesNamedFilesAlone() throws IOException {
    write(MAIN, "numpy");
    write("deps/job.txt", "pandas");
    write("deps/pyproject.toml", "[project]", "dependencies = ['scipy']");

    Requirements read = read("deps/job.txt", "deps/pyproject.toml");

    assertThat(read.files()).containsExactly(folder.resolve("deps/job.txt"));
    assertThat(read.allLines()).containsExactly("pandas", "scipy");
  }

  @Test
  void refusesANamedFileThatIsNotThere() {
    assertThatThrownBy(() -> read("none.txt"))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "python/requirements: there is no %s. Give a requirements file or a pyproject.toml, from"
                + " the module's folder",
            folder.resolve("none.txt"));
  }

  /** With a hash in the file, pip refuses what stands on its command line without one. */
  @Test
  void givesPipNoPysparkOfOurOwnWhereThePinnedOneHasAHash() throws IOException {
    write(MAIN, "pyspark==3.5.5 \\", "    --hash=sha256:0123", "py4j==0.10.9.7 --hash=sha256:45");

    assertThat(read().pipWords("pyspark==3.5.5"))
        .containsExactly("-r", folder.resolve(MAIN).toString());
  }

  @Test
  void leavesItToPipToRefuseHashesWithoutPyspark() throws IOException {
    write(MAIN, "numpy==1.26.4 --hash=sha256:0123");

    assertThat(read().pipWords("pyspark==3.5.5")).endsWith("pyspark==3.5.5");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-e .",
        "--editable ../lib",
        ".",
        "..",
        ".[dev]",
        "./wheels/a.whl",
        "wheels/a.whl",
        "/opt/a.whl",
        "-f wheels",
        "--find-links=wheels"
      })
  void knowsWhatMeansAnotherThingInAnotherFolder(String line) throws IOException {
    write(MAIN, "numpy", line);

    assertThat(read().namesPlaces()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "numpy==1.26.4",
        "a @ https://host/a.whl",
        "git+https://host/a.git@main",
        "--index-url https://host/simple",
        "-r more.txt",
        "a==1 --hash=sha256:01",
        "# ./a"
      })
  void knowsWhatMeansTheSameEverywhere(String line) throws IOException {
    write(MAIN, line);

    assertThat(read().namesPlaces()).isFalse();
  }

  private Requirements read(String... named) {
    return new RequirementsReader(folder).read(List.of(named));
  }

  private void write(String name, String... lines) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, List.of(lines));
  }
}
