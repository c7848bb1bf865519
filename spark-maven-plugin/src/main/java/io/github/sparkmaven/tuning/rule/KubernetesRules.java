/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.tuning.rule;

import io.github.sparkmaven.conf.Setting;
import io.github.sparkmaven.hardware.Manager;
import java.util.stream.Stream;

/** How fast executor pods are asked for. */
final class KubernetesRules implements Rule {
  // spark.scheduler.maxRegisteredResourcesWaitingTime 30s / spark.kubernetes.allocation.batch.delay
  // 1s: Spark starts with what it has after so many rounds.
  private static final int ROUNDS = 30;

  @Override
  public Stream<Setting> settings(RuleFacts facts) {
    int executors = facts.executors().count();
    int batch = (executors + ROUNDS - 1) / ROUNDS;
    // resource-managers/kubernetes/core/.../k8s/Config.scala at 3.5.5 and 4.0.0.
    int byDefault = facts.spark().atLeast(4, 0) ? 10 : 5;
    return Rule.when(
        facts.manager() == Manager.KUBERNETES && batch > byDefault,
        Rule.line(
            "spark.kubernetes.allocation.batch.size",
            "" + batch,
            "a round a second, and Spark waits 30 s for executors to register: "
                + executors
                + " executors / "
                + ROUNDS
                + " rounds, rounded up = "
                + batch
                + ", above the default of "
                + byDefault
                + "; Spark "
                + (byDefault == 5 ? "3.3 to 3.5" : "4.x"),
            DOCS + "running-on-kubernetes.html#spark-properties"));
  }
}
