/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sparkmaven.home.JavaHome;
import io.github.sparkmaven.problem.InputException;
import io.github.sparkmaven.python.PythonProject;
import io.github.sparkmaven.python.PythonSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The interpreters are shell scripts that say what a test wants to hear. */
class PythonExaminationTest {
  @TempDir Path folder;
  private Patient patient;

  @BeforeEach
  void sound() {
    patient = new Patient(folder);
  }

  @Test
  void looksAtNothingWithoutPython() {
    assertThat(findings()).isEmpty();
  }

  @Test
  void findsAnInterpreterThatCanMakeEnvironments() {
    python(PythonSettings.Kind.VENV, "version=3.11.7", "");

    assertThat(findings())
        .containsExactly(
            Finding.ok("python", "Python 3.11.7 (" + folder.resolve("python3") + ")"),
            Finding.ok("python", "the environment of the requirements is made when it is needed"));
    assertThat(folder.resolve("cache/python")).doesNotExist();
  }

  @Test
  void refusesAnInterpreterThatCannot() {
    python(PythonSettings.Kind.VENV, "version=3.11.7", "venv ensurepip");

    assertThat(findings())
        .contains(
            Finding.error(
                "python",
                "no environment can be made: "
                    + folder.resolve("python3")
                    + " lacks venv, ensurepip",
                "python -m venv fails, and with it every goal that runs this module's Python.",
                "apt install python3-venv, or <environment>system</environment>"));
  }

  @Test
  void refusesAPythonThatIsTooOld() {
    python(PythonSettings.Kind.VENV, "version=3.7.1", "");

    assertThatThrownBy(this::findings)
        .isInstanceOf(InputException.class)
        .hasMessageContaining("is too old for Spark 3.5.5");
  }

  @Test
  void warnsOfAPythonThatSparkDoesNotTest() {
    python(PythonSettings.Kind.VENV, "version=3.13.0", "");

    assertThat(findings())
        .extracting(Finding::what)
        .contains("Spark 3.5.5 is not tested on Python 3.13.0; 3.11 is the newest that it is");
  }

  @Test
  void holdsTheUsersOwnPackagesAgainstSparkAndJdk() {
    python(
        PythonSettings.Kind.SYSTEM,
        "version=3.11.7\npackage.pyspark=3.5.1\npackage.pandas=2.0.3\npackage.pyarrow=15.0.0",
        "");
    assertThat(findings())
        .containsExactly(
            Finding.ok(
                "python",
                "Python 3.11.7 ("
                    + folder.resolve("python3")
                    + ") with pyspark 3.5.1, pandas 2.0.3, pyarrow 15.0.0"));

    patient.java = Optional.of(new JavaHome(folder.resolve("jdk"), 21));
    assertThatThrownBy(this::findings).hasMessageContaining("JDK 21: the exchange with pandas");
  }

  @Test
  void refusesAPysparkOfAnotherSpark() {
    python(PythonSettings.Kind.SYSTEM, "version=3.11.7\npackage.pyspark=4.1.0", "");

    assertThatThrownBy(this::findings)
        .hasMessageContaining("does not fit the project's Spark 3.5.5");
  }

  @Test
  void warnsOfAnInterpreterWithoutPyspark() {
    python(PythonSettings.Kind.SYSTEM, "version=3.11.7", "");

    assertThat(findings())
        .containsExactly(
            Finding.warning(
                "python",
                "Python 3.11.7 (" + folder.resolve("python3") + ") has no pyspark",
                "Python jobs and tests of this module have no Spark unless SPARK_HOME names one"
                    + " with a python folder.",
                folder.resolve("python3") + " -m pip install pyspark==3.5.5"));
  }

  private void python(PythonSettings.Kind kind, String facts, String lacking) {
    Path python =
        patient.file(
            "python3",
            "#!/bin/sh\ncase \"$3\" in\n*importlib.metadata*) echo '"
                + facts
                + "' ;;\n*) echo '"
                + lacking
                + "' ;;\nesac\n");
    assertThat(python.toFile().setExecutable(true)).isTrue();
    patient.python =
        Optional.of(
            new PythonProject(
                folder,
                new PythonSettings(Optional.of(python.toString()), List.of(), kind, false),
                name -> Optional.empty()));
  }

  private List<Finding> findings() {
    return new PythonExamination(patient.request()).findings();
  }
}
