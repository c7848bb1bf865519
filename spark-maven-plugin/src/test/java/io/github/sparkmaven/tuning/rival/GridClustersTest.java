/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.tuning.rival;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparkmaven.tuning.rival.RivalCluster.Kind;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class GridClustersTest {
  private static final List<RivalCluster> CLUSTERS = GridClusters.all();

  @Test
  void isTheSameInEveryBuild() {
    assertThat(CLUSTERS).hasSize(500).doesNotHaveDuplicates().isEqualTo(GridClusters.all());
  }

  @Test
  void mixesManagersSizesAndMinimumAllocations() {
    Map<Kind, Long> kinds =
        CLUSTERS.stream().collect(Collectors.groupingBy(RivalCluster::kind, Collectors.counting()));

    assertThat(kinds).hasSize(4).allSatisfy((kind, count) -> assertThat(count).isGreaterThan(99));
    assertThat(spread(RivalCluster::nodes)).isGreaterThan(150);
    assertThat(spread(RivalCluster::machineCores)).isGreaterThan(110);
    assertThat(spread(cluster -> cluster.machineMib() / cluster.machineCores())).isEqualTo(15);
    assertThat(spread(RivalCluster::minimumAllocationMib)).isEqualTo(5);
  }

  @Test
  void keepsBackWhatKubernetesDoes() {
    RivalCluster known = GridClusters.of(Kind.KUBERNETES, 10, 32, 262_144, 1);

    assertThat(known.nodeMillicores()).isEqualTo(31_850);
    assertThat(known.nodeMib() / 1024).isEqualTo(244);
  }

  @Test
  void findsARivalOnNearlyEveryClusterAndNeverMoreThanThereIs() {
    long without = CLUSTERS.stream().filter(cluster -> BestRival.of(cluster).isEmpty()).count();

    assertThat(without).isLessThan(25);
    assertThat(CLUSTERS)
        .allSatisfy(
            cluster ->
                assertThat(BestRival.all(cluster))
                    .allSatisfy(
                        placed ->
                            assertThat(placed.coresPlaced())
                                .isBetween(1, cluster.nodes() * cluster.nodeCores())));
  }

  private static <T> long spread(Function<RivalCluster, T> figure) {
    return CLUSTERS.stream().map(figure).distinct().count();
  }
}
