/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.trust;

import io.github.sparkmaven.trust.PlanFile.Line;
import io.github.sparkmaven.tuning.rule.SettingsPage;
import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Reads the reason of every setting that the plan makes, does its sums again, and holds the value
 * against what comes out: it is the last sum's result, or a figure that the reason names, or, for
 * the keys of {@link PlainReasons} alone, an input.
 */
final class SettingCheck {
  private static final Pattern DIGITS = Pattern.compile(Expression.NUMBER);

  private final PlanFile plan;
  private final Findings findings;
  private final SettingPhrases phrases;
  private final Map<String, PlainReasons.Plain> plain;

  SettingCheck(PlanFile plan, Findings findings) {
    this.plan = plan;
    this.findings = findings;
    this.phrases = new SettingPhrases(plan);
    this.plain = new PlainReasons(plan).all();
  }

  void check() {
    plan.settings().forEach(line -> findings.met(SettingsPage.written(line.key())));
    plan.settings().stream().filter(line -> line.layer().equals("plan")).forEach(this::check);
  }

  private void check(Line line) {
    Statement reason = Statement.read(line.reason(), phrases.of(line.key()));
    findings.statement("reasons of settings", reason);
    PlainReasons.Plain input = plain.get(line.key());
    if (input != null && (input.always() || line.reason().equals("pinned"))) {
      findings.sentence("values of settings", input.value(), line.value());
      return;
    }
    for (MatchResult digits : DIGITS.matcher(line.value()).results().toList()) {
      number(line, reason, new BigDecimal(digits.group()));
    }
  }

  private void number(Line line, Statement reason, BigDecimal value) {
    // A flag's numbers are told one by one; any other value is what the last sum comes to.
    boolean byNumber =
        line.key().endsWith("JavaOptions")
            || reason.result().isEmpty()
            || SettingPhrases.NAMED.containsKey(line.key());
    boolean follows = byNumber ? reason.names(value) : reason.result().get().compareTo(value) == 0;
    findings.figure("values of settings", line.key(), 0, 0);
    findings.require(
        follows,
        line.key() + " = " + line.value() + " does not follow from its reason: " + line.reason());
  }
}
