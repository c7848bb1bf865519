/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.check.python;

import io.github.sparkmaven.check.Finding;
import io.github.sparkmaven.check.Place;
import io.github.sparkmaven.check.Rule;
import io.github.sparkmaven.check.code.CodeRules;
import io.github.sparkmaven.python.SourceFacts;
import io.github.sparkmaven.python.SourceFacts.Advice;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What the rules about code find in a module's Python sources. */
public final class PythonAdvice {
  /** The rules, which are those of JVM jobs too. */
  public static final List<Rule> RULES = CodeRules.all();

  private static final String CHECKPOINTS = "spark.sql.streaming.checkpointLocation";

  private PythonAdvice() {}

  /**
   * Returns the findings, in the order of files and lines.
   *
   * @param facts what the sources say
   * @param keys the settings that the job is submitted with
   */
  public static List<Finding> findings(SourceFacts facts, Set<String> keys) {
    return facts.advice().stream()
        .flatMap(advice -> rule(advice).map(rule -> finding(rule, advice)).stream())
        .filter(
            finding ->
                !finding.rule().equals(CodeRules.MISSING_CHECKPOINT_LOCATION)
                    || !keys.contains(CHECKPOINTS))
        .toList();
  }

  private static Optional<Rule> rule(Advice advice) {
    return RULES.stream().filter(rule -> rule.id().equals(advice.rule())).findFirst();
  }

  private static Finding finding(Rule rule, Advice advice) {
    Optional<String> module = Stream.of(advice.module()).filter(name -> !name.isEmpty()).findAny();
    Place place = new Place(advice.file(), module, advice.line());
    return new Finding(rule, place, advice.what(), advice.fix());
  }
}
