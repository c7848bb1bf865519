/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.tuning.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparkmaven.hardware.Manager;
import io.github.sparkmaven.tuning.Language;
import io.github.sparkmaven.tuning.WorkloadKind;
import org.junit.jupiter.api.Test;

class SpotRulesTest {
  private static final String[] KEYS = {
    "spark.decommission.", "spark.storage.decommission.", "spark.stage."
  };

  @Test
  void movesWorkAwayFromNodesThatAreTakenBack() {
    assertThat(spot(Manager.KUBERNETES).lines(KEYS))
        .containsExactly(
            "spark.decommission.enabled true",
            "spark.storage.decommission.enabled true",
            "spark.stage.ignoreDecommissionFetchFailure true");
    assertThat(spot(Manager.STANDALONE).spark("4.0.0").lines(KEYS))
        .containsExactly(
            "spark.decommission.enabled true", "spark.storage.decommission.enabled true");
    assertThat(spot(Manager.KUBERNETES).reasons(KEYS))
        .containsExactly(
            "spot nodes: an executor that is warned takes no more tasks; Spark 3.3 to 4.x",
            "spot nodes: a warned executor hands its blocks on instead of losing them; Spark 3.3 to"
                + " 4.x",
            "spot nodes: files that left with a machine are no failure of the stage, of which the"
                + " 4th in a row ends the job; the default from Spark 4.0; Spark 3.4 and 3.5");
  }

  @Test
  void namesWhatIsMovedWhereSparkDoesNot() {
    assertThat(spot(Manager.KUBERNETES).spark("3.3.0").lines(KEYS))
        .containsExactly(
            "spark.decommission.enabled true",
            "spark.storage.decommission.enabled true",
            "spark.storage.decommission.rddBlocks.enabled true",
            "spark.storage.decommission.shuffleBlocks.enabled true");
  }

  @Test
  void countsOnYarnOnlyWhereItPassesTheWarningOn() {
    assertThat(spot(Manager.YARN).lines(KEYS)).hasSize(3);
    assertThat(spot(Manager.YARN).spark("3.3.4").lines(KEYS)).isEmpty();
    assertThat(spot(Manager.YARN).elastic(true).lines(KEYS)).isEmpty();
    assertThat(spot(Manager.YARN).elastic(false).lines(KEYS)).hasSize(3);
  }

  @Test
  void leavesNodesThatStayAlone() {
    assertThat(FactsExample.batch().lines(KEYS)).isEmpty();
    assertThat(spot(Manager.LOCAL).lines(KEYS)).isEmpty();
  }

  private static FactsExample spot(Manager manager) {
    return FactsExample.of(manager, Language.JVM, WorkloadKind.BATCH).spot();
  }
}
