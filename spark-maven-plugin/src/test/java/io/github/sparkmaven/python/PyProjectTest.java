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
import org.junit.jupiter.params.provider.ValueSource;

class PyProjectTest {
  @TempDir Path folder;

  @Test
  void readsTheDependenciesOfTheProject() throws IOException {
    assertThat(
            read(
                """
                [project]
                name = "acme"
                dependencies = [
                  "pyspark==3.5.5",  # why
                  "numpy>=1.26; python_version > '3.8'",
                ]
                """))
        .containsExactly("pyspark==3.5.5", "numpy>=1.26; python_version > '3.8'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"test", "tests", "testing", "dev"})
  void readsTheExtrasOfTests(String extra) throws IOException {
    assertThat(
            read(
                """
                [project]
                dependencies = ["numpy"]
                [project.optional-dependencies]
                %s = ["pytest", "numpy"]
                docs = ["sphinx"]
                """
                    .formatted(extra)))
        .containsExactly("numpy", "pytest");
  }

  @Test
  void readsWhatDevelopersNeedOnlyWhereNothingIsSaidOfTests() throws IOException {
    assertThat(
            read(
                """
                [project]
                dependencies = ["numpy"]
                [project.optional-dependencies]
                dev = ["ruff"]
                [dependency-groups]
                test = ["pytest"]
                dev = ["mypy"]
                """))
        .containsExactly("numpy", "pytest");
  }

  @Test
  void readsTheGroupsOfTestsAndThoseThatTheyInclude() throws IOException {
    assertThat(
            read(
                """
                [dependency-groups]
                dev = ["ruff", {include-group = "test"}, {include-group = "typing"}]
                test = ["pytest", {include-group = "dev"}]
                typing = ["mypy"]
                docs = ["sphinx"]
                """))
        .containsExactlyInAnyOrder("ruff", "pytest", "mypy");
  }

  @Test
  void passesOverAGroupThatIsIncludedAndNotThere() throws IOException {
    assertThat(read("[dependency-groups]\ndev = ['ruff', {include-group = 'none'}]"))
        .containsExactly("ruff");
  }

  @Test
  void refusesWhatIsNoToml() throws IOException {
    Path file = Files.writeString(folder.resolve("pyproject.toml"), "[project\nname = 1");

    assertThatThrownBy(() -> PyProject.read(file))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("python/requirements: " + file + " is no TOML: ")
        .hasMessageContaining("line 1")
        .hasMessageEndingWith(". Mend it, or give a requirements file");
  }

  @Test
  void readsPoetrysTablesInPipsWords() throws IOException {
    assertThat(
            read(
                """
                [tool.poetry.dependencies]
                python = "^3.9"
                pyspark = "3.5.5"
                pandas = { version = "^2.1", extras = ["parquet"], markers = "python_version < '3.13'" }
                [tool.poetry.group.testing.dependencies]
                pytest = "^7"
                [tool.poetry.group.dev.dependencies]
                black = "*"
                """))
        .containsExactly(
            "pyspark==3.5.5", "pandas[parquet]>=2.1,<3 ; python_version < '3.13'", "pytest>=7,<8");
  }

  @Test
  void readsWhatPoetrysDevelopersNeedWhereNoGroupIsTheTests() throws IOException {
    assertThat(
            read(
                "[tool.poetry.dependencies]\nnumpy = '*'\n[tool.poetry.dev-dependencies]\npytest = '~7.4'"))
        .containsExactly("numpy", "pytest>=7.4,<7.5");
  }

  @ParameterizedTest
  @ValueSource(strings = {"'^1 || ^2'", "{ path = '../other' }", "['1', '2']"})
  void refusesWhatPipHasNoWordsFor(String declared) throws IOException {
    Path file = write("[tool.poetry.dependencies]\nother = " + declared);

    assertThatThrownBy(() -> PyProject.read(file).requirements(true))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "python/requirements: 'other' in %s is declared in a form that pip has no words for. Run"
                + " poetry export -f requirements.txt -o requirements.txt, or use poetry's own"
                + " environment with <environment>system</environment>",
            file);
  }

  @Test
  void readsAPoetryProjectThatHasStandardDependenciesToo() throws IOException {
    assertThat(
            read("[project]\ndependencies = ['numpy']\n[tool.poetry.dependencies]\nnumpy = '1.26'"))
        .containsExactly("numpy");
  }

  @Test
  void passesOverAGuessedFileOfOtherTools() throws IOException {
    assertThat(PyProject.read(write("[tool.black]\nline-length = 100")).requirements(true))
        .isEmpty();
  }

  @Test
  void refusesANamedFileOfOtherTools() throws IOException {
    Path file = write("[tool.black]\nline-length = 100");

    assertThatThrownBy(() -> PyProject.read(file).requirements(false))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "python/requirements: %s has no [project] dependencies and no [dependency-groups]. Add"
                + " them, or give a requirements file",
            file);
  }

  @Test
  void passesOverWhatIsOfAnotherForm() throws IOException {
    assertThat(
            read(
                """
                [project]
                dependencies = "numpy"
                optional-dependencies = ["pytest"]
                [dependency-groups]
                dev = "ruff"
                test = ["pytest", 1]
                """))
        .containsExactly("pytest");
  }

  private List<String> read(String text) throws IOException {
    return PyProject.read(write(text)).requirements(true);
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("pyproject.toml"), text);
  }
}
