/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.hardware.site;

import static io.github.sparkmaven.hardware.site.SiteFiles.capacity;
import static io.github.sparkmaven.hardware.site.SiteFiles.property;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparkmaven.hardware.ResourceCalculator;
import io.github.sparkmaven.hardware.YarnScheduler;
import io.github.sparkmaven.problem.Problems;
import io.github.sparkmaven.unit.MemorySize;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteComparisonTest {
  private static final String MEND =
      ". Correct the POM, or remove it there to plan with the site's";

  @TempDir private Path folder;
  private HadoopSite site;

  @BeforeEach
  void readSite() {
    site =
        new SiteFiles(folder)
            .with(
                "yarn-site.xml",
                property("yarn.nodemanager.resource.memory-mb", "58368"),
                property("yarn.nodemanager.resource.cpu-vcores", "15"),
                property("yarn.scheduler.minimum-allocation-mb", "512"),
                property("yarn.scheduler.maximum-allocation-vcores", "8"))
            .with(
                "capacity-scheduler.xml",
                capacity(
                    "resource-calculator", SiteFiles.CALCULATORS + "DominantResourceCalculator"),
                capacity("root.queues", "a,b"),
                capacity("root.a.capacity", "40"),
                capacity("root.b.capacity", "60"))
            .read()
            .forQueue("a", OptionalLong.empty(), new Problems());
  }

  @Test
  void tellsEveryDifference() {
    YarnFigures declared =
        new YarnFigures(
            Optional.of(MemorySize.ofMebibytes(61 * 1024)),
            Optional.of(15),
            Optional.of(MemorySize.ofMebibytes(1024)),
            Optional.empty(),
            Optional.of(MemorySize.ofMebibytes(16384)),
            Optional.empty(),
            Optional.of(4),
            Optional.of(YarnScheduler.FAIR),
            Optional.of(ResourceCalculator.DEFAULT),
            Optional.empty(),
            Optional.of(0.5));

    assertThat(new SiteComparison(declared, site).differences())
        .containsExactly(
            "cluster/yarn/nodeMemory is 61g, the site's yarn-site.xml says"
                + " yarn.nodemanager.resource.memory-mb 58368: the plan may ask for what the site"
                + " never grants"
                + MEND,
            "cluster/yarn/minimumAllocation is 1g, the site's yarn-site.xml says"
                + " yarn.scheduler.minimum-allocation-mb 512: the site sizes and counts containers"
                + " otherwise than planned"
                + MEND,
            "cluster/yarn/maximumVcores is 4, the site's yarn-site.xml says"
                + " yarn.scheduler.maximum-allocation-vcores 8: what the site offers beyond it stays"
                + " unused"
                + MEND,
            "cluster/yarn/resourceCalculator is default, the site's capacity-scheduler.xml says"
                + " yarn.scheduler.capacity.resource-calculator "
                + SiteFiles.CALCULATORS
                + "DominantResourceCalculator: the site sizes and counts containers otherwise than"
                + " planned"
                + MEND,
            "cluster/yarn/queueShare is 0.5, the site's capacity-scheduler.xml says"
                + " yarn.scheduler.capacity.root.a.capacity 40, a share of 0.4: the plan may ask for"
                + " what the site never grants"
                + MEND);
  }

  @Test
  void letsThePomWinOverTheSiteAndTheSiteOverDefaults() {
    YarnFigures declared = nodes(61 * 1024, Optional.empty());
    YarnFigures defaults = nodes(1, Optional.of(1)).or(site.figures());

    YarnFigures merged = new SiteComparison(declared, site).merged(defaults);

    assertThat(merged.nodeMemory()).contains(MemorySize.ofMebibytes(61 * 1024));
    assertThat(merged.nodeVcores()).contains(15);
    assertThat(merged.queueShare()).contains(0.4);
    assertThat(new SiteComparison(YarnFigures.NOTHING, site).merged(defaults).nodeMemory())
        .contains(MemorySize.ofMebibytes(58368));
  }

  @Test
  void findsNoDifferenceWhereOneSideIsSilentOrBothAgree() {
    assertThat(new SiteComparison(nodes(58368, Optional.of(15)), site).differences()).isEmpty();
    assertThat(new SiteComparison(YarnFigures.NOTHING, site).differences()).isEmpty();
  }

  private static YarnFigures nodes(long mebibytes, Optional<Integer> vcores) {
    YarnFigures nothing = YarnFigures.NOTHING;
    return new YarnFigures(
        Optional.of(MemorySize.ofMebibytes(mebibytes)),
        vcores,
        nothing.minimumAllocation(),
        nothing.incrementAllocation(),
        nothing.maximumAllocation(),
        nothing.minimumVcores(),
        nothing.maximumVcores(),
        nothing.scheduler(),
        nothing.resourceCalculator(),
        nothing.maximumAmShare(),
        nothing.queueShare());
  }
}
