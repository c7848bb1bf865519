/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.trust;

import io.github.sparkmaven.trust.CriteriaLaw.Difference;
import io.github.sparkmaven.trust.CriteriaLaw.Figures;
import io.github.sparkmaven.trust.ExecutorLaw.Executor;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recomputes the warnings that tell of another plan, without pins or with Python workers of the
 * usual size: cores and heap are that search's choice, and the rest follows from them.
 */
record UnpinnedCheck(PlanFile plan, Findings findings) {
  private static final String SIZE = "(\\d+) executors of (\\d+) cores and (\\d+)m, ";
  private static final Pattern PINS =
      Pattern.compile(
          "Without the pins the plan would be "
              + SIZE
              + "(\\d+) per node; the pinned layout has (.*)");
  private static final Pattern PYTHON =
      Pattern.compile(
          "workload/pythonWorkerMemory of (\\d+) MiB: "
              + SIZE
              + "(.*?); with Spark's default of 512 MiB it would be "
              + SIZE
              + "(.*)");

  /** Checks such a warning, and returns it as the one phrase that is accounted for. */
  List<Phrase> check(String warning) {
    List<Phrase> checked = new ArrayList<>();
    Matcher pins = PINS.matcher(warning);
    if (pins.matches()) {
      pins(pins.toMatchResult(), warning);
      checked.add(Phrase.free(warning));
    }
    Matcher python = PYTHON.matcher(warning);
    if (python.matches()) {
      MatchResult figures = python.toMatchResult();
      require(figure(figures, 1) == plan.figure("workload/pythonWorkerMiB"), warning);
      python(figures, 2, figure(figures, 1), warning);
      python(figures, 6, 512, warning);
      checked.add(Phrase.free(warning));
    }
    return checked;
  }

  private void pins(MatchResult figures, String warning) {
    ClusterLaw cluster = ClusterLaw.upper(plan);
    Executor executor = executor(figures, 1, ExecutorLaw.of(plan));
    require(figure(figures, 1) == new Asked(plan, cluster, false).of(executor), warning);
    require(
        cluster.nodes().stream()
            .anyMatch(group -> Math.max(1, cluster.meant(executor, group)) == figure(figures, 4)),
        warning);
    Figures best =
        new Figures(
            executor.cores(),
            executor.heap(),
            executor.gpus(),
            figure(figures, 1),
            figure(figures, 4));
    String text =
        new CriteriaLaw(plan, cluster)
            .compare(PlanTrust.figures(plan.part("layout")), best)
            .filter(difference -> !difference.wins())
            .map(Difference::text)
            .orElse("won");
    findings.sentence("warnings", text, figures.group(5));
  }

  private void python(MatchResult figures, int from, long workerMib, String warning) {
    ClusterLaw cluster = ClusterLaw.upper(plan);
    Executor executor = executor(figures, from, new ExecutorLaw(plan, workerMib));
    long asked = new Asked(plan, cluster, true).of(executor);
    require(figure(figures, from) == cluster.granted(executor, asked), warning);
    boolean asWorkers = executor.cores() * workerMib == executor.python();
    findings.sentence(
        "warnings",
        asWorkers
            ? executor.cores()
                + " x "
                + workerMib
                + " = "
                + executor.python()
                + " MiB of each for Python"
            : executor.python() + " MiB of each for Python, as pinned",
        figures.group(from + 3));
  }

  private Executor executor(MatchResult figures, int from, ExecutorLaw law) {
    return law.executor(
        figure(figures, from + 1), figure(figures, from + 2), ClusterLaw.upper(plan).gpus());
  }

  private void require(boolean holds, String warning) {
    findings.require(holds, "not the figures of another plan: " + warning);
  }

  private static long figure(MatchResult figures, int group) {
    return Long.parseLong(figures.group(group));
  }
}
