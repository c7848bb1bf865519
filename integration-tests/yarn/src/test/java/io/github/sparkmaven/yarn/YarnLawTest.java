/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.yarn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the laws against the schedulers themselves; {@code -Dproof.clusters=N} draws N cases. */
class YarnLawTest {
  private static final int CLUSTERS = Integer.getInteger("proof.clusters", 40);
  private static final long SEED = Long.getLong("proof.seed", 1);

  static Stream<SchedulerCase> cases() {
    return Stream.of(Scheduler.values())
        .flatMap(scheduler -> RandomCases.of(scheduler, SEED, CLUSTERS / 2));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void grantsWhatTheLawSays(SchedulerCase wanted) throws Exception {
    for (int amNode : oneOfEachKind(wanted.nodes())) {
      assertThat(RealScheduler.grant(wanted, amNode).summary())
          .as("%s, AM on node %s", wanted, amNode)
          .isEqualTo(YarnLaw.grant(wanted, amNode).summary());
    }
  }

  private static List<Integer> oneOfEachKind(List<Node> nodes) {
    return nodes.stream().distinct().map(nodes::indexOf).toList();
  }
}
