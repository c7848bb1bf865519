/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.hardware;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YarnRulesTest {

  @ParameterizedTest
  @CsvSource({
    "CAPACITY, DEFAULT, 0",
    "CAPACITY, DOMINANT, 4",
    // The Fair Scheduler compares shares as its policy says, and always fits both resources.
    "FAIR, DEFAULT, 4",
    "FAIR, DOMINANT, 4"
  })
  void setsVcoresAsideWhereTheSchedulerCountsThem(
      YarnScheduler scheduler, ResourceCalculator calculator, int vcores) {
    YarnRules rules = rules(scheduler, calculator, 1);

    assertThat(rules.setAside(new Demand(1500, 4, 2))).isEqualTo(new Demand(1536, vcores, 2));
    assertThat(rules.countsVcores()).isEqualTo(vcores > 0);
  }

  @ParameterizedTest
  @CsvSource({
    "CAPACITY, 2, 1, 2",
    "CAPACITY, 2, 2, 2",
    "CAPACITY, 2, 3, 4",
    // No more than the largest container has.
    "CAPACITY, 3, 4, 4",
    "FAIR, 2, 1, 2",
    "FAIR, 2, 2, 2",
    "FAIR, 2, 3, 3"
  })
  void roundsVcoresAsTheSchedulerDoes(
      YarnScheduler scheduler, int minimum, int asked, int setAside) {
    assertThat(
            rules(scheduler, ResourceCalculator.DOMINANT, minimum)
                .setAside(new Demand(1024, asked, 0)))
        .isEqualTo(new Demand(1024, setAside, 0));
  }

  @ParameterizedTest
  @CsvSource({"8192, 4, true", "8193, 4, false", "8192, 5, false"})
  void acceptsWhatIsWithinBothMaximums(long memoryMib, int cores, boolean accepted) {
    for (ResourceCalculator calculator : ResourceCalculator.values()) {
      assertThat(
              rules(YarnScheduler.CAPACITY, calculator, 1).accepts(new Demand(memoryMib, cores, 0)))
          .isEqualTo(accepted);
    }
  }

  @Test
  void changesNothingButTheCalculator() {
    YarnRules rules = rules(YarnScheduler.CAPACITY, ResourceCalculator.DEFAULT, 2);

    assertThat(rules.with(ResourceCalculator.DOMINANT))
        .isEqualTo(rules(YarnScheduler.CAPACITY, ResourceCalculator.DOMINANT, 2));
    assertThat(rules.largestMib()).isEqualTo(8192);
    assertThat(rules.stepMib()).isEqualTo(512);
  }

  private static YarnRules rules(
      YarnScheduler scheduler, ResourceCalculator calculator, int minimumVcores) {
    return new YarnRules(
        scheduler,
        calculator,
        new ContainerBounds(1024, 512, 8192, minimumVcores, 4),
        YarnRulesExample.ONLY_QUEUE,
        true);
  }
}
