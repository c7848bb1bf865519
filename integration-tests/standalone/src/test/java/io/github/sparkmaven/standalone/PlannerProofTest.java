/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparkmaven.hardware.DeployMode;
import io.github.sparkmaven.plan.Plan;
import io.github.sparkmaven.tuning.Layout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Plans, and what the real master grants of them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlannerProofTest {
  private final List<Row> rows = new ArrayList<>();

  @ParameterizedTest
  @MethodSource("clusters")
  void promisesWhatTheMasterGrants(PlannedCase question) throws InterruptedException {
    Plan plan = question.plan();
    Layout layout = plan.tuning().layout();
    Map<String, String> settings = PlannedCase.settings(plan);

    Granted granted =
        RealMaster.grant(
            question.workers(), settings, question.spreadOut(), question.driver(settings));

    rows.add(new Row(question, layout, granted));
    assertThat(granted.driverWorker().isPresent())
        .isEqualTo(question.deployMode() == DeployMode.CLUSTER);
    if (question.deployMode() == DeployMode.CLIENT || question.homogeneous()) {
      assertThat(granted.executors()).isEqualTo(layout.grantedExecutors());
    } else {
      // Promised is what is granted wherever the master puts the driver; asked is no more than
      // that unless a pin asks for it.
      assertThat(granted.executors())
          .isBetween(layout.grantedExecutors(), layout.requestedExecutors());
    }
    assertThat(granted.cores()).isEqualTo(granted.executors() * layout.size().cores());
  }

  static Stream<PlannedCase> clusters() {
    return PlannedCases.random(Integer.getInteger("proof.clusters", 12));
  }

  @AfterAll
  void report() throws IOException {
    Path folder = Files.createDirectories(Path.of("target", "proof"));
    Files.write(
        folder.resolve("standalone.csv"),
        Stream.concat(Stream.of(Row.HEADER), rows.stream().map(Row::csv)).toList());
    System.out.printf(
        "Standalone: %d clusters, %d of them mixed, %d with a driver inside, %d with pins;"
            + " as planned: %d, more: %d, fewer: %d%n",
        rows.size(),
        count(row -> !row.question.homogeneous()),
        count(row -> row.question.deployMode() == DeployMode.CLUSTER),
        count(row -> !row.question.pins().isEmpty()),
        count(row -> row.difference() == 0),
        count(row -> row.difference() > 0),
        count(row -> row.difference() < 0));
  }

  private long count(Predicate<Row> such) {
    return rows.stream().filter(such).count();
  }

  private record Row(PlannedCase question, Layout layout, Granted granted) {
    private static final String HEADER =
        "cluster,executorCores,heapMiB,requested,planned,granted,driverWorker";

    private int difference() {
      return granted.executors() - layout.grantedExecutors();
    }

    private String csv() {
      return String.join(
          ",",
          "\"" + question + "\"",
          "" + layout.size().cores(),
          "" + layout.size().heapMib(),
          "" + layout.requestedExecutors(),
          "" + layout.grantedExecutors(),
          "" + granted.executors(),
          granted.driverWorker().isPresent() ? "" + granted.driverWorker().getAsInt() : "");
    }
  }
}
