/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.jobtest.declared;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparkmaven.problem.Problem;
import io.github.sparkmaven.problem.Problems;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaseReaderTest {
  private static final String MINIMAL = "prints: done\n";

  @TempDir Path parent;

  @SuppressWarnings("NullAway.Init")
  private Path folder;

  private final Problems problems = new Problems();

  @BeforeEach
  void makeFolder() throws IOException {
    folder = parent.resolve("sums");
    Files.createDirectories(folder.resolve("expected"));
    Files.createFile(folder.resolve("in.csv"));
    Files.createFile(folder.resolve("expected/totals.csv"));
  }

  @Test
  void readsEverythingThatCanBeSaid() throws IOException {
    DeclaredCase declared =
        read("""
                description: sums by key
                job: nightly
                arguments: [--in, "${input.data}", "", 7]
                inputs: {data: in.csv}
                outputs:
                  totals:
                    format: parquet
                    ordered: true
                    ignore: [at, id]
                    tolerance: 1e-6
                    schema: k STRING, v INT
                    options: {sep: ;}
                prints: wrote 2
                conf: {spark.sql.ansi.enabled: true}
                timeout: 90s
                fork: true
                allowFailedStages: true
                """)
            .orElseThrow();

    assertThat(problems.all()).isEmpty();
    assertThat(declared.job()).contains("nightly");
    assertThat(declared.arguments()).contains(List.of("--in", "${input.data}", "", "7"));
    assertThat(declared.inputs()).isEqualTo(Map.of("data", folder.resolve("in.csv")));
    assertThat(declared.outputs())
        .containsExactly(
            new DeclaredOutput(
                "totals",
                folder.resolve("expected/totals.csv"),
                DataFormat.PARQUET,
                DataFormat.CSV,
                true,
                List.of("at", "id"),
                Optional.of(new BigDecimal("0.000001")),
                Optional.of("k STRING, v INT"),
                Map.of("sep", ";")));
    assertThat(declared.prints()).containsExactly("wrote 2");
    assertThat(declared.conf()).isEqualTo(Map.of("spark.sql.ansi.enabled", "true"));
    assertThat(declared.timeout()).get().asString().isEqualTo("90s");
    assertThat(declared.fork()).isTrue();
    assertThat(declared.allowFailedStages()).isTrue();
  }

  @Test
  void findsTheExpectedFileByTheOutputsName() throws IOException {
    DeclaredCase declared = read("outputs:\n  totals:\n").orElseThrow();

    assertThat(declared.outputs())
        .singleElement()
        .satisfies(
            output -> {
              assertThat(output.expected()).isEqualTo(folder.resolve("expected/totals.csv"));
              assertThat(output.format()).isEqualTo(DataFormat.CSV);
            });
  }

  @Test
  void readsAnExpectedFailure() throws IOException {
    assertThat(read("fails: {exitCode: 3, message: no input}\n").orElseThrow().failure())
        .contains(new DeclaredFailure(Optional.of(3), Optional.of("no input")));
  }

  @Test
  void tellsTheNearestKeyWithTheLine() throws IOException {
    read("prints: done\nargumets: [a]\n");

    assertThat(problems.all())
        .containsExactly(
            new Problem(
                "sums/job-test.yml:2: argumets",
                "is no key that is known here",
                "Did you mean 'arguments'?"));
  }

  @Test
  void tellsAllKeysWhereNoneIsNear() throws IOException {
    read("outputs:\n  totals: {separator: x}\n");

    assertThat(problems.all())
        .containsExactly(
            new Problem(
                "sums/job-test.yml:2: outputs/totals/separator",
                "is no key that is known here",
                "Give one of expected, format, ordered, ignore, tolerance, schema, options"));
  }

  @Test
  void tellsEverythingThatIsWrongAtOnce() throws IOException {
    read(
        """
        inputs: {data: missing.csv}
        outputs:
          totals: {format: xml, tolerance: -1}
          others: {}
        timeout: soon
        fork: maybe
        fails: {exitCode: 0}
        """);

    assertThat(problems.all().stream().map(Problem::toString))
        .containsExactlyInAnyOrder(
            "sums/job-test.yml:1: inputs/data: there is no "
                + folder.resolve("missing.csv")
                + ". Give a file or a folder of the case, or a path from there",
            "sums/job-test.yml:3: outputs/totals/format: 'xml' is no format that is known."
                + " Give one of csv, json, parquet, orc",
            "sums/job-test.yml:3: outputs/totals/tolerance: '-1' is no tolerance."
                + " Give a number of at least 0, as in 1e-6",
            "sums/job-test.yml: outputs/others/expected: is missing, and there is no"
                + " expected/others with .csv, .json, .parquet or .orc."
                + " Name the file, as in 'expected: expected/others.csv'",
            "sums/job-test.yml:5: timeout: 'soon' is no duration. Give a whole number above 0"
                + " with a unit, ms, s, m, h or d, as in 90s or 30m",
            "sums/job-test.yml:6: fork: 'maybe' is neither true nor false. Give one of them",
            "sums/job-test.yml:7: fails/exitCode: '0' is no exit code of a failure."
                + " Give a number from 1 to 255",
            "sums/job-test.yml:7: fails: stands beside outputs."
                + " Keep one: a job that fails is not asked what it wrote");
  }

  @Test
  void refusesACaseThatExpectsNothing() throws IOException {
    read("arguments: [a]\n");

    assertThat(problems.all())
        .extracting(Problem::what)
        .containsExactly("is missing, and so are prints and fails: nothing is expected of the job");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "prints: [&a x, *a]\n",
        "prints: !!java.net.URL [x]\n",
        "prints: !!binary aGk=\n",
        "conf: &c {a: b}\nprints: x\n"
      })
  void refusesWhatCouldDoMoreThanSayAValue(String text) throws IOException {
    assertThat(read(text)).isEmpty();
    assertThat(problems.all()).isNotEmpty().allMatch(problem -> problem.where().contains(":1"));
  }

  @Test
  void tellsTheLineOfBrokenYaml() throws IOException {
    assertThat(read("prints: done\narguments: [a\nfork: true\n")).isEmpty();

    assertThat(problems.all())
        .singleElement()
        .satisfies(problem -> assertThat(problem.where()).startsWith("sums/job-test.yml:3"))
        .satisfies(problem -> assertThat(problem.what()).startsWith("is no YAML: "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "- a\n- b\n", "text\n", "prints: a\nprints: b\n", "a: 1\n---\nb: 2\n"})
  void refusesWhatIsNoMappingOfItsKeys(String text) throws IOException {
    assertThat(read(text)).isEmpty();
    assertThat(problems.all()).isNotEmpty();
  }

  @Test
  void takesExpectedFilesThatAreYetToBeWritten() throws IOException {
    Files.writeString(
        folder.resolve(CaseReader.FILE), "outputs:\n  totals: {expected: later.csv}\n");

    assertThat(new CaseReader(folder, true, problems).read()).isPresent();
    assertThat(new CaseReader(folder, false, problems).read()).isEmpty();
  }

  @Test
  void readsAMinimalCase() throws IOException {
    DeclaredCase declared = read(MINIMAL).orElseThrow();

    assertThat(declared.name()).isEqualTo("sums");
    assertThat(declared.arguments()).isEmpty();
    assertThat(declared.fork()).isFalse();
  }

  private Optional<DeclaredCase> read(String text) throws IOException {
    Files.writeString(folder.resolve(CaseReader.FILE), text);
    return new CaseReader(folder, false, problems).read();
  }
}
