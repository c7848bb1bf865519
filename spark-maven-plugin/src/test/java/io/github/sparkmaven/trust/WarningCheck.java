/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.trust;

import java.util.List;
import java.util.stream.Stream;

/** Reads every warning, does its sums again and holds its figures against the plan's. */
record WarningCheck(PlanFile plan, Findings findings) {
  /** The warnings that have figures, each by words of its own. */
  static final List<String> WITH_FIGURES =
      List.of(
          "rounds it up to a multiple of",
          "rounds it up to the largest container",
          "rounds it up to the minimum allocation",
          "under the dominant calculator a node holds",
          "the default calculator may pack them so",
          "it displaces",
          "it fits beside that node's executors",
          "more than application masters may use",
          "A site that keeps Hadoop's own maximums",
          "The master counts heaps alone",
          "stay unused",
          "stay idle: executors ask for",
          "the other cores stay idle",
          "the rest stay pending",
          "the rest wait until it grows",
          "Without the pins the plan would be",
          "workload/pythonWorkerMemory of",
          "The pinned heap of");

  void check() {
    List<Phrase> sentences =
        Stream.of(new YarnWarningPhrases(plan).all(), new WarningPhrases(plan).all())
            .flatMap(List::stream)
            .toList();
    UnpinnedCheck unpinned = new UnpinnedCheck(plan, findings);
    for (String warning : plan.warnings()) {
      WITH_FIGURES.stream().filter(warning::contains).forEach(findings::met);
      List<Phrase> others = unpinned.check(warning);
      findings.statement(
          "warnings",
          Statement.read(warning, Stream.concat(others.stream(), sentences.stream()).toList()));
    }
  }
}
