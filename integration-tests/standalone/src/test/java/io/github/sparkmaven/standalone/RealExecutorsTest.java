/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparkmaven.hardware.DeployMode;
import io.github.sparkmaven.plan.Plan;
import io.github.sparkmaven.standalone.MasterCase.Driver;
import io.github.sparkmaven.standalone.MasterCase.Worker;
import io.github.sparkmaven.standalone.PlannedCase.Group;
import io.github.sparkmaven.tuning.Language;
import io.github.sparkmaven.tuning.Layout;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The law, and a plan, against executors that are processes and register with a driver. */
@Tag("proof")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealExecutorsTest {
  private static final List<Worker> WORKERS = List.of(new Worker(8, 16_384), new Worker(8, 16_384));

  private RealCluster cluster;

  @BeforeAll
  void start(@TempDir Path folder) throws IOException, InterruptedException {
    cluster = RealCluster.start(folder, WORKERS);
  }

  @AfterAll
  void end() {
    cluster.close();
  }

  @Test
  void registersThemAllInClientMode() throws IOException, InterruptedException {
    confirm(new MasterCase(WORKERS, 16, 4, 4096, true, Optional.empty()), Map.of(), 4);
  }

  @Test
  void registersMoreThanTheMemoryHoldsWithTheirOverhead() throws IOException, InterruptedException {
    confirm(
        new MasterCase(WORKERS, 15, 2, 4096, true, Optional.empty()),
        Map.of(
            "spark.executor.memoryOverhead", "2g",
            "spark.memory.offHeap.enabled", "true",
            "spark.memory.offHeap.size", "1g"),
        7);
  }

  @Test
  void registersThoseThatTheDriverLeavesInClusterMode() throws IOException, InterruptedException {
    confirm(
        new MasterCase(WORKERS, 16, 4, 4096, true, Optional.of(new Driver(1, 1024))),
        Map.of(
            "spark.submit.deployMode", "cluster",
            "spark.driver.cores", "1",
            "spark.driver.memory", "1g"),
        3);
  }

  @Test
  void registersWhatAPlanPromises() throws IOException, InterruptedException {
    PlannedCase question =
        new PlannedCase(
            List.of(new Group(2, 8, 16_384 + 1024)),
            DeployMode.CLIENT,
            Language.JVM,
            Map.of(),
            true);
    assertThat(question.workers()).isEqualTo(WORKERS);
    Plan plan = question.plan();
    Layout layout = plan.tuning().layout();

    int registered =
        cluster.registeredExecutors(PlannedCase.settings(plan), layout.grantedExecutors());

    assertThat(registered).isEqualTo(layout.grantedExecutors());
    assertThat(cluster.coresGranted()).isEqualTo(layout.coresPlaced());
  }

  private void confirm(MasterCase question, Map<String, String> more, int executors)
      throws IOException, InterruptedException {
    MasterLaw law = new MasterLaw(question);
    assertThat(law.fewestExecutors()).isEqualTo(executors);
    assertThat(law.mostExecutors()).isEqualTo(executors);
    Map<String, String> settings = new HashMap<>(question.settings());
    settings.putAll(more);

    assertThat(cluster.registeredExecutors(settings, executors)).isEqualTo(executors);
    assertThat(cluster.coresGranted()).isEqualTo(executors * question.executorCores());
  }
}
