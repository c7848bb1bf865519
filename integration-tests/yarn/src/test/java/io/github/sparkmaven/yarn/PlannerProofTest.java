/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.yarn;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What the planner says is granted is what the real schedulers grant; {@code -Dproof.clusters=N}
 * draws N clusters.
 */
class PlannerProofTest {
  private static final int CLUSTERS = Integer.getInteger("proof.clusters", 25);
  private static final long SEED = Long.getLong("proof.seed", 1);
  private static final Path TABLE = Path.of("target", "proof", "yarn.csv");

  @Test
  void plansWhatTheSchedulersGrant() throws Exception {
    try (ProofReport report = new ProofReport(TABLE)) {
      List<PlannerCase> drawn = PlannerCases.of(SEED, CLUSTERS).toList();
      for (int cluster = 0; cluster < drawn.size(); cluster++) {
        report.add(new PlannerProof(cluster, drawn.get(cluster)).compare());
      }
      System.out.println(CLUSTERS + " clusters, seed " + SEED + "\n" + report.summary());

      assertThat(report.all()).hasSizeGreaterThan(CLUSTERS / 2);
      assertThat(report.mismatches())
          .as(
              () ->
                  report.mismatches().stream().map(Proven::text).collect(Collectors.joining("\n")))
          .isEmpty();
    }
  }
}
