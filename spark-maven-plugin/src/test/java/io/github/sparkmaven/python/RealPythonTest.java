/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.sparkmaven.problem.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our scripts in a real interpreter, where the machine has one. */
class RealPythonTest {
  @TempDir Path folder;
  private PythonEnvironment python;

  @BeforeEach
  void find() {
    Optional<Path> found = RealPython.find();
    assumeThat(found).as(RealPython.MISSING).isPresent();
    python = new PythonEnvironment(Interpreter.facts(found.orElseThrow(), folder), "for tests");
  }

  @Test
  void answersTheProbe() {
    assertThat(python.executable()).isExecutable();
    assertThat(python.facts().version()).matches("3\\.\\d+\\.\\d+");
  }

  @Test
  void compilesWithoutRunning() throws IOException {
    Path good = Files.writeString(folder.resolve("good.py"), "raise SystemExit(3)\n");
    Path text = Files.writeString(folder.resolve("notes.txt"), "no Python");

    SyntaxCheck.check(python, folder, List.of(good, text));

    assertThat(folder).isDirectoryNotContaining("glob:**/__pycache__");
  }

  @Test
  void tellsOfEveryFileThatDoesNotCompile() throws IOException {
    Path one = Files.writeString(folder.resolve("one.py"), "x = 1\ndef broken(:\n");
    Path two = Files.writeString(folder.resolve("two.py"), "  indented = 1\n");

    assertThatThrownBy(() -> SyntaxCheck.check(python, folder, List.of(one, two)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(one + ":2: invalid syntax, says Python " + python.facts().version())
        .hasMessageContaining(two + ":1: unexpected indent, says Python ");
  }

  /** Python before 3.13 finds a package without __init__.py only by an entry for its folder. */
  @Test
  void importsPackagesOutOfOurZip() throws IOException {
    Path module = folder.resolve("src/acme/sub/rates.py");
    Files.createDirectories(module.getParent());
    Files.writeString(module, "RATE = 7\n");
    Path zip = folder.resolve("sources.zip");
    SourceZip.write(
        zip, folder.resolve("src"), List.of(module), LocalDateTime.of(2026, 1, 1, 0, 0));

    PythonProcess said =
        PythonProcess.run(
            List.of(
                python.executable().toString(),
                "-c",
                "import acme.sub.rates as r; print(r.__file__, r.RATE)"),
            folder,
            Map.of("PYTHONPATH", zip.toString()),
            new io.github.sparkmaven.unit.TimeLimit(Duration.ofMinutes(1)),
            line -> {});

    assertThat(said.output()).containsExactly(zip + "/acme/sub/rates.py 7");
  }

  @Test
  void refusesToPackWhatIsNoVirtualEnvironment() throws IOException {
    PythonProcess said =
        PythonProcess.run(
            List.of(
                python.executable().toString(),
                "-c",
                "import sys; print(sys.prefix == sys.base_prefix)"),
            folder,
            Map.of(),
            new io.github.sparkmaven.unit.TimeLimit(Duration.ofMinutes(1)),
            line -> {});
    assumeThat(said.output()).containsExactly("True");
    Path archive = folder.resolve("out/environment.tar.gz");

    assertThatThrownBy(() -> PackedEnvironment.write(python, archive))
        .isInstanceOf(InputException.class)
        .hasMessageMatching(
            "python/packEnvironment: the environment cannot be packed: \\S+ is no virtual"
                + " environment\\. Use a virtual environment, or have one made with"
                + " <environment>venv</environment>");
    assertThat(archive.getParent()).isEmptyDirectory();
  }

  @Test
  void packsAVirtualEnvironmentWithoutPyspark() throws IOException {
    Path environment = folder.resolve("environment");
    PythonProcess made =
        PythonProcess.run(
            List.of(
                python.executable().toString(),
                "-m",
                "venv",
                "--without-pip",
                environment.toString()),
            folder,
            Map.of(),
            new io.github.sparkmaven.unit.TimeLimit(Duration.ofMinutes(1)),
            line -> {});
    assumeThat(made.failed()).as("venv works").isFalse();
    Path packages =
        environment.resolve(
            "lib/python" + PythonVersion.of(python.facts().version()) + "/site-packages");
    for (String name :
        List.of(
            "pyspark/a.py",
            "py4j/a.py",
            "pyspark-3.5.5.dist-info/b",
            "acme/a.py",
            "acme/__pycache__/a.pyc")) {
      Files.createDirectories(packages.resolve(name).getParent());
      Files.writeString(packages.resolve(name), "");
    }
    PythonFacts facts = Interpreter.facts(environment.resolve("bin/python"), folder);

    Path archive =
        PackedEnvironment.write(
            new PythonEnvironment(facts, "made"), folder.resolve("out/environment.tar.gz"));

    PythonProcess listed =
        PythonProcess.run(
            List.of("tar", "tzf", archive.toString()),
            folder,
            Map.of(),
            new io.github.sparkmaven.unit.TimeLimit(Duration.ofMinutes(1)),
            line -> {});
    assertThat(listed.output())
        .contains("bin/python", "pyvenv.cfg")
        .anyMatch(name -> name.endsWith("site-packages/acme/a.py"))
        .noneMatch(name -> name.contains("pyspark") || name.contains("py4j"))
        .noneMatch(name -> name.contains("__pycache__"));
  }
}
