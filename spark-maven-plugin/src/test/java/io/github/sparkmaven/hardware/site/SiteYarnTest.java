/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.hardware.site;

import static io.github.sparkmaven.hardware.site.SiteFiles.capacity;
import static io.github.sparkmaven.hardware.site.SiteFiles.property;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparkmaven.hardware.ClusterExample;
import io.github.sparkmaven.hardware.DeclaredCluster;
import io.github.sparkmaven.hardware.DeclaredYarn;
import io.github.sparkmaven.hardware.ResourceCalculator;
import io.github.sparkmaven.hardware.YarnScheduler;
import io.github.sparkmaven.problem.Problems;
import io.github.sparkmaven.unit.MemorySize;
import java.math.BigDecimal;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteYarnTest {
  private static final ClusterExample MACHINES = ClusterExample.of("yarn", 6, 16, "64g");

  @TempDir private Path folder;
  private final Problems problems = new Problems();
  private SiteFiles site;

  @BeforeEach
  void startWithACapacityScheduler() {
    site =
        new SiteFiles(folder)
            .with(
                "yarn-site.xml",
                property("yarn.nodemanager.resource.memory-mb", "58368"),
                property("yarn.nodemanager.resource.cpu-vcores", "14"),
                property("yarn.scheduler.minimum-allocation-mb", "512"))
            .with(
                "capacity-scheduler.xml",
                capacity(
                    "resource-calculator", SiteFiles.CALCULATORS + "DominantResourceCalculator"),
                capacity("root.queues", "etl,rest"),
                capacity("root.etl.capacity", "40"),
                capacity("root.etl.maximum-am-resource-percent", "0.3"),
                capacity("root.rest.capacity", "60"));
  }

  @Test
  void fillsWhatThePomLeavesOut() {
    SiteYarn filled = fill(MACHINES);

    DeclaredYarn yarn = filled.cluster().yarn().orElseThrow();
    assertThat(yarn.nodeMemory()).contains(MemorySize.ofMebibytes(58_368));
    assertThat(yarn.nodeVcores()).hasValue(14);
    assertThat(yarn.minimumAllocation()).contains(MemorySize.ofMebibytes(512));
    assertThat(yarn.calculator()).contains(ResourceCalculator.DOMINANT);
    assertThat(yarn.maximumAllocation()).isEmpty();
    assertThat(yarn.queueShare()).isEmpty();
    assertThat(filled.cluster().machines()).isEqualTo(MACHINES.declared().machines());
    assertThat(filled.notes()).isEmpty();
  }

  @Test
  void letsThePomWinAndNotesTheDifference() {
    SiteYarn filled =
        fill(MACHINES.with("yarn/nodeMemory", "61g").with("yarn/minimumAllocation", "512m"));

    DeclaredYarn yarn = filled.cluster().yarn().orElseThrow();
    assertThat(yarn.nodeMemory()).contains(MemorySize.ofMebibytes(61 * 1024));
    assertThat(yarn.nodeVcores()).hasValue(14);
    assertThat(filled.notes())
        .containsExactly(
            "cluster/yarn/nodeMemory is 61g, the site's yarn-site.xml says"
                + " yarn.nodemanager.resource.memory-mb 58368: the plan may ask for what the site"
                + " never grants. Correct the POM, or remove it there to plan with the site's");
  }

  @Test
  void takesTheSharesOfTheQueueThatThePomNames() {
    DeclaredYarn yarn = fill(MACHINES.with("yarn/queue", "etl")).cluster().yarn().orElseThrow();

    assertThat(yarn.queue()).contains("etl");
    assertThat(yarn.queueShare()).contains(new BigDecimal("0.4"));
    assertThat(yarn.maximumAmShare()).contains(new BigDecimal("0.3"));
  }

  @Test
  void refusesAQueueThatTheSiteDoesNotHave() {
    SiteYarn.fill(MACHINES.with("yarn/queue", "elt").declared(), site.read(), problems);

    assertThat(site.texts(problems))
        .containsExactly(
            "cluster/yarn/queue: 'elt' is no leaf queue of the site. Give one of root.etl,"
                + " root.rest");
  }

  @Test
  void turnsAnAmountOfAQueueIntoAShareOfAllNodes() {
    site.with(
        "capacity-scheduler.xml",
        capacity("root.queues", "etl"),
        capacity("root.etl.capacity", "[memory=175104,vcores=42]"));

    // 175104 of 6 x 58368 MiB.
    assertThat(fill(MACHINES.with("yarn/queue", "etl")).cluster().yarn().orElseThrow().queueShare())
        .contains(new BigDecimal("0.5"));
  }

  @Test
  void givesAFairContainerOfNoLeastAtLeastOneMebibyte() {
    site.with(
        "yarn-site.xml",
        SiteFiles.FAIR,
        property("yarn.scheduler.minimum-allocation-mb", "0"),
        property("yarn.resource-types.memory-mb.increment-allocation", "256"));

    DeclaredYarn yarn = fill(MACHINES).cluster().yarn().orElseThrow();

    assertThat(yarn.scheduler()).contains(YarnScheduler.FAIR);
    assertThat(yarn.minimumAllocation()).contains(MemorySize.ofMebibytes(1));
    assertThat(yarn.incrementAllocation()).contains(MemorySize.ofMebibytes(256));
  }

  private SiteYarn fill(ClusterExample cluster) {
    DeclaredCluster declared = cluster.declared();
    SiteYarn filled = SiteYarn.fill(declared, site.read(), problems);
    problems.throwIfAny();
    return filled;
  }
}
