/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.tuning.rule;

import io.github.sparkmaven.conf.Setting;
import io.github.sparkmaven.hardware.Manager;
import io.github.sparkmaven.tuning.WorkloadKind;
import java.math.BigDecimal;
import java.util.stream.Stream;

/** When the scheduler starts, and what it does about tasks that lag. */
final class SchedulerRules implements Rule {
  private static final String SOURCE = DOCS + "configuration.html#scheduling";
  // What Spark itself takes on YARN and Kubernetes; on a standalone master it takes 0.0
  // (CoarseGrainedSchedulerBackend, YarnSchedulerBackend, KubernetesClusterSchedulerBackend).
  private static final BigDecimal REGISTERED = new BigDecimal("0.8");

  @Override
  public Stream<Setting> settings(RuleFacts facts) {
    return Stream.concat(registration(facts), speculation(facts));
  }

  private static Stream<Setting> registration(RuleFacts facts) {
    RuleFacts.Executors executors = facts.executors();
    BigDecimal cores = REGISTERED.multiply(BigDecimal.valueOf(executors.slots()));
    return Rule.when(
        facts.manager() == Manager.STANDALONE && !facts.elastic() && executors.count() > 1,
        Rule.line(
            "spark.scheduler.minRegisteredResourcesRatio",
            REGISTERED.toPlainString(),
            REGISTERED.toPlainString()
                + " x "
                + executors.count()
                + " executors x "
                + executors.cores()
                + " cores = "
                + cores.stripTrailingZeros().toPlainString()
                + ": the first tasks wait for that many cores, 30 s at most, as on YARN, instead"
                + " of crowding the first executor; a standalone master's default is 0.0;"
                + " Spark 3.3 to 4.x",
            SOURCE));
  }

  /**
   * Spark looks for stragglers only when all but a share of a stage's tasks are done; a slow node
   * among few holds more than that share, and is never found.
   */
  private static Stream<Setting> speculation(RuleFacts facts) {
    // spark.speculation.quantile (core/.../internal/config/package.scala).
    boolean four = facts.spark().atLeast(4, 0);
    BigDecimal quantile = new BigDecimal(four ? "0.9" : "0.75");
    BigDecimal rest = BigDecimal.ONE.subtract(quantile);
    int hosts = Math.min(facts.machines().count(), facts.executors().count());
    BigDecimal found = rest.multiply(BigDecimal.valueOf(hosts)).stripTrailingZeros();
    boolean pays =
        facts.onCluster()
            && facts.kind() == WorkloadKind.ML
            && facts.executors().gpus() == 0
            && found.compareTo(BigDecimal.ONE) >= 0;
    return Rule.when(
        pays,
        Rule.line(
            "spark.speculation",
            "true",
            "every iteration waits for its slowest task, and tasks that only compute may run"
                + " twice; Spark looks for stragglers in the last 1 - "
                + quantile
                + " = "
                + rest
                + " of a stage's tasks; the smaller of "
                + facts.machines().count()
                + " nodes and "
                + facts.executors().count()
                + " executors = "
                + hosts
                + "; "
                + hosts
                + " hosts x "
                + rest
                + " = "
                + found.toPlainString()
                + ", so that the tasks of 1 slow host are found; Spark "
                + (four ? "4.x" : "3.3 to 3.5"),
            SOURCE));
  }
}
