/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.trust;

import io.github.sparkmaven.json.Json;
import io.github.sparkmaven.trust.CriteriaLaw.Difference;
import io.github.sparkmaven.trust.CriteriaLaw.Figures;
import java.util.Optional;

/** Recomputes every figure of a {@code plan.json}, from that file alone. */
final class PlanTrust {
  private static final String EXCLUDED = "the pins exclude it; without them it would win: ";

  private final PlanFile plan;
  private final Findings findings;

  PlanTrust(PlanFile plan, Findings findings) {
    this.plan = plan;
    this.findings = findings;
  }

  void check() {
    new ClusterCheck(plan, findings).check();
    Json layout = plan.part("layout");
    new LayoutCheck(plan, findings, "layout", layout, true).check();
    for (Json other : plan.json().list("alternatives")) {
      new LayoutCheck(plan, findings, "alternatives", other, false).check();
      alternative(figures(layout), figures(other), other.text("reason").orElseThrow());
    }
    new SettingCheck(plan, findings).check();
    new WarningCheck(plan, findings).check();
  }

  private void alternative(Figures chosen, Figures other, String reason) {
    Optional<Difference> difference =
        new CriteriaLaw(plan, ClusterLaw.upper(plan)).compare(other, chosen);
    String text = difference.map(Difference::text).orElse("equal in every criterion");
    boolean wins = difference.filter(Difference::wins).isPresent();
    findings.require(!wins || plan.isPinned(), "an alternative is better: " + reason);
    findings.sentence(
        "reasons of alternatives",
        wins ? EXCLUDED + text + " (chosen against this)" : text,
        reason);
  }

  static Figures figures(Json layout) {
    return new Figures(
        layout.number("executorCores").orElseThrow(),
        layout.number("heapMiB").orElseThrow(),
        layout.number("gpus").orElseThrow(),
        layout.number("grantedExecutors").orElseThrow(),
        layout.number("executorsPerNode").orElseThrow());
  }
}
