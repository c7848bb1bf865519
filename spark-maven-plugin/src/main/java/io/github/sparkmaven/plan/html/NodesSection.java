/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.plan.html;

import io.github.sparkmaven.hardware.NodeGroup;
import io.github.sparkmaven.html.Markup;
import io.github.sparkmaven.html.Table;
import io.github.sparkmaven.plan.Plan;
import io.github.sparkmaven.tuning.GroupPlaces;
import io.github.sparkmaven.tuning.Layout;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** The nodes with their executors, drawn; and their groups in figures. */
record NodesSection(Plan plan) {
  private static final Table TABLE =
      new Table(
          List.of(
              "Group",
              "Nodes",
              "Cores a node",
              "MiB a node",
              "GPUs a node",
              "Executors meant a node",
              "What a node offers"));
  // As many as fill a screen.
  private static final int DRAWN_SINGLY = 12;
  // Beyond this nobody compares pictures, and the file stays small.
  private static final int MOST_PICTURES = 24;

  void write(Markup page) {
    List<DrawnNode> alike = new NodePlaces(plan).nodes();
    List<DrawnNode> drawn = plan.cluster().nodes() <= DRAWN_SINGLY ? singly(alike) : alike;
    page.open("section", "aria-labelledby", "nodes");
    page.element("h2", "Nodes", "id", "nodes");
    page.element("p", explanation(drawn.size()));
    legend(drawn.stream().map(node -> NodeUse.of(plan, node)).anyMatch(NodeUse::overbooked), page);
    page.open("div", "class", "nodes");
    for (int i = 0; i < Math.min(drawn.size(), MOST_PICTURES); i++) {
      new NodePicture(plan, drawn.get(i), i + 1).write(page);
    }
    page.close();
    TABLE.open(page, "class", "groups");
    layout().groups().forEach(places -> row(places, page));
    TABLE.close(page);
    page.element("p", ends());
    page.close();
  }

  private Layout layout() {
    return plan.tuning().layout();
  }

  private String explanation(int pictures) {
    String scale = "Each bar is what one node offers, to the scale of its memory. ";
    String places =
        "Executors stand as the plan counts them; the scheduler may put them elsewhere.";
    return pictures > MOST_PICTURES
        ? scale + places + " The first " + MOST_PICTURES + " of " + pictures + " kinds are drawn."
        : scale + places;
  }

  private void legend(boolean overbooked, Markup page) {
    page.open("p", "class", "legend");
    entry("executor", "executor", page);
    if (layout().containerMib() > layout().size().requestMib()) {
      entry("rounding", "lost to rounding", page);
    }
    if (!layout().driver().onCluster().isNothing()) {
      entry("driver", NodePicture.driverName(layout().driver()), page);
    }
    entry("idle", "left idle", page);
    entry("cell", "task slot", page);
    if (overbooked) {
      entry("overbooked", "task slot beyond the cores", page);
    }
    if (layout().size().gpus() > 0) {
      entry("gpu", "GPU", page);
    }
    page.close();
  }

  private static void entry(String style, String name, Markup page) {
    page.open("span");
    page.element("i", "", "class", "swatch c-" + style).text(" " + name).close();
  }

  private static List<DrawnNode> singly(List<DrawnNode> alike) {
    return alike.stream()
        .flatMap(node -> Collections.nCopies(node.nodes(), node.times(1)).stream())
        .toList();
  }

  private static void row(GroupPlaces places, Markup page) {
    NodeGroup group = places.group();
    page.open("tr");
    TABLE.text(page, 0, "name", group.name() + (group.spot() ? " (spot)" : ""));
    TABLE.figures(
        page,
        1,
        List.of(
            Figure.range(group.range().least(), group.range().most()),
            "" + group.cores(),
            "" + group.memoryMib(),
            "" + group.gpus(),
            "" + places.executorsPerNode()));
    TABLE.text(page, 6, "reason", group.offer());
    page.close();
  }

  private String ends() {
    if (!plan.cluster().scales()) {
      return Figure.count(layout().grantedExecutors(), "executor", "executors")
          + " granted in all.";
    }
    return String.format(
        Locale.ROOT,
        "At the least, %s: %s granted. At the most, %s: %s.",
        Figure.count(plan.cluster().atItsLeast().nodes(), "node", "nodes"),
        Figure.count(layout().leastExecutors(), "executor", "executors"),
        Figure.count(plan.cluster().nodes(), "node", "nodes"),
        Figure.count(layout().grantedExecutors(), "executor", "executors"));
  }
}
