/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.configure;

import io.github.sparkmaven.hardware.Cluster;
import io.github.sparkmaven.hardware.Manager;
import io.github.sparkmaven.hardware.NodeGroup;
import io.github.sparkmaven.plan.Plan;
import io.github.sparkmaven.tuning.Alternative;
import io.github.sparkmaven.tuning.ExecutorSize;
import io.github.sparkmaven.tuning.Layout;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the console says of a plan. */
public final class PlanSummary {
  // A console is no place for more; plan.json has them all.
  private static final int MOST_GROUPS = 10;

  private PlanSummary() {}

  /** Returns the lines: what is planned for, the layout, the alternatives. */
  public static List<String> lines(Plan plan) {
    List<String> lines = new ArrayList<>();
    Cluster cluster = plan.cluster();
    boolean alike = cluster.groups().size() == 1;
    lines.add(
        String.format(
            Locale.ROOT,
            "Plan for Spark %s, environment %s%s: %s, %s",
            plan.spark(),
            plan.environment(),
            plan.job().name().map(name -> ", job " + name).orElse(""),
            cluster.manager().label(),
            alike
                ? cluster.groups().get(0).range() + " node(s); " + cluster.offer()
                : cluster.nodes() + " nodes in " + cluster.groups().size() + " groups"));
    if (!alike) {
      cluster.groups().stream().limit(MOST_GROUPS).forEach(group -> lines.add(describe(group)));
    }
    Layout layout = plan.tuning().layout();
    if (plan.cluster().manager() == Manager.LOCAL) {
      lines.add(String.format(Locale.ROOT, "  one JVM: %s", memory(layout.size())));
    } else {
      lines.add("  chosen: " + describe(layout) + atTheLeast(plan));
      plan.tuning().alternatives().forEach(other -> lines.add("  not: " + describe(other)));
    }
    return lines;
  }

  private static String atTheLeast(Plan plan) {
    return plan.cluster().scales()
        ? "; " + plan.tuning().layout().leastExecutors() + " executors at the cluster's least"
        : "";
  }

  private static String describe(NodeGroup group) {
    return String.format(
        Locale.ROOT,
        "  %s: %s%s node(s); %s",
        group.name(),
        group.range(),
        group.spot() ? " spot" : "",
        group.offer());
  }

  private static String describe(Alternative alternative) {
    return describe(alternative.layout()) + ": " + alternative.reason();
  }

  private static String describe(Layout layout) {
    return String.format(
        Locale.ROOT,
        "%d of %d executors granted, %d per node, %s, container %d MiB; %d of %d cores placed",
        layout.grantedExecutors(),
        layout.requestedExecutors(),
        layout.executorsPerNode(),
        memory(layout.size()),
        layout.containerMib(),
        layout.coresPlaced(),
        layout.coresOffered());
  }

  private static String memory(ExecutorSize size) {
    return String.format(Locale.ROOT, "%d cores, heap %dm", size.cores(), size.heapMib());
  }
}
