/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.plan;

import io.github.sparkmaven.conf.CollectorOption;
import io.github.sparkmaven.hardware.Cluster;
import io.github.sparkmaven.hardware.NodeGroup;
import io.github.sparkmaven.tuning.ExecutorSize;
import io.github.sparkmaven.tuning.Layout;
import io.github.sparkmaven.tuning.Workload;
import io.github.sparkmaven.tuning.rule.RuleFacts;
import java.util.List;

/** What the rules for other settings look at, taken from a plan in the making. */
record Facts(PlanRequest request, Cluster cluster, Workload workload) {
  // What a JVM of an executor takes flags from, as far as settings say.
  private static final List<String> EXECUTOR_FLAGS =
      List.of(
          "spark.executor.defaultJavaOptions",
          "spark.executor.extraJavaOptions",
          "spark.executorEnv.JAVA_TOOL_OPTIONS",
          "spark.executorEnv.JDK_JAVA_OPTIONS",
          "spark.executorEnv._JAVA_OPTIONS");

  RuleFacts of(Layout layout) {
    return new RuleFacts(
        request.spark(),
        request.javaVersion(),
        cluster.manager(),
        workload.language(),
        workload.kind(),
        workload.inputSize(),
        executors(layout),
        machines(),
        layout.driver().heapMib(),
        workload.isDynamic(cluster),
        servesShuffle(),
        choosesCollector());
  }

  private RuleFacts.Executors executors(Layout layout) {
    ExecutorSize size = layout.size();
    return new RuleFacts.Executors(
        // A pinned number that does not fit is still the most that Spark is told of.
        workload.isDynamic(cluster) ? layout.requestedExecutors() : layout.grantedExecutors(),
        Math.min(layout.leastExecutors(), layout.grantedExecutors()),
        size.cores(),
        size.heapMib(),
        size.gpus(),
        workload.gpus().tasksPerGpu());
  }

  private RuleFacts.Machines machines() {
    return new RuleFacts.Machines(
        (int) cluster.nodes(),
        cluster.groups().stream().mapToInt(NodeGroup::machineCores).max().orElseThrow(),
        cluster.hasSpot(),
        cluster.disks().paths());
  }

  /** The user's or the site's word; by itself a cluster is not known to run the service. */
  private boolean servesShuffle() {
    return request
        .conf()
        .find("spark.shuffle.service.enabled")
        .filter(setting -> setting.value().trim().equalsIgnoreCase("true"))
        .isPresent();
  }

  private boolean choosesCollector() {
    return EXECUTOR_FLAGS.stream()
        .flatMap(key -> request.conf().find(key).stream())
        .anyMatch(setting -> CollectorOption.isIn(setting.value()));
  }
}
