/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.tuning.rule;

import io.github.sparkmaven.conf.Setting;
import io.github.sparkmaven.hardware.Manager;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.stream.Stream;

/** GPUs of an executor, and the share of one that a task takes. */
final class GpuRules implements Rule {
  private static final String SOURCE =
      DOCS + "configuration.html#custom-resource-scheduling-and-configuration-overview";
  // Cut, not rounded: Spark takes floor(1 / amount) tasks a GPU (ResourceUtils.scala), which a
  // share that is too large would make one less.
  private static final int DECIMALS = 6;

  @Override
  public Stream<Setting> settings(RuleFacts facts) {
    RuleFacts.Executors executors = facts.executors();
    if (executors.gpus() == 0 || !facts.onCluster()) {
      return Stream.empty();
    }
    Stream<Setting> amounts =
        Stream.of(
            Rule.line(
                "spark.executor.resource.gpu.amount",
                "" + executors.gpus(),
                "workload/gpusPerExecutor; the default is 0; Spark 3.3 to 4.x",
                SOURCE),
            Rule.line(
                "spark.task.resource.gpu.amount",
                share(executors.tasksPerGpu()),
                shareReason(executors),
                SOURCE));
    return Stream.concat(amounts, vendor(facts));
  }

  private static Stream<Setting> vendor(RuleFacts facts) {
    return Rule.when(
        facts.manager() == Manager.KUBERNETES,
        Rule.line(
            "spark.executor.resource.gpu.vendor",
            "nvidia.com",
            "Kubernetes asks for nvidia.com/gpu, by the vendor's domain; Spark 3.3 to 4.x",
            DOCS + "running-on-kubernetes.html#resource-allocation-and-configuration-overview"));
  }

  private static String share(int tasks) {
    return BigDecimal.ONE
        .divide(BigDecimal.valueOf(tasks), DECIMALS, RoundingMode.DOWN)
        .stripTrailingZeros()
        .toPlainString();
  }

  /** Says why so many tasks share a GPU, where the user did not. */
  private static String sharing(RuleFacts.Executors executors) {
    return executors.declaredTasksPerGpu().isPresent()
        ? ""
        : "a task for every core: "
            + executors.cores()
            + " cores / "
            + executors.gpus()
            + " GPUs, rounded up = "
            + executors.tasksPerGpu()
            + "; ";
  }

  private static String shareReason(RuleFacts.Executors executors) {
    int tasks = executors.tasksPerGpu();
    return sharing(executors)
        + "1 GPU / "
        + tasks
        + " tasks, cut to 6 decimals = "
        + share(tasks)
        + "; "
        + executors.gpus()
        + " GPUs x "
        + tasks
        + " tasks = "
        + (long) executors.gpus() * tasks
        + " tasks at a time on the GPUs of an executor; Spark 3.3 to 4.x";
  }
}
