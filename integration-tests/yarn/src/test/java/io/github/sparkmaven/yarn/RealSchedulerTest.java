/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.yarn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The talk's cluster, 6 nodes of 61 GiB and 15 vcores, as the real Capacity Scheduler sees it. */
class RealSchedulerTest {
  private static final Ask CLIENT_AM = new Ask(896, 1);

  @ParameterizedTest
  @CsvSource({
    "24, 12760, 6, 1024, DEFAULT,  24",
    "24, 12760, 6, 1024, DOMINANT, 12",
    "24, 15600, 6, 256,  DEFAULT,  23",
    "24, 15600, 6, 256,  DOMINANT, 12",
    "24, 15600, 6, 1024, DEFAULT,  18",
    "24, 15600, 6, 1024, DOMINANT, 12",
    "17, 20480, 5, 1024, DEFAULT,  17",
    "17, 20480, 5, 1024, DOMINANT, 17",
    "29, 12288, 3, 1024, DEFAULT,  29",
    "29, 12288, 3, 1024, DOMINANT, 29",
  })
  void grantsTheTalksExecutors(
      int executors, int mib, int vcores, int minimumMib, Calculator calculator, int granted)
      throws Exception {
    SchedulerCase talk =
        new SchedulerCase(
            Scheduler.CAPACITY,
            calculator,
            minimumMib,
            minimumMib,
            62464,
            1,
            15,
            1,
            1,
            0.1,
            Collections.nCopies(6, new Node(62464, 15)),
            CLIENT_AM,
            executors,
            new Ask(mib, vcores));

    assertThat(RealScheduler.grant(talk, 0).executors()).isEqualTo(granted);
  }
}
