/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.tuning.rule;

import io.github.sparkmaven.conf.Setting;
import io.github.sparkmaven.hardware.Manager;
import io.github.sparkmaven.tuning.WorkloadKind;
import java.util.stream.Stream;

/** What keeps a query alive that does not end. */
final class StreamingRules implements Rule {
  private static final String SINCE_35 = "spark.executor.failuresValidityInterval";
  private static final String ON_OLD_YARN = "spark.yarn.executor.failuresValidityInterval";

  @Override
  public Stream<Setting> settings(RuleFacts facts) {
    return facts.kind() == WorkloadKind.STREAMING
        ? Stream.concat(Stream.of(backPressure()), failures(facts))
        : Stream.empty();
  }

  private static Setting backPressure() {
    return Rule.line(
        "spark.streaming.backpressure.enabled",
        "true",
        "receivers of DStreams slow down when batches queue up; Structured Streaming pulls and"
            + " ignores it; the default is false in Spark 3.3 to 4.x",
        DOCS + "configuration.html#spark-streaming");
  }

  /** Source: {@code ExecutorFailureTracker.maxNumExecutorFailures}; 3.3 has it in YARN alone. */
  private static Stream<Setting> failures(RuleFacts facts) {
    boolean since35 = facts.spark().atLeast(3, 5);
    boolean counted =
        facts.manager() == Manager.YARN || (facts.manager() == Manager.KUBERNETES && since35);
    int executors = facts.executors().count();
    return Rule.when(
        counted,
        Rule.line(
            since35 ? SINCE_35 : ON_OLD_YARN,
            "1h",
            "2 x "
                + executors
                + " executors = "
                + 2L * executors
                + "; the larger of "
                + 2L * executors
                + " and 3 = "
                + Math.max(3, 2L * executors)
                + " failed executors end the application, counted over its whole life unless an"
                + " interval is set; Spark "
                + (since35 ? "3.5 to 4.x" : "3.3 and 3.4"),
            since35
                ? DOCS + "configuration.html#application-properties"
                : DOCS + "running-on-yarn.html#spark-properties"));
  }
}
