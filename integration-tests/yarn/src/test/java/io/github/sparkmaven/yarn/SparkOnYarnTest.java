/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.yarn;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparkmaven.conf.Setting;
import io.github.sparkmaven.hardware.ResourceCalculator;
import io.github.sparkmaven.plan.Plan;
import io.github.sparkmaven.plan.Planning;
import io.github.sparkmaven.tuning.Language;
import io.github.sparkmaven.tuning.Layout;
import io.github.sparkmaven.tuning.Workload;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Real executors on a real YARN: as many register as the plan and the law say. */
@Tag("proof")
class SparkOnYarnTest {
  @Test
  void registersWhatIsPlannedUnderTheDefaultCalculator() throws Exception {
    PlannerCase pinned = TalkCases.pinned(ResourceCalculator.DEFAULT);
    Plan plan = Planning.plan(pinned.request());
    Layout layout = plan.tuning().layout();
    assertThat(layout.requestedExecutors()).isEqualTo(24);
    assertThat(layout.grantedExecutors()).isEqualTo(18);
    assertThat(layout.size().heapMib()).isEqualTo(11_600);

    try (MiniYarn yarn = MiniYarn.start(scheduled(pinned, plan))) {
      assertThat(registered("pinned", yarn, settings(plan), 18)).isEqualTo(seen(18, 6));
    }
  }

  @Test
  void registersWhatIsPlannedUnderTheDominantCalculator() throws Exception {
    PlannerCase free =
        TalkCases.of(ResourceCalculator.DOMINANT, Workload.of(Language.JVM), Map.of());
    Plan plan = Planning.plan(free.request());
    Layout layout = plan.tuning().layout();
    assertThat(layout.requestedExecutors()).isEqualTo(29);
    assertThat(layout.grantedExecutors()).isEqualTo(29);
    assertThat(layout.size().cores()).isEqualTo(3);
    assertThat(layout.size().heapMib()).isEqualTo(11_100);

    try (MiniYarn yarn = MiniYarn.start(scheduled(free, plan))) {
      assertThat(registered("planned", yarn, settings(plan), 29)).isEqualTo(seen(29, 3));
      // 11600m and 10 % of it; the AM's vcore displaces one of 6 x 3
      assertThat(registered("displaced", yarn, eighteenOfFiveCores(), 17)).isEqualTo(seen(17, 5));
    }
  }

  private static Map<String, String> eighteenOfFiveCores() {
    return Map.of(
        "spark.executor.instances", "18",
        "spark.executor.cores", "5",
        "spark.executor.memory", "11600m");
  }

  private static Map<String, String> settings(Plan plan) {
    return plan.conf().effective().stream().collect(Collectors.toMap(Setting::key, Setting::value));
  }

  private static SchedulerCase scheduled(PlannerCase drawn, Plan plan) {
    SparkAsk spark = new SparkAsk(settings(plan), false);
    return drawn.scheduled(spark.master(), spark.executors(), spark.executor());
  }

  private static String seen(int executors, int cores) {
    return "executors=%1$d cores=%2$d tasks=%2$d%nexit=0, containers=%3$d"
        .formatted(executors, executors * cores, executors + 1);
  }

  private static String registered(
      String name, MiniYarn yarn, Map<String, String> settings, int expected) throws Exception {
    Path folder = Files.createDirectories(Path.of("target", "jobs", name).toAbsolutePath());
    Path conf = yarn.writeClientConfiguration(folder.resolve("conf"));
    yarn.awaitIdle();
    AtomicInteger most = new AtomicInteger();
    String output =
        new SparkJob(folder, conf)
            .run(settings, expected, () -> most.accumulateAndGet(yarn.containers(), Math::max));
    return output + ", containers=" + most;
  }
}
