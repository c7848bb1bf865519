/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.tuning.rival;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparkmaven.tuning.rival.RivalCluster.Kind;
import io.github.sparkmaven.tuning.rival.RivalFormula.Given;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * The known figures of what each rival asks and what a scheduler grants of it, in cores.
 *
 * <p>The figures decide between readings of the formulas: delijati's "n = k x nodes - 1" subtracts
 * only on YARN (else 3 on the standalone node, not 6), Cloudera's on every manager (0 there);
 * scopt's applies to cluster mode alone (5 there). scopt and delijati count the machine's cores
 * even when they are given the NodeManager's memory (with 15 scopt would get 55, not 85). EMR takes
 * the node's vcores (75), Dataproc half of the machine's cores (48; with 7 it would be 42).
 * spark-optima's figures are not here: its rule is a search, not a formula.
 */
class RivalTableTest {
  private static final RivalCluster YARN =
      new RivalCluster(Kind.YARN_DOMINANT, 6, 16, 65_536, 15_000, 62_464, 1024, 1024);
  private static final RivalCluster KUBERNETES =
      new RivalCluster(Kind.KUBERNETES, 10, 32, 262_144, 31_850, 249_856, 1, 0);
  private static final RivalCluster STANDALONE =
      new RivalCluster(Kind.STANDALONE, 1, 8, 32_768, 8000, 31_744, 1, 0);

  @Test
  void getsTheKnownFiguresOnYarn() {
    assertThat(cores(YARN, new Calculators.Cloudera(Given.MACHINE))).contains(60);
    assertThat(cores(YARN, new Calculators.Cloudera(Given.OFFER))).contains(85);
    assertThat(cores(YARN, new Calculators.Scopt(Given.MACHINE))).contains(60);
    assertThat(cores(YARN, new Calculators.Scopt(Given.OFFER))).contains(85);
    assertThat(cores(YARN, new Calculators.Delijati(Given.MACHINE))).contains(72);
    assertThat(cores(YARN, new Calculators.Delijati(Given.OFFER))).contains(87);
    assertThat(cores(YARN, new Calculators.Datasherlock())).contains(60);
    assertThat(cores(YARN, new Platforms.Emr())).contains(75);
    assertThat(cores(YARN, new Platforms.Dataproc())).contains(48);
    assertThat(cores(YARN, new Platforms.CloudTik())).contains(72);
    assertThat(cores(YARN, new Platforms.Nvidia())).contains(0);
  }

  @Test
  void getsTheKnownFiguresOnKubernetes() {
    assertThat(cores(KUBERNETES, new Calculators.Cloudera(Given.MACHINE))).contains(250);
    assertThat(cores(KUBERNETES, new Calculators.Scopt(Given.MACHINE))).contains(250);
    assertThat(cores(KUBERNETES, new Calculators.Delijati(Given.MACHINE))).contains(280);
    assertThat(cores(KUBERNETES, new Calculators.Datasherlock())).isEmpty();
    assertThat(cores(KUBERNETES, new Platforms.Emr())).isEmpty();
    assertThat(cores(KUBERNETES, new Platforms.Dataproc())).isEmpty();
    assertThat(cores(KUBERNETES, new Platforms.CloudTik())).contains(280);
    assertThat(cores(KUBERNETES, new Platforms.Nvidia())).contains(0);
  }

  @Test
  void getsTheKnownFiguresOnStandalone() {
    for (Given given : Given.values()) {
      assertThat(cores(STANDALONE, new Calculators.Cloudera(given))).contains(0);
      assertThat(cores(STANDALONE, new Calculators.Scopt(given))).contains(5);
      assertThat(cores(STANDALONE, new Calculators.Delijati(given))).contains(6);
    }
    assertThat(cores(STANDALONE, new Calculators.Datasherlock())).isEmpty();
    assertThat(cores(STANDALONE, new Platforms.Emr())).contains(8);
    assertThat(cores(STANDALONE, new Platforms.Dataproc())).contains(8);
    assertThat(cores(STANDALONE, new Platforms.CloudTik())).contains(8);
    assertThat(cores(STANDALONE, new Platforms.Nvidia())).contains(8);
  }

  /** The table has one figure a rule here, that of the RAM; told the allocatable they fare so. */
  @Test
  void getsMoreOnKubernetesWhenGivenTheAllocatable() {
    assertThat(cores(KUBERNETES, new Calculators.Cloudera(Given.OFFER))).contains(250);
    assertThat(cores(KUBERNETES, new Calculators.Scopt(Given.OFFER))).contains(300);
    assertThat(cores(KUBERNETES, new Calculators.Delijati(Given.OFFER))).contains(270);
  }

  @Test
  void namesTheBestOfEachCluster() {
    Map<RivalCluster, String> best =
        Map.of(
            YARN, "delijati, given the offer 87",
            KUBERNETES, "scopt, given the offer 300",
            STANDALONE, "Dataproc 8");

    best.forEach(
        (cluster, expected) ->
            assertThat(BestRival.of(cluster))
                .map(placed -> placed.name() + " " + placed.coresPlaced())
                .contains(expected));
  }

  private static Optional<Integer> cores(RivalCluster cluster, RivalFormula formula) {
    return formula.ask(cluster).map(ask -> new Placer(cluster).grant(ask) * ask.cores());
  }
}
