/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparkmaven.hardware.ContainerBounds;
import io.github.sparkmaven.hardware.Demand;
import io.github.sparkmaven.hardware.ResourceCalculator;
import io.github.sparkmaven.hardware.YarnQueue;
import io.github.sparkmaven.hardware.YarnRules;
import io.github.sparkmaven.hardware.YarnScheduler;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The numbers at which Hadoop's own schedulers were seen to turn. */
class QueueLimitTest {
  private static final Demand MASTER = new Demand(1024, 1, 0);

  @Test
  void takesACapacityQueuesShareAsTheFloatThatHadoopReads() {
    // 0.7f / 1f is a little less than 0.7: of 624640 MiB 437247, one less than 427 x 1024.
    QueueLimit limit = limit(YarnScheduler.CAPACITY, "0.7", 624_640, 1024);

    assertThat(limit.restMib()).isEqualTo(437_247 - 1024);
    assertThat(limit.places(new Demand(1024, 0, 0))).isEqualTo(425);
  }

  @Test
  void takesAFairQueuesShareAsItIs() {
    assertThat(limit(YarnScheduler.FAIR, "0.7", 624_640, 1024).restMib()).isEqualTo(437_248 - 1024);
  }

  @Test
  void givesTheOnlyQueueNoMoreThanWholeMinimumAllocations() {
    // Nodes of 1024 and 5 x 60000 MiB: 301024 are 293 whole GiB and some.
    assertThat(limit(YarnScheduler.CAPACITY, "1", 301_024, 1024).restMib())
        .isEqualTo(293 * 1024 - 1024);
    assertThat(limit(YarnScheduler.FAIR, "1", 301_024, 1024).restMib()).isEqualTo(301_024 - 1024);
  }

  @Test
  void tellsTheStepsToItsExecutors() {
    Demand executor = new Demand(2048, 0, 0);

    assertThat(limit(YarnScheduler.FAIR, "0.7", 624_640, 1024).text(executor, "driver"))
        .isEqualTo(
            "the queue's 0.7 x 624640 MiB of the cluster, rounded down = 437248; less 1024 of the"
                + " driver leaves 436224; / 2048 MiB an executor, rounded down = 213");
    assertThat(limit(YarnScheduler.CAPACITY, "0.7", 624_640, 1024).text(executor, "driver"))
        .startsWith(
            "the queue's 0.7, to YARN 0.699999988079071044921875 x 624640 MiB of the cluster,"
                + " rounded down = 437247; less 1024");
    assertThat(limit(YarnScheduler.CAPACITY, "1", 301_024, 1024).text(executor, "driver"))
        .startsWith(
            "the cluster's 301024 MiB / 1024 of the minimum allocation, rounded down = 293;"
                + " 293 x 1024 = 300032; less 1024");
    assertThat(
            limit(YarnScheduler.FAIR, "0.5", 624_640, 1024).text(new Demand(1024, 5, 0), "master"))
        .isEqualTo(
            "the queue's 0.5 x 150 vcores of the cluster, rounded down = 75; less 1 of the master"
                + " leaves 74; / 5 vcores an executor, rounded down = 14");
  }

  @Test
  void tellsWhatItLeavesOneContainer() {
    assertThat(limit(YarnScheduler.FAIR, "0.7", 624_640, 1000).restText("driver"))
        .isEqualTo("(437248 - 1024 for the driver) MiB of the queue, in whole 1000 MiB = 436000");
    assertThat(limit(YarnScheduler.FAIR, "0.7", 624_640, 1024).restText("driver"))
        .isEqualTo("(437248 - 1024 for the driver) MiB of the queue = 436224");
  }

  private static QueueLimit limit(
      YarnScheduler scheduler, String share, long clusterMib, long minimumMib) {
    YarnRules yarn =
        new YarnRules(
            scheduler,
            ResourceCalculator.DEFAULT,
            new ContainerBounds(minimumMib, minimumMib, 61_440, 1, 15),
            new YarnQueue(Optional.empty(), new BigDecimal(share), BigDecimal.ONE),
            true);
    return new QueueLimit(yarn, clusterMib, 150, MASTER);
  }
}
