/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.tuning.rival;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparkmaven.tuning.rival.RivalCluster.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlacerTest {

  /** What Hadoop's own CapacityScheduler granted on these six nodes. */
  @ParameterizedTest
  @CsvSource({
    "24, 12760, 6, 1024, 24, 12",
    "24, 15600, 6, 256, 23, 12",
    "24, 15600, 6, 1024, 18, 12",
    "17, 20480, 5, 1024, 17, 17",
    "29, 12288, 3, 1024, 29, 29"
  })
  void grantsWhatYarnGranted(
      int executors, long requestMib, int cores, long minimumMib, int byMemory, int byBoth) {
    Ask ask = new Ask(executors, cores, requestMib, 0);

    assertThat(new Placer(yarn(Kind.YARN_DEFAULT, minimumMib)).grant(ask)).isEqualTo(byMemory);
    assertThat(new Placer(yarn(Kind.YARN_DOMINANT, minimumMib)).grant(ask)).isEqualTo(byBoth);
  }

  @Test
  void countsMillicoresAndOverheadOnKubernetes() {
    RivalCluster cluster = new RivalCluster(Kind.KUBERNETES, 2, 8, 32_768, 7900, 28_000, 1, 0);

    assertThat(new Placer(cluster).grant(new Ask(9, 4, 4096, 410))).isEqualTo(2);
    assertThat(new Placer(cluster).grant(new Ask(9, 3, 4096, 410))).isEqualTo(4);
    assertThat(new Placer(cluster).grant(new Ask(9, 1, 13_000, 1000))).isEqualTo(4);
    assertThat(new Placer(cluster).grant(new Ask(9, 1, 13_000, 1001))).isEqualTo(2);
  }

  @Test
  void countsHeapsAloneOnStandaloneAndTellsWhetherRamHoldsTheRest() {
    RivalCluster cluster = new RivalCluster(Kind.STANDALONE, 2, 8, 32_768, 8000, 31_744, 1, 0);
    Ask tight = new Ask(9, 4, 15_872, 1587);
    Ask loose = new Ask(9, 4, 14_336, 1434);

    assertThat(new Placer(cluster).grant(tight)).isEqualTo(4);
    assertThat(new Placer(cluster).heldByRam(tight)).isFalse();
    assertThat(new Placer(cluster).grant(loose)).isEqualTo(4);
    assertThat(new Placer(cluster).heldByRam(loose)).isTrue();
  }

  @Test
  void judgesRamByANodeWithoutTheMaster() {
    RivalCluster cluster = new RivalCluster(Kind.YARN_DOMINANT, 2, 8, 8192, 8000, 8192, 1, 896);

    assertThat(new Placer(cluster).heldByRam(new Ask(4, 4, 3686, 410))).isTrue();
    assertThat(
            new Placer(new RivalCluster(Kind.YARN_DOMINANT, 2, 8, 8191, 8000, 8192, 1, 896))
                .heldByRam(new Ask(4, 4, 3686, 410)))
        .isFalse();
  }

  @Test
  void grantsNothingWhereTheMasterFindsNoPlace() {
    RivalCluster cluster = new RivalCluster(Kind.YARN_DEFAULT, 1, 2, 2048, 1000, 512, 256, 896);

    assertThat(new Placer(cluster).grant(new Ask(1, 1, 128, 0))).isZero();
  }

  private static RivalCluster yarn(Kind kind, long minimumMib) {
    return new RivalCluster(kind, 6, 16, 65_536, 15_000, 62_464, minimumMib, 896);
  }
}
