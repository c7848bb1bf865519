/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.yarn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The drawn cases reach every kind of answer, so that a wrong law would show. */
class RandomCasesTest {
  private static final int CASES = 1000;

  private enum Kind {
    MASTER_REFUSED,
    MASTER_WAITS,
    EXECUTOR_REFUSED,
    ALL_GRANTED,
    NODES_FULL,
    QUEUE_FULL,
    DEPENDS_ON_MASTERS_NODE
  }

  @ParameterizedTest
  @EnumSource(Scheduler.class)
  void reachEveryKindOfAnswer(Scheduler scheduler) {
    Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
    RandomCases.of(scheduler, 1, CASES)
        .forEach(given -> counts.merge(kind(given), 1, Integer::sum));

    assertThat(counts).as("%s", counts).containsOnlyKeys(Arrays.asList(Kind.values()));
    assertThat(counts.values()).as("%s", counts).allMatch(count -> count >= CASES / 100);
  }

  private static Kind kind(SchedulerCase given) {
    Granted granted = YarnLaw.grant(given, 0);
    if (!granted.rejection().isEmpty()) {
      return granted.amStarted() ? Kind.EXECUTOR_REFUSED : Kind.MASTER_REFUSED;
    }
    if (!granted.amStarted()) {
      return Kind.MASTER_WAITS;
    }
    if (IntStream.range(0, given.nodes().size())
            .mapToObj(node -> YarnLaw.grant(given, node))
            .filter(Granted::amStarted)
            .mapToInt(Granted::executors)
            .distinct()
            .count()
        > 1) {
      return Kind.DEPENDS_ON_MASTERS_NODE;
    }
    if (granted.executors() == given.executors()) {
      return Kind.ALL_GRANTED;
    }
    return YarnLaw.grant(alone(given), 0).executors() > granted.executors()
        ? Kind.QUEUE_FULL
        : Kind.NODES_FULL;
  }

  /** Returns the same case with the job's queue as the only one. */
  private static SchedulerCase alone(SchedulerCase given) {
    return new SchedulerCase(
        given.scheduler(),
        given.calculator(),
        given.minimumMib(),
        given.incrementMib(),
        given.maximumMib(),
        given.minimumVcores(),
        given.maximumVcores(),
        1,
        1,
        given.maximumAmShare(),
        given.nodes(),
        given.am(),
        given.executors(),
        given.executor());
  }
}
