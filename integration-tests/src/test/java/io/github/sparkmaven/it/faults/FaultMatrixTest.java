/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.it.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Submits a job that ends in every way that it can, to every manager, by whole builds: the build
 * must be green if, and only if, the job succeeded, and must say why not.
 *
 * <p>The rows stand in {@code faults.psv}, and docs/faults.md shows them. {@code
 * -Dfaults.only=<text>} runs the rows whose name holds a text.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultMatrixTest {
  private static final Path BASE = Path.of(System.getProperty("faults.base"));
  private static final Path WORK = BASE.resolve("target/faults");

  private final Map<String, FaultJob> jobs = new TreeMap<>();
  private final Places places = new Places(WORK);

  static List<Fault> faults() throws IOException {
    String only = System.getProperty("faults.only", "");
    return rows().stream().filter(row -> row.toString().contains(only)).toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faults")
  void tellsTheTruth(Fault fault) throws Exception {
    FaultJob job = job(fault.spark());
    Scenario scenario = new Scenario(fault, places.of(fault, job), job);

    BuildEnd end = scenario.run();

    assertThat(end.exitCode() == 0).as("green?%n%s", end.log()).isEqualTo(fault.green());
    assertThat(fault.says()).allSatisfy(words -> assertThat(end.log()).containsPattern(words));
    assertThat(scenario.leftAlive()).as("left alive").isEmpty();
  }

  @Test
  void isWhatTheDocumentationShows() throws IOException {
    String table =
        Stream.concat(
                Stream.of(
                    "| the job | where | Spark | the build | says |", "|---|---|---|---|---|"),
                rows().stream().map(Fault::markdown))
            .reduce("", (text, row) -> text + row + "\n");
    Path page = BASE.resolveSibling("docs").resolve("faults.md");
    Files.createDirectories(WORK);
    Files.writeString(WORK.resolve("faults.md"), table);

    assertThat(Files.readString(page))
        .as("paste %s into %s", WORK.resolve("faults.md"), page)
        .contains(table);
  }

  @AfterAll
  void end() {
    places.close();
  }

  private FaultJob job(String spark) throws IOException, InterruptedException {
    FaultJob known = jobs.get(spark);
    if (known == null) {
      known =
          FaultJob.packaged(BASE.resolve("src/faults/job"), WORK.resolve("job-" + spark), spark);
      jobs.put(spark, known);
    }
    return known;
  }

  private static List<Fault> rows() throws IOException {
    List<Fault> rows = new ArrayList<>();
    for (String line :
        Files.readAllLines(BASE.resolve("src/faults/faults.psv"), StandardCharsets.UTF_8)) {
      if (!line.isBlank() && !line.startsWith("#")) {
        rows.add(Fault.of(line));
      }
    }
    return rows;
  }
}
