/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.yarn;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparkmaven.tuning.Layout;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The small case of {@link ScaleBenchmark}: 100 mixed nodes. */
class ScaleTest {
  private static final int NODES = 100;
  // One node of each group, where the application master lands.
  private static final List<Integer> MASTERS = List.of(0, 60, 90);

  @ParameterizedTest
  @CsvSource({
    "CAPACITY, DEFAULT,    1",
    "CAPACITY, DEFAULT,  100",
    "CAPACITY, DOMINANT,   1",
    "CAPACITY, DOMINANT, 100",
    "FAIR,     DOMINANT,   1",
    "FAIR,     DOMINANT, 100",
  })
  void placesWhatThePlanSaysIsGranted(Scheduler scheduler, Calculator calculator, int perHeartbeat)
      throws Exception {
    for (int master : MASTERS) {
      PlannerCase cluster = ScaleCluster.mixed(NODES, scheduler, calculator);
      ScaleRun run = ScaleRun.of(cluster, master, perHeartbeat);

      Layout layout = run.plan().tuning().layout();
      assertThat(run.asked().executors()).isEqualTo(layout.requestedExecutors());
      assertThat(run.placing().granted().executors())
          .as("application master on node %s", master)
          .isEqualTo(layout.grantedExecutors());
      assertThat(run.placing().granted().containerMib()).isEqualTo(layout.containerMib());
      assertThat(run.asPlanned()).isTrue();
    }
  }
}
