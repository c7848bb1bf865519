/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven.parameter;

import io.github.sparkmaven.check.Policy;
import io.github.sparkmaven.check.Severity;
import io.github.sparkmaven.check.Suppression;
import io.github.sparkmaven.conf.registry.EditDistance;
import io.github.sparkmaven.problem.Problems;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a {@code check} element, and notes all that is wrong with it.
 *
 * @param rules the ids of all rules
 * @param problems gets what is wrong
 */
public record PolicyReader(List<String> rules, Problems problems) {
  private static final int MOST_LETTERS = 4;

  /** Copies the ids. */
  public PolicyReader {
    rules = List.copyOf(rules);
  }

  /** What fails the build. */
  private enum FailOn {
    ERROR,
    WARNING,
    NOTE,
    NEVER
  }

  /** How grave the findings of a rule are. */
  private enum Gravity {
    ERROR,
    WARNING,
    NOTE,
    OFF
  }

  /**
   * Returns what it says.
   *
   * @param failOn what stands on the command line in its place
   */
  public Policy read(CheckParameter check, Optional<String> failOn) {
    FailOn least =
        new ParameterReader("check", problems)
            .choice("failOn", failOn.or(check::failOn).orElse(null), FailOn.class)
            .orElse(FailOn.ERROR);
    return new Policy(severity(least.name()), severities(check), suppressions(check));
  }

  private Map<String, Optional<Severity>> severities(CheckParameter check) {
    Map<String, Optional<Severity>> severities = new TreeMap<>();
    ParameterReader reader = new ParameterReader("check/severity", problems);
    new TreeMap<>(check.severity())
        .forEach(
            (rule, text) -> {
              requireRule("check/severity/" + rule, rule);
              reader
                  .choice(rule, given(text), Gravity.class)
                  .ifPresent(gravity -> severities.put(rule, severity(gravity.name())));
            });
    return severities;
  }

  private List<Suppression> suppressions(CheckParameter check) {
    List<Suppression> suppressions = new ArrayList<>();
    new TreeMap<>(check.suppress())
        .forEach(
            (rule, text) -> {
              String where = "check/suppress/" + rule;
              requireRule(where, rule);
              List<String> patterns =
                  Stream.of(given(text).split(",", -1)).map(String::trim).toList();
              problems.require(
                  patterns.stream().noneMatch(String::isEmpty),
                  where,
                  "has an empty pattern",
                  "Give classes, files or entries of jars, as in com.acme.*, or * for all findings");
              patterns.forEach(pattern -> suppressions.add(new Suppression(rule, pattern)));
            });
    return suppressions;
  }

  private void requireRule(String where, String rule) {
    problems.require(rules.contains(rule), where, "there is no rule '" + rule + "'", nearest(rule));
  }

  private String nearest(String rule) {
    List<String> near =
        rules.stream()
            .filter(known -> distance(rule, known) <= MOST_LETTERS || known.contains(rule))
            .sorted(Comparator.comparingInt(known -> distance(rule, known)))
            .limit(3)
            .toList();
    return near.isEmpty()
        ? "Give one of " + String.join(", ", rules)
        : "Did you mean " + near.stream().collect(Collectors.joining(" or ")) + "?";
  }

  private static int distance(String rule, String known) {
    return EditDistance.between(rule.toLowerCase(Locale.ROOT), known, MOST_LETTERS);
  }

  private static Optional<Severity> severity(String name) {
    return Stream.of(Severity.values()).filter(each -> each.name().equals(name)).findFirst();
  }

  /** Maven hands an element without content over as null. */
  private static String given(@Nullable String text) {
    return text == null ? "" : text;
  }
}
