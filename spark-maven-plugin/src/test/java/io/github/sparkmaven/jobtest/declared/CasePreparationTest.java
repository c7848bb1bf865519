/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.jobtest.declared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sparkmaven.problem.InputException;
import io.github.sparkmaven.unit.TimeLimit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CasePreparationTest {
  @TempDir Path folder;
  private Optional<LocalProgram> program =
      Optional.of(
          new LocalProgram(
              Optional.of("com.acme.Sums"),
              Path.of("sums.jar"),
              List.of(),
              List.of(),
              List.of("--of", "pom"),
              Map.of("spark.acme.a", "of-plan", "spark.acme.b", "of-plan")));

  @Test
  void fillsThePathsOfTheCase() throws IOException {
    declare(
        "sums",
        """
        arguments: ["${input.in}", "${output.out}/x", "${case}", "${work}", "$${input.in}"]
        inputs: {in: in.csv}
        outputs: {out: {expected: out.csv}}
        conf: {spark.acme.folder: "${work}/a"}
        """);

    Map<String, String> keys = prepare().get(0).keys();

    assertThat(keys)
        .containsEntry("arguments.0", cases().resolve("sums/in.csv").toString())
        .containsEntry("arguments.1", work().resolve("sums/output/out/x").toString())
        .containsEntry("arguments.2", cases().resolve("sums").toString())
        .containsEntry("arguments.3", work().resolve("sums").toString())
        .containsEntry("arguments.4", "${input.in}")
        .containsEntry("conf.spark.acme.folder", work().resolve("sums/a").toString())
        .containsEntry("outputs.0.actual", work().resolve("sums/output/out").toString());
  }

  @Test
  void tellsWhatAPlaceholderCanBe() throws IOException {
    declare("sums", "arguments: ['${input.other}']\ninputs: {in: in.csv}\nprints: x\n");

    assertThatThrownBy(this::prepare)
        .isInstanceOf(InputException.class)
        .hasMessage(
            "sums/job-test.yml: '${input.other}' stands for nothing. Give one of ${case},"
                + " ${input.in}, ${work}, or $${input.other} for itself");
  }

  @Test
  void laysTheCasesSettingsOverThePlansAndThoseOverTheDefaults() throws IOException {
    declare("sums", "conf: {spark.acme.b: of-case, spark.master: 'local[4]'}\nprints: x\n");

    assertThat(prepare().get(0).keys())
        .containsEntry("conf.spark.acme.a", "of-plan")
        .containsEntry("conf.spark.acme.b", "of-case")
        .containsEntry("conf.spark.master", "local[4]")
        .containsEntry("conf.spark.ui.enabled", "false")
        .containsEntry("conf.spark.app.name", "sums");
  }

  @Test
  void takesTheProgramsArgumentsWhereTheCaseSaysNothing() throws IOException {
    declare("sums", "prints: x\n");

    assertThat(prepare().get(0).keys())
        .containsEntry("arguments.0", "--of")
        .containsEntry("arguments.1", "pom");
  }

  @Test
  void givesTheJvmWhatSparkSubmitWouldGiveTheDriver() throws IOException {
    declare(
        "big",
        "conf: {spark.driver.memory: 3g, spark.driver.extraJavaOptions: -Da=b -Dc}\nprints: x\n");
    declare("small", "prints: x\n");

    assertThat(prepare())
        .extracting(PreparedCase::jvmOptions)
        .containsExactly(List.of("-Xmx3072m", "-Da=b", "-Dc"), List.of("-Xmx1024m"));
  }

  @Test
  void putsCasesTogetherThatNeedTheSameJvm() throws IOException {
    declare("a", "prints: x\n");
    declare("b", "prints: x\nfork: true\n");
    declare("c", "prints: x\nconf: {spark.driver.memory: 2g}\n");
    declare("d", "prints: x\n");

    assertThat(CaseJvm.of(prepare()))
        .extracting(jvm -> jvm.cases().stream().map(PreparedCase::name).toList())
        .containsExactly(List.of("b"), List.of("a", "d"), List.of("c"));
  }

  @Test
  void readsTheCasesThatAreChosen() throws IOException {
    declare("a", "prints: x\n");
    declare("b", "prints: x\n");
    Files.createDirectories(cases().resolve("data-of-both"));

    assertThat(tests(Set.of("b", "data-of-both")).names()).containsExactly("b");
    assertThat(tests(Set.of("a", "b")).names()).containsExactly("a", "b");
  }

  @Test
  void preparesAPythonProgram() throws IOException {
    declare("sums", "prints: x\n");
    program =
        Optional.of(
            new LocalProgram(
                Optional.empty(),
                Path.of("/m/sums.py"),
                List.of(Path.of("/m/udfs.jar")),
                List.of(Path.of("/m/sources.zip"), Path.of("/m/more.zip")),
                List.of(),
                Map.of("spark.pyspark.python", "/venv/bin/python")));

    PreparedCase prepared = prepare().get(0);

    assertThat(prepared.kind()).isEqualTo(DeclaredTests.Kind.PYTHON);
    assertThat(prepared.keys())
        .doesNotContainKey("mainClass")
        .containsEntry("resource", "/m/sums.py")
        .containsEntry("jars.0", "/m/udfs.jar")
        .containsEntry("pyFiles.0", "/m/sources.zip")
        .containsEntry("pyFiles.1", "/m/more.zip")
        .containsEntry("conf.spark.pyspark.python", "/venv/bin/python");
  }

  @Test
  void preparesAProgramOfTheJvm() throws IOException {
    declare("sums", "prints: x\n");

    PreparedCase prepared = prepare().get(0);

    assertThat(prepared.kind()).isEqualTo(DeclaredTests.Kind.JVM);
    assertThat(prepared.keys())
        .containsEntry("mainClass", "com.acme.Sums")
        .containsEntry("resource", "sums.jar")
        .doesNotContainKey("pyFiles.0");
  }

  @Test
  void passesOverACaseWhoseProgramCannotRunHere() throws IOException {
    declare("sums", "prints: x\n");
    program = Optional.empty();

    assertThat(prepare()).isEmpty();
  }

  private List<PreparedCase> prepare() {
    DeclaredTests tests = tests(Set.of());
    return new CasePreparation(tests, work(), folder.resolve("reports")).all();
  }

  private DeclaredTests tests(Set<String> chosen) {
    return new DeclaredTests(
        cases(),
        name -> chosen.isEmpty() || chosen.contains(name),
        false,
        new TimeLimit(Duration.ofMinutes(5)),
        name -> program,
        kind -> {
          throw new AssertionError("nobody asks for the class path");
        });
  }

  private void declare(String name, String text) throws IOException {
    Path own = Files.createDirectories(cases().resolve(name));
    Files.writeString(own.resolve(CaseReader.FILE), text);
    Files.createFile(own.resolve("in.csv"));
    Files.createFile(own.resolve("out.csv"));
  }

  private Path cases() {
    return folder.resolve("cases");
  }

  private Path work() {
    return folder.resolve("work");
  }
}
