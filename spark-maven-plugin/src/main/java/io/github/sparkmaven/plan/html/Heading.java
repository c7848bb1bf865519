/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.plan.html;

import io.github.sparkmaven.hardware.Cluster;
import io.github.sparkmaven.hardware.DeployMode;
import io.github.sparkmaven.hardware.Manager;
import io.github.sparkmaven.html.Markup;
import io.github.sparkmaven.plan.Job;
import io.github.sparkmaven.plan.Plan;
import io.github.sparkmaven.tuning.Layout;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is planned for, the verdict, and what the user should know. */
record Heading(Plan plan) {

  void write(Markup page) {
    page.open("header");
    page.element("p", "Spark plan", "class", "kicker").element("h1", plan.environment());
    page.open("dl", "class", "facts");
    fact("Spark", plan.spark().toString(), page);
    fact("Manager", manager(), page);
    if (!isLocal()) {
      fact("Nodes", nodes(), page);
    }
    job().ifPresent(job -> fact("Job", job, page));
    fact("Workload", plan.workload().language().label() + ", " + kind(), page);
    page.close();
    page.element("p", verdict(), "class", "verdict");
    tiles(page);
    warnings(page);
    page.close();
  }

  private boolean isLocal() {
    return plan.cluster().manager() == Manager.LOCAL;
  }

  private Layout layout() {
    return plan.tuning().layout();
  }

  private String kind() {
    return plan.workload().kind().label();
  }

  private String manager() {
    Cluster cluster = plan.cluster();
    return cluster.manager().label()
        + (cluster.deployMode() == DeployMode.CLUSTER ? ", driver on the cluster" : "");
  }

  private String nodes() {
    Cluster cluster = plan.cluster();
    String count = Figure.range(cluster.atItsLeast().nodes(), cluster.nodes());
    int groups = cluster.groups().size();
    return groups == 1 ? count : count + " in " + groups + " groups";
  }

  private Optional<String> job() {
    Job job = plan.job();
    String text =
        Stream.of(job.name(), job.mainClass(), job.pythonFile())
            .flatMap(Optional::stream)
            .collect(Collectors.joining(", "));
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  private String verdict() {
    Layout layout = layout();
    if (isLocal()) {
      return String.format(
          Locale.ROOT,
          "One JVM is driver and executor: %s, heap %d MiB.",
          Figure.count(layout.size().cores(), "core", "cores"),
          layout.size().heapMib());
    }
    String least =
        layout.leastExecutors() == layout.grantedExecutors()
            ? ""
            : " at the most nodes, " + layout.leastExecutors() + " at the least";
    return String.format(
        Locale.ROOT,
        "%d of %d requested executors granted%s; %d of %d offered cores placed (%s); %d MiB of heap"
            + " a core.",
        layout.grantedExecutors(),
        layout.requestedExecutors(),
        least,
        layout.coresPlaced(),
        layout.coresOffered(),
        Figure.percent(layout.coresPlaced(), layout.coresOffered()),
        layout.size().heapMibPerCore());
  }

  private void tiles(Markup page) {
    Layout layout = layout();
    page.open("ul", "class", "tiles");
    if (!isLocal()) {
      tile(
          layout.grantedExecutors() + " / " + layout.requestedExecutors(),
          "executors granted / requested",
          page);
      tile(
          Figure.percent(layout.coresPlaced(), layout.coresOffered()),
          "of the offered cores placed",
          page);
      tile(
          Figure.percent(layout.memoryPlacedMib(), layout.memoryOfferedMib()),
          "of the offered memory placed",
          page);
    }
    tile("" + layout.size().cores(), isLocal() ? "cores" : "cores an executor", page);
    tile(layout.size().heapMib() + " MiB", "heap", page);
    tile(layout.size().heapMibPerCore() + " MiB", "heap a core", page);
    page.close();
  }

  private void warnings(Markup page) {
    List<String> warnings = plan.tuning().warnings();
    if (warnings.isEmpty()) {
      return;
    }
    page.open("section", "class", "warnings", "aria-labelledby", "warnings");
    page.element("h2", Figure.count(warnings.size(), "warning", "warnings"), "id", "warnings");
    page.open("ul");
    warnings.forEach(warning -> page.element("li", warning));
    page.close().close();
  }

  private static void fact(String name, String value, Markup page) {
    page.open("div").element("dt", name).element("dd", value).close();
  }

  private static void tile(String figure, String name, Markup page) {
    page.open("li").element("strong", figure).text(" ").element("span", name).close();
  }
}
