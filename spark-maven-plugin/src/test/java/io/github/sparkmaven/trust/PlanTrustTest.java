/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.trust;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparkmaven.plan.Plan;
import io.github.sparkmaven.plan.PlanFiles;
import io.github.sparkmaven.plan.Planning;
import io.github.sparkmaven.problem.InputException;
import io.github.sparkmaven.tuning.rule.SettingsPage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every figure of a plan can be recomputed from the file that people and programs read. */
class PlanTrustTest {
  private static final int PLANS = Integer.getInteger("proof.plans", 600);
  private static final long SEED = Long.getLong("proof.seed", 20261126);

  @TempDir Path folder;

  @Test
  void recomputesEveryFigureOfEveryPlan() throws IOException {
    RandomRequests requests = new RandomRequests(Draw.of(SEED), folder);
    Findings findings = new Findings();
    int plans = 0;
    for (int drawn = 0; plans < PLANS; drawn++) {
      assertThat(drawn).as("requests drawn for %d plans", plans).isLessThan(4 * PLANS);
      Optional<Plan> plan = plan(requests);
      if (plan.isPresent()) {
        plans++;
        new PlanTrust(PlanFile.read(PlanFiles.write(plan.get(), folder).json()), findings).check();
      }
    }

    System.out.println("Recomputed from " + plans + " plans:" + findings.counted());
    assertThat(findings.faults()).isEmpty();
    assertThat(findings.met())
        .as("settings and warnings that are held against their arithmetic")
        .containsAll(SettingsPage.keys())
        .containsAll(WarningCheck.WITH_FIGURES);
  }

  /** What fits no cluster has no figures. */
  private static Optional<Plan> plan(RandomRequests requests) {
    try {
      return Optional.of(Planning.plan(requests.next()));
    } catch (InputException e) {
      return Optional.empty();
    }
  }
}
