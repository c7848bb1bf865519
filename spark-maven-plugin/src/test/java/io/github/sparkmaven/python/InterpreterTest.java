/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sparkmaven.problem.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InterpreterTest {
  @TempDir Path folder;
  private final Map<String, String> environment = new TreeMap<>();

  @Test
  void isTheFirstPython3OnThePath() throws IOException {
    program("one/python");
    Files.createDirectories(folder.resolve("two/python3"));
    Files.createFile(Files.createDirectories(folder.resolve("three")).resolve("python3"));
    Path wanted = program("four/python3");
    program("five/python3");
    path("", "one", "two", "three", "four", "five", "none");

    assertThat(interpreter().base(Optional.empty())).isEqualTo(wanted);
    assertThat(interpreter().ofUser(Optional.empty())).isEqualTo(wanted);
  }

  @Test
  void isPythonWhereThereIsNoPython3() throws IOException {
    Path wanted = program("one/python");
    path("one");

    assertThat(interpreter().base(Optional.empty())).isEqualTo(wanted);
  }

  @Test
  void isTheNamedOne() throws IOException {
    program("one/python3");
    Path onPath = program("two/python3.12");
    Path inModule = program("module/envs/bin/python");
    path("one", "two");
    program("active/bin/python");
    environment.put("VIRTUAL_ENV", folder.resolve("active").toString());

    assertThat(interpreter().base(Optional.of("python3.12"))).isEqualTo(onPath);
    assertThat(interpreter().ofUser(Optional.of("python3.12"))).isEqualTo(onPath);
    assertThat(interpreter().base(Optional.of("envs/bin/python"))).isEqualTo(inModule);
    assertThat(interpreter().base(Optional.of(onPath.toString()))).isEqualTo(onPath);
  }

  @Test
  void ofTheUserIsThatOfTheActiveEnvironmentBeforeTheModulesOwn() throws IOException {
    path("one");
    Path onPath = program("one/python3");
    assertThat(interpreter().ofUser(Optional.empty())).isEqualTo(onPath);

    Path own = program("module/.venv/bin/python");
    assertThat(interpreter().ofUser(Optional.empty())).isEqualTo(own);

    Path conda = program("conda/bin/python");
    environment.put("CONDA_PREFIX", folder.resolve("conda").toString());
    assertThat(interpreter().ofUser(Optional.empty())).isEqualTo(conda);

    Path active = program("active/bin/python");
    environment.put("VIRTUAL_ENV", folder.resolve("active").toString());
    assertThat(interpreter().ofUser(Optional.empty())).isEqualTo(active);

    assertThat(interpreter().base(Optional.empty()))
        .as("environments are made with none of these")
        .isEqualTo(onPath);
  }

  @Test
  void passesOverAnActiveEnvironmentThatIsGone() throws IOException {
    Path onPath = program("one/python3");
    path("one");
    environment.put("VIRTUAL_ENV", folder.resolve("gone").toString());

    assertThat(interpreter().ofUser(Optional.empty())).isEqualTo(onPath);
  }

  @Test
  void saysThatThereIsNone() {
    path("none");

    assertThatThrownBy(() -> interpreter().base(Optional.empty()))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "python/executable: there is no Python on this machine: neither python3 nor python is on"
                + " the PATH. Install Python 3, or give the path of an interpreter");
    assertThatThrownBy(() -> interpreter().ofUser(Optional.empty()))
        .hasMessageStartingWith("python/executable: there is no Python on this machine");
    environment.clear();
    assertThatThrownBy(() -> interpreter().base(Optional.empty()))
        .hasMessageStartingWith("python/executable: there is no Python on this machine");
  }

  @Test
  void refusesANameThatIsNoProgram() throws IOException {
    program("one/python3");
    path("one");
    Files.createDirectories(folder.resolve("module/folder"));

    for (String name : new String[] {"python4", "/no/such/python", "./folder"}) {
      assertThatThrownBy(() -> interpreter().base(Optional.of(name)))
          .isInstanceOf(InputException.class)
          .hasMessage(
              "python/executable: '%s' is no program on this machine. Give the path of a Python 3"
                  + " interpreter, or its name on the PATH",
              name);
    }
  }

  @Test
  void saysWhatItIsAndHas() throws IOException {
    FakePython python =
        new FakePython(folder.resolve("python3"))
            .says(
                "a line of a site's own",
                "version=3.11.7",
                "package.pyspark=3.5.5",
                "package.pandas=2.0.3",
                "pyspark=/py/lib/pyspark",
                "minimum.pandas=1.0.5");

    PythonFacts facts = Interpreter.facts(python.executable(), folder);

    assertThat(facts)
        .isEqualTo(
            new PythonFacts(
                python.executable(),
                "3.11.7",
                Map.of("pyspark", "3.5.5", "pandas", "2.0.3"),
                Optional.of(Path.of("/py/lib/pyspark")),
                Map.of("pandas", "1.0.5")));
    assertThat(facts.packageVersion("pandas")).contains("2.0.3");
    assertThat(facts.packageVersion("numpy")).isEmpty();
    assertThat(new PythonEnvironment(facts, "made of a.txt"))
        .hasToString("Python 3.11.7 with pyspark 3.5.5 (made of a.txt)");
  }

  @Test
  void isKnownByThePathThatItSays() throws IOException {
    Path shim = program("shim");
    Files.writeString(shim, "#!/bin/sh\necho executable=/real/python3\necho version=3.12.1\n");

    PythonFacts facts = Interpreter.facts(shim, folder);

    assertThat(facts.executable()).isEqualTo(Path.of("/real/python3"));
    assertThat(new PythonEnvironment(facts, "the user's own"))
        .hasToString("Python 3.12.1 (the user's own)");
  }

  @Test
  void refusesWhatIsNoPython3() throws IOException {
    Path broken = program("broken");
    Files.writeString(
        broken, "#!/bin/sh\necho 'Traceback:' >&2\necho 'ImportError: no importlib' >&2\nexit 1\n");
    Path other = program("other");

    assertThatThrownBy(() -> Interpreter.facts(broken, folder))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "python/executable: '%s' does not work as Python 3: Traceback:; ImportError: no"
                + " importlib. Give the path of a Python 3 interpreter, or its name on the PATH",
            broken);
    assertThatThrownBy(() -> Interpreter.facts(other, folder))
        .hasMessageStartingWith("python/executable: '" + other + "' does not work as Python 3: ");
  }

  private Interpreter interpreter() {
    return new Interpreter(
        name -> Optional.ofNullable(environment.get(name)), folder.resolve("module"));
  }

  private void path(String... folders) {
    StringBuilder path = new StringBuilder();
    for (String name : folders) {
      path.append(name.isEmpty() ? "" : folder.resolve(name)).append(':');
    }
    environment.put("PATH", path.toString());
  }

  private Path program(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\n");
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
