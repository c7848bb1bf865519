/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sparkmaven.problem.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PythonLayoutTest {
  @TempDir Path folder;

  @Test
  void isEmptyWhereThereIsNoPython() throws IOException {
    make("src/main/java", "src/test/java", "tests", "test");
    file("src/job.py");

    assertThat(found().isEmpty()).isTrue();
    assertThat(found().toString(", ")).isEqualTo("none");
  }

  @Test
  void takesMavensLayout() throws IOException {
    make("src/main/python", "src/test/python");

    assertThat(found()).isEqualTo(layout("src/main/python", "src/test/python"));
    assertThat(found().isEmpty()).isFalse();
    assertThat(found().toString("; "))
        .isEqualTo("sources in src/main/python; tests in src/test/python");
  }

  @Test
  void takesTestsAlone() throws IOException {
    make("src/test/python");

    assertThat(found().sources()).isEmpty();
    assertThat(found().isEmpty()).isFalse();
    assertThat(found().toString(", ")).isEqualTo("tests in src/test/python");
  }

  @Test
  void prefersMavensLayoutToThatOfAProjectFile() throws IOException {
    make("src/main/python", "src/test/python", "tests");
    file("pyproject.toml");
    file("src/acme/__init__.py");

    assertThat(found()).isEqualTo(layout("src/main/python", "src/test/python"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"pyproject.toml", "setup.py", "setup.cfg"})
  void takesTheFolderOfAProjectFile(String name) throws IOException {
    file(name);
    make("tests");

    assertThat(found()).isEqualTo(layout("", "tests"));
    assertThat(found().toString(", ")).isEqualTo("sources in the module's folder, tests in tests");
  }

  @ParameterizedTest
  @ValueSource(strings = {"src/acme/__init__.py", "src/job.py"})
  void takesSrcWherePythonStandsInIt(String file) throws IOException {
    file("setup.cfg");
    file(file);

    assertThat(found().sources()).contains(folder.resolve("src"));
  }

  @Test
  void takesNoSrcThatHoldsAnotherLanguage() throws IOException {
    file("pyproject.toml");
    file("src/main/java/Job.java");

    assertThat(found().sources()).contains(folder);
  }

  @Test
  void takesAFolderNamedTestWhereThereIsNoTests() throws IOException {
    file("pyproject.toml");
    make("test");
    assertThat(found().tests()).contains(folder.resolve("test"));

    make("tests");
    assertThat(found().tests()).contains(folder.resolve("tests"));
  }

  @Test
  void takesWhatIsDeclared() throws IOException {
    make("src/main/python", "src/test/python", "py/code", "py/checks");

    assertThat(PythonLayout.of(folder, Optional.of("py/../py/code"), Optional.of("py/checks")))
        .isEqualTo(layout("py/code", "py/checks"));
  }

  @Test
  void takesTheModulesFolderWhereItIsDeclared() throws IOException {
    make("src/main/python");

    assertThat(PythonLayout.of(folder, Optional.of("."), Optional.empty()).sources())
        .contains(folder);
  }

  @Test
  void refusesDeclaredFoldersThatAreNoneAtOnce() throws IOException {
    file("checks");

    assertThatThrownBy(() -> PythonLayout.of(folder, Optional.of("none"), Optional.of("checks")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(
            "python/sourceDirectory: 'none' is no folder of this module. Give a folder that is"
                + " there, from the module's folder: "
                + folder)
        .hasMessageContaining("python/testDirectory: 'checks' is no folder of this module. ");
  }

  private PythonLayout found() {
    return PythonLayout.of(folder, Optional.empty(), Optional.empty());
  }

  private PythonLayout layout(String sources, String tests) {
    return new PythonLayout(
        folder,
        Optional.of(sources.isEmpty() ? folder : folder.resolve(sources)),
        Optional.of(folder.resolve(tests)));
  }

  private void make(String... folders) throws IOException {
    for (String name : folders) {
      Files.createDirectories(folder.resolve(name));
    }
  }

  private void file(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.createFile(file);
  }
}
