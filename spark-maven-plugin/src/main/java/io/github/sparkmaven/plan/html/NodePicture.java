/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.plan.html;

import io.github.sparkmaven.hardware.NodeGroup;
import io.github.sparkmaven.html.Markup;
import io.github.sparkmaven.plan.Plan;
import io.github.sparkmaven.tuning.DriverLayout;
import io.github.sparkmaven.tuning.Layout;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One node: its executors as blocks as wide as their containers, with a square for each task slot.
 *
 * @param plan the plan
 * @param node the node, or several that hold the same
 * @param number tells the pictures of a page apart
 */
record NodePicture(Plan plan, DrawnNode node, int number) {

  void write(Markup page) {
    NodeUse use = NodeUse.of(plan, node);
    page.open("figure", "class", node.group().spot() ? "node spot" : "node");
    page.open("h3").text(name());
    if (node.nodes() > 1) {
      page.element("span", "× " + Figure.count(node.nodes(), "node", "nodes"), "class", "times");
    }
    badges(page);
    page.close();
    String id = "node-" + number;
    page.open(
        "svg",
        "viewBox",
        "0 0 " + NodeDrawing.WIDTH + " " + NodeDrawing.HEIGHT,
        "role",
        "img",
        "aria-labelledby",
        id + "-title " + id + "-desc");
    page.element("title", name(), "id", id + "-title");
    page.element("desc", String.join("; ", lines(use)), "id", id + "-desc");
    new NodeDrawing(use).write(page);
    page.close();
    page.open("figcaption").open("ul");
    lines(use).forEach(line -> page.element("li", line));
    page.close().close().close();
  }

  /** Returns what stands on the cluster for the driver. */
  static String driverName(DriverLayout driver) {
    return switch (driver.deployMode()) {
      case CLIENT -> "application master";
      case CLUSTER -> "driver";
    };
  }

  private String name() {
    NodeGroup group = node.group();
    if (!group.name().equals(NodeGroup.ONLY)) {
      return group.name();
    }
    return node.nodes() == 1 ? "Node " + number : "Nodes";
  }

  private void badges(Markup page) {
    if (node.group().spot()) {
      page.text(" ").element("span", "spot", "class", "badge");
    }
    if (node.group().gpus() > 0) {
      String gpus = Figure.count(node.group().gpus(), "GPU", "GPUs");
      page.text(" ").element("span", gpus, "class", "badge");
    }
    if (node.driver()) {
      String driver = driverName(plan.tuning().layout().driver());
      page.text(" ").element("span", driver, "class", "badge driver");
    }
  }

  private List<String> lines(NodeUse use) {
    Layout layout = plan.tuning().layout();
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "%s × %d MiB, %s each",
            Figure.count(use.executors(), "executor", "executors"),
            layout.containerMib(),
            Figure.count(use.coresEach(), "core", "cores")));
    if (use.driverMib() > 0) {
      lines.add(driverName(layout.driver()) + " " + use.driverMib() + " MiB");
    }
    if (use.roundingMib() > 0 && use.executors() > 0) {
      lines.add(use.executors() * use.roundingMib() + " MiB lost to rounding");
    }
    lines.add(
        use.idleMib() >= 0
            ? use.idleMib() + " of " + use.memoryMib() + " MiB idle"
            : -use.idleMib() + " MiB more than the " + use.memoryMib() + " MiB offered");
    lines.add(cores(use));
    if (use.gpus() > 0) {
      lines.add(use.gpusTaken() + " of " + use.gpus() + " GPUs taken");
    }
    return lines;
  }

  private static String cores(NodeUse use) {
    String taken = use.coresTaken() + " of " + Figure.count(use.cores(), "core", "cores");
    return use.overbooked()
        ? use.coresTaken() + " task slots on " + Figure.count(use.cores(), "core", "cores")
        : taken + " taken by executors";
  }
}
