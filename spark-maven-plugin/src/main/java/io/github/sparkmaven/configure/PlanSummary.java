/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.configure;

import io.github.sparkmaven.hardware.Manager;
import io.github.sparkmaven.plan.Plan;
import io.github.sparkmaven.tuning.Alternative;
import io.github.sparkmaven.tuning.ExecutorSize;
import io.github.sparkmaven.tuning.Layout;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the console says of a plan. */
public final class PlanSummary {
  private PlanSummary() {}

  /** Returns the lines: what is planned for, the layout, the alternatives. */
  public static List<String> lines(Plan plan) {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "Plan for Spark %s, environment %s: %s, %d node(s); %s",
            plan.spark(),
            plan.environment(),
            plan.cluster().manager().label(),
            plan.cluster().nodes().nodes(),
            plan.cluster().offerReason()));
    Layout layout = plan.tuning().layout();
    if (plan.cluster().manager() == Manager.LOCAL) {
      lines.add(String.format(Locale.ROOT, "  one JVM: %s", memory(layout.size())));
    } else {
      lines.add("  chosen: " + describe(layout));
      plan.tuning().alternatives().forEach(other -> lines.add("  not: " + describe(other)));
    }
    return lines;
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
        layout.nodes().coresOffered());
  }

  private static String memory(ExecutorSize size) {
    return String.format(Locale.ROOT, "%d cores, heap %dm", size.cores(), size.heapMib());
  }
}
