/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.yarn;

import static io.github.sparkmaven.yarn.Calculator.DEFAULT;
import static io.github.sparkmaven.yarn.Calculator.DOMINANT;
import static io.github.sparkmaven.yarn.Scheduler.CAPACITY;
import static io.github.sparkmaven.yarn.Scheduler.FAIR;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Each rule at the number where it turns, by the real scheduler and by the law alike. */
class SchedulerRulesTest {
  @Test
  void roundsMemoryToMinimumsAndForgetsVcoresUnderTheDefaultCalculator() throws Exception {
    Granted granted = grant(CaseBuilder.of(CAPACITY, DEFAULT).executors(1, 12761, 5));

    assertThat(granted.containerMib()).isEqualTo(13312);
    assertThat(granted.containerVcores()).isEqualTo(1);
  }

  @Test
  void roundsVcoresToTheirMinimumUnderTheDominantCalculatorOnly() throws Exception {
    CaseBuilder dominant = CaseBuilder.of(CAPACITY, DOMINANT).minimum(1024, 2);
    CaseBuilder fair = CaseBuilder.of(FAIR, DOMINANT).minimum(1024, 2);

    assertThat(grant(dominant.executors(1, 1024, 5)).containerVcores()).isEqualTo(6);
    assertThat(grant(dominant.maximum(1 << 20, 5).executors(1, 1024, 5)).containerVcores())
        .isEqualTo(5);
    assertThat(grant(fair.executors(1, 1024, 5)).containerVcores()).isEqualTo(5);
    assertThat(grant(fair.executors(1, 1024, 1)).containerVcores()).isEqualTo(2);
  }

  @Test
  void roundsToTheIncrementUnderTheFairScheduler() throws Exception {
    CaseBuilder fair = CaseBuilder.of(FAIR, DEFAULT).minimum(2000, 1).increment(512);

    assertThat(grant(fair.executors(1, 900, 1)).containerMib()).isEqualTo(2048);
    assertThat(grant(fair.executors(1, 2049, 1)).containerMib()).isEqualTo(2560);
  }

  @Test
  void cutsTheRoundedContainerAtTheLargestNode() throws Exception {
    CaseBuilder odd =
        CaseBuilder.of(CAPACITY, DEFAULT).nodes(new Node(2048, 4), new Node(60_000, 4));

    assertThat(grant(odd.executors(1, 59_900, 1)).containerMib()).isEqualTo(60_000);
    assertThat(grant(odd.executors(1, 60_000, 4)).executors()).isEqualTo(1);
    assertThat(grant(odd.executors(1, 60_001, 1)).rejection()).isNotEmpty();
    assertThat(grant(odd.executors(1, 1024, 5)).rejection()).isNotEmpty();
  }

  @Test
  void wholeMinimumsOfTheClusterBoundContainersThatAreNoMultiple() throws Exception {
    CaseBuilder odd =
        CaseBuilder.of(CAPACITY, DEFAULT)
            .nodes(
                new Node(1024, 4),
                new Node(60_000, 4),
                new Node(60_000, 4),
                new Node(60_000, 4),
                new Node(60_000, 4),
                new Node(60_000, 4));

    assertThat(grant(odd.executors(5, 60_000, 1)).executors()).isEqualTo(4);
  }

  @Test
  void wholeMinimumsOfTheClustersVcoresBoundThemToo() throws Exception {
    CaseBuilder odd =
        CaseBuilder.of(CAPACITY, DOMINANT)
            .minimum(1024, 2)
            .nodes(
                new Node(8192, 2),
                new Node(8192, 5),
                new Node(8192, 5),
                new Node(8192, 5),
                new Node(8192, 5),
                new Node(8192, 5));

    assertThat(grant(odd.executors(5, 1024, 5)).executors()).isEqualTo(4);
  }

  @Test
  void equalDominantSharesAreDecidedByTheOtherResource() throws Exception {
    // The user limit is 3072 of 10240 MiB and 6 of 25 vcores; AM and 2 executors take 3072 and 7.
    CaseBuilder growing =
        CaseBuilder.of(CAPACITY, DOMINANT)
            .nodes(
                new Node(2048, 5),
                new Node(2048, 5),
                new Node(2048, 5),
                new Node(2048, 5),
                new Node(2048, 5))
            .queue(0.25, 0.8);

    assertThat(grant(growing.executors(9, 409, 3)).executors()).isEqualTo(2);
  }

  @Test
  void holdsAQueueToItsMaximumCapacityToTheMebibyte() throws Exception {
    // 374784 MiB x 0.3 = 112435.2
    for (Scheduler scheduler : Scheduler.values()) {
      CaseBuilder queue =
          CaseBuilder.of(scheduler, DEFAULT).minimum(1, 1).am(898, 1).queue(0.3, 0.3);

      assertThat(grant(queue.executors(6, 37_179, 1)).executors()).isEqualTo(3);
      assertThat(grant(queue.executors(6, 37_180, 1)).executors()).isEqualTo(2);
    }
  }

  @Test
  void holdsAQueueToItsVcoresWhereTheyCount() throws Exception {
    // 90 vcores x 0.25 = 22.5: the AM and 5 x 4 make 21, a sixth 25
    assertThat(grant(quarter(CAPACITY, DOMINANT)).executors()).isEqualTo(5);
    assertThat(grant(quarter(CAPACITY, DEFAULT)).executors()).isEqualTo(30);
    assertThat(grant(quarter(FAIR, DEFAULT)).executors()).isEqualTo(5);
  }

  private static SchedulerCase quarter(Scheduler scheduler, Calculator calculator) {
    return CaseBuilder.of(scheduler, calculator).queue(0.25, 0.25).executors(30, 2048, 4);
  }

  @Test
  void oneContainerGoesBeyondTheUserLimitOfAQueueThatMayGrow() throws Exception {
    // The user limit is 374784 x 0.5 = 187392; AM and 9 executors take 185344, the tenth passes.
    CaseBuilder growing = CaseBuilder.of(CAPACITY, DEFAULT).queue(0.5, 1);
    CaseBuilder held = CaseBuilder.of(CAPACITY, DEFAULT).queue(0.5, 0.5);

    assertThat(grant(growing.executors(18, 20_480, 1)).executors()).isEqualTo(10);
    assertThat(grant(held.executors(18, 20_480, 1)).executors()).isEqualTo(9);
  }

  @Test
  void theOnlyApplicationOfACapacityQueueMayBeAllMaster() throws Exception {
    CaseBuilder driver =
        CaseBuilder.of(CAPACITY, DOMINANT).nodes(new Node(20_480, 8)).am(16_384, 7).amShare(0.1);

    Granted granted = grant(driver.executors(4, 2048, 1));

    assertThat(granted.amStarted()).isTrue();
    assertThat(granted.executors()).isEqualTo(1);
  }

  @Test
  void theFairSchedulerNeverStartsAMasterAboveItsShare() throws Exception {
    // 374784 MiB x 0.1 = 37478.4, rounded up
    for (Calculator calculator : Calculator.values()) {
      CaseBuilder fair = CaseBuilder.of(FAIR, calculator).minimum(1, 1).amShare(0.1);

      assertThat(grant(fair.am(37_479, 1).executors(1, 1024, 1)).amStarted()).isTrue();
      assertThat(grant(fair.am(37_480, 1).executors(1, 1024, 1)).amStarted()).isFalse();
      // 90 vcores x 0.1f is a little more than 9
      assertThat(grant(fair.am(1024, 10).executors(1, 1024, 1)).amStarted()).isTrue();
      assertThat(grant(fair.am(1024, 11).executors(1, 1024, 1)).amStarted()).isFalse();
    }
  }

  @Test
  void theNodeOfTheMasterDecidesInAMixedCluster() throws Exception {
    SchedulerCase mixed =
        CaseBuilder.of(CAPACITY, DEFAULT)
            .nodes(new Node(20_480, 8), new Node(32_768, 8))
            .executors(9, 10_240, 1);

    assertThat(RealScheduler.grant(mixed, 0).executors()).isEqualTo(4);
    assertThat(RealScheduler.grant(mixed, 1).executors()).isEqualTo(5);
  }

  private static Granted grant(SchedulerCase wanted) throws Exception {
    Granted granted = RealScheduler.grant(wanted, 0);
    assertThat(YarnLaw.grant(wanted, 0).summary()).isEqualTo(granted.summary());
    return granted;
  }
}
