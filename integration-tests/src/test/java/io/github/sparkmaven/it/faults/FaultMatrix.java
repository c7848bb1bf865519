/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.it.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Submits a job that ends in every way that it can, to every manager, by whole builds: the build
 * must be green if, and only if, the job succeeded, and must say why not.
 *
 * <p>The rows stand in a file for each manager, and docs/faults.md shows them. Managers run beside
 * each other, since most of a row is waiting; the rows of one come one by one. {@code
 * -Dfaults.only=<text>} runs the rows whose name holds a text, {@code -Pproof} those too that
 * differ from others only in where they run, and those that take long.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class FaultMatrix {
  static final List<String> MANAGERS = List.of("local", "standalone", "yarn", "kubernetes");
  static final Path BASE = Path.of(System.getProperty("faults.base"));
  static final Path WORK = BASE.resolve("target/faults");

  private final Map<String, FaultJob> jobs = new TreeMap<>();
  private final String manager;
  private final Places places;

  FaultMatrix(String manager) {
    this.manager = manager;
    this.places = Places.of(manager, WORK);
  }

  List<Fault> faults() throws IOException {
    String only = System.getProperty("faults.only", "");
    return rows(manager).stream().filter(row -> row.toString().contains(only)).toList();
  }

  @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
  @MethodSource("faults")
  void tellsTheTruth(Fault fault) throws Exception {
    if (fault.proof()) {
      Proof.passOver(fault.toString());
    }
    FaultJob job = job(fault);
    Scenario scenario = new Scenario(fault, places.of(fault, job), job);

    BuildEnd end = scenario.run();

    assertThat(end.exitCode() == 0).as("green?%n%s", end.log()).isEqualTo(fault.green());
    assertThat(fault.says()).allSatisfy(words -> assertThat(end.log()).containsPattern(words));
    assertThat(scenario.leftAlive()).as("left alive").isEmpty();
  }

  @AfterAll
  void end() {
    places.close();
  }

  /** Each manager has copies of its own: two submissions of one project get in each other's way. */
  private FaultJob job(Fault fault) throws IOException, InterruptedException {
    String key = (fault.isPython() ? "python-" : "") + fault.spark();
    FaultJob known = jobs.get(key);
    if (known == null) {
      Path folder = WORK.resolve(manager + "-" + key);
      known =
          fault.isPython()
              ? PythonFaultJob.prepared(
                  BASE.resolve("src/faults/python-job"), folder, fault.spark())
              : FaultJob.packaged(BASE.resolve("src/faults/job"), folder, fault.spark());
      jobs.put(key, known);
    }
    return known;
  }

  /** Returns all rows of a manager. */
  static List<Fault> rows(String manager) throws IOException {
    Path file = BASE.resolve("src/faults").resolve(manager + ".psv");
    return Files.readAllLines(file, StandardCharsets.UTF_8).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(Fault::of)
        .toList();
  }
}
