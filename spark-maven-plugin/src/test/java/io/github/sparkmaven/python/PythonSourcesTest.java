/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.python;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PythonSourcesTest {
  @TempDir Path folder;

  @Test
  void areNoneWhereThereIsNoFolder() {
    assertThat(PythonSources.of(new PythonLayout(folder, Optional.empty(), Optional.empty())))
        .isEmpty();
  }

  @Test
  void areAllFilesOfAFolderOfSourcesInOrder() throws IOException {
    files(
        "src/main/python/job.py",
        "src/main/python/acme/__init__.py",
        "src/main/python/acme/data/rates.csv",
        "src/main/python/conftest.py",
        "src/main/python/names.txt");

    assertThat(sources("src/main/python"))
        .containsExactly(
            "src/main/python/acme/__init__.py",
            "src/main/python/acme/data/rates.csv",
            "src/main/python/conftest.py",
            "src/main/python/job.py",
            "src/main/python/names.txt");
  }

  @Test
  void leaveOutWhatToolsLeaveBehind() throws IOException {
    files(
        "src/job.py",
        "src/job.pyc",
        "src/__pycache__/job.cpython-311.pyc",
        "src/acme/__pycache__/a.cpython-311.pyc",
        "src/acme/.hidden",
        "src/.venv/lib/x.py",
        "src/acme.egg-info/PKG-INFO",
        "src/build/lib/job.py",
        "src/dist/acme.whl",
        "src/target/x.py");

    assertThat(sources("src")).containsExactly("src/job.py");
  }

  @Test
  void keepPackagesThatHaveTheNamesOfBuiltFolders() throws IOException {
    files(
        "src/acme/target/encoding.py",
        "src/acme/dist/__init__.py",
        "src/acme/build/plan.sql",
        "src/target/__init__.py");

    assertThat(sources("src"))
        .containsExactly(
            "src/acme/build/plan.sql",
            "src/acme/dist/__init__.py",
            "src/acme/target/encoding.py",
            "src/target/__init__.py");
  }

  @Test
  void areModulesAndPackagesAloneBesideAProjectFile() throws IOException {
    files(
        "job.py",
        "setup.py",
        "conftest.py",
        "pyproject.toml",
        "README.md",
        "pom.xml",
        "acme/__init__.py",
        "acme/setup.py",
        "acme/data/rates.csv",
        "docs/conf.py",
        "target/classes/x.py",
        "build/lib/acme/__init__.py",
        "tests/__init__.py",
        "tests/test_job.py");

    assertThat(sources(""))
        .containsExactly("acme/__init__.py", "acme/data/rates.csv", "acme/setup.py", "job.py");
  }

  @Test
  void areNoTests() throws IOException {
    files("src/job.py", "src/tests/test_job.py", "src/acme/tests/rates.py");

    assertThat(
            PythonSources.of(
                new PythonLayout(
                    folder,
                    Optional.of(folder.resolve("src")),
                    Optional.of(folder.resolve("src/tests")))))
        .containsExactly(folder.resolve("src/acme/tests/rates.py"), folder.resolve("src/job.py"));
  }

  private List<String> sources(String root) {
    return PythonSources.of(
            new PythonLayout(
                folder,
                Optional.of(root.isEmpty() ? folder : folder.resolve(root)),
                Optional.of(folder.resolve("tests"))))
        .stream()
        .map(file -> folder.relativize(file).toString())
        .toList();
  }

  private void files(String... names) throws IOException {
    for (String name : names) {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.createFile(file);
    }
  }
}
