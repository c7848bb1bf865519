/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the project makes of findings.
 *
 * @param failOn the least grave finding that fails the build; empty where none does
 * @param severities by a rule's id, how grave its findings are here; empty where they are not
 *     looked for
 * @param suppressions the findings that are known and accepted
 */
public record Policy(
    Optional<Severity> failOn,
    Map<String, Optional<Severity>> severities,
    List<Suppression> suppressions) {

  /** Copies the collections. */
  public Policy {
    severities = Map.copyOf(severities);
    suppressions = List.copyOf(suppressions);
  }

  /** Says whether a finding of a severity fails the build. */
  boolean failsOn(Severity severity) {
    return failOn.filter(least -> severity.compareTo(least) <= 0).isPresent();
  }

  /** Judges findings; those of rules that are off are left out. */
  List<Judged> judge(List<Finding> findings) {
    List<Judged> judged = new ArrayList<>();
    for (Finding finding : findings) {
      Rule rule = finding.rule();
      severities
          .getOrDefault(rule.id(), Optional.of(rule.severity()))
          .ifPresent(
              severity ->
                  judged.add(
                      new Judged(
                          finding,
                          severity,
                          suppressions.stream().anyMatch(each -> each.covers(finding)))));
    }
    return judged;
  }

  /** Returns the suppressions that no finding needs. */
  List<Suppression> idle(List<Finding> findings) {
    return suppressions.stream()
        .filter(suppression -> findings.stream().noneMatch(suppression::covers))
        .toList();
  }
}
