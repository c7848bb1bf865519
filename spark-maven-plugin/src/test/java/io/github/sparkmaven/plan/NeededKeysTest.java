/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparkmaven.conf.Layer;
import io.github.sparkmaven.hardware.ClusterExample;
import java.util.List;
import org.junit.jupiter.api.Test;

class NeededKeysTest {
  private static final String SCRIPT = "spark.executor.resource.gpu.discoveryScript";
  private static final String IMAGE = "spark.kubernetes.container.image";
  private static final ClusterExample PODS =
      ClusterExample.of("kubernetes", 2, 16, "64g").with("gpus", "2");

  @Test
  void asksForImageAndDiscoveryScriptOnKubernetes() {
    assertThat(warnings(PlanExample.on(PODS)))
        .contains(
            SCRIPT
                + " is missing: executors find their GPUs with that script, a path on the nodes or"
                + " in the image; give it in conf",
            IMAGE
                + " is missing, and Spark starts no pod without it; give cluster/kubernetes/image");
  }

  @Test
  void keepsQuietOfWhatIsGiven() {
    PlanExample given =
        PlanExample.on(PODS.with("kubernetes/image", "acme/spark"))
            .with(Layer.PLUGIN, SCRIPT, "/opt/gpus.sh");

    assertThat(warnings(given)).noneMatch(warning -> warning.contains(" is missing"));
  }

  @Test
  void tellsOfTheWorkersOwnGpusOnStandalone() {
    assertThat(
            warnings(
                PlanExample.on(ClusterExample.of("standalone", 2, 16, "64g").with("gpus", "2"))))
        .contains(
            "Workers hand out GPUs only if they, too, have spark.worker.resource.gpu.amount and a"
                + " discovery script");
  }

  @Test
  void boundsDynamicAllocationByThePinnedMostWhereARangeMakesItDynamic() {
    Plan plan =
        PlanExample.on(ClusterExample.ofTheTalk().with("nodes", "2..40"))
            .with(Layer.JOB, "spark.dynamicAllocation.maxExecutors", "10")
            .plan();

    assertThat(plan.tuning().layout().requestedExecutors()).isEqualTo(10);
  }

  @Test
  void letsDynamicAllocationReachAPinnedNumberThatDoesNotFit() {
    Plan plan =
        PlanExample.on(ClusterExample.ofTheTalk())
            .with(Layer.JOB, "spark.dynamicAllocation.enabled", "true")
            .with(Layer.JOB, "spark.executor.instances", "500")
            .plan();

    assertThat(plan.tuning().layout().grantedExecutors()).isLessThan(500);
    assertThat(plan.conf().find("spark.dynamicAllocation.maxExecutors").orElseThrow().value())
        .isEqualTo("500");
  }

  @Test
  void tellsSparkTheDriversOverheadThatItsPlaceIsReckonedWith() {
    Plan plan =
        PlanExample.on(ClusterExample.ofTheTalk().with("deployMode", "cluster"))
            .with(Layer.SITE, "spark.driver.memoryOverhead", "3g")
            .plan();

    assertThat(plan.tuning().layout().driver().overheadMib()).isEqualTo(3072);
    assertThat(plan.tuning().settings())
        .anyMatch(
            setting ->
                setting.key().equals("spark.driver.memoryOverhead")
                    && setting.value().equals("3072m"));
  }

  private static List<String> warnings(PlanExample example) {
    return example.plan().tuning().warnings();
  }
}
