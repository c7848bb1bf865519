/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.tuning.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparkmaven.hardware.Manager;
import io.github.sparkmaven.tuning.Language;
import io.github.sparkmaven.tuning.WorkloadKind;
import org.junit.jupiter.api.Test;

class ParallelismRulesTest {
  private static final String[] KEYS = {"spark.default.", "spark.sql.shuffle."};

  @Test
  void cutsRddsAndShufflesIntoThreeTasksACore() {
    FactsExample facts = FactsExample.batch().input("1g");

    assertThat(facts.lines(KEYS))
        .containsExactly("spark.default.parallelism 261", "spark.sql.shuffle.partitions 261");
    assertThat(facts.reasons(KEYS))
        .containsExactly(
            "3 tasks a core x 29 executors x 3 cores = 261; 1024 MiB of input / 128 MiB a partition,"
                + " rounded up = 8; the larger of 261 and 8 = 261; unset, Spark takes the cores or the"
                + " largest parent's partitions; Spark 3.3 to 4.x",
            "3 tasks a core x 29 executors x 3 cores = 261; 1024 MiB of input / 128 MiB a partition,"
                + " rounded up = 8; the larger of 261 and 8 = 261, above Spark's default of 200;"
                + " adaptive execution joins those that turn out small; Spark 3.3 to 4.x");
  }

  @Test
  void leavesRddsOfAnUnknownInputAsFineAsTheirParents() {
    assertThat(FactsExample.batch().lines("spark.default.")).isEmpty();
    assertThat(
            FactsExample.of(Manager.YARN, Language.PYTHON, WorkloadKind.ML).lines("spark.default."))
        .isEmpty();
    assertThat(FactsExample.batch().input("1t").lines("spark.default."))
        .containsExactly("spark.default.parallelism 8192");
  }

  @Test
  void cutsALargeInputAsFinelyAsItIsRead() {
    FactsExample facts = sql().input("1t");

    assertThat(facts.lines(KEYS)).containsExactly("spark.sql.shuffle.partitions 8192");
    assertThat(facts.reasons(KEYS))
        .containsExactly(
            "3 tasks a core x 29 executors x 3 cores = 261; 1048576 MiB of input / 128 MiB a"
                + " partition, rounded up = 8192; the larger of 261 and 8192 = 8192, above Spark's"
                + " default of 200; adaptive execution joins those that turn out small; Spark 3.3"
                + " to 4.x");
  }

  @Test
  void roundsAnInputUpToWholePartitions() {
    assertThat(sql().input("51201m").lines(KEYS))
        .containsExactly("spark.sql.shuffle.partitions 401");
  }

  @Test
  void limitsWhatTheDriverKeepsTrackOf() {
    assertThat(sql().input("10t").lines(KEYS))
        .containsExactly("spark.sql.shuffle.partitions 10000");
    assertThat(sql().input("10t").reasons(KEYS).get(0))
        .contains(
            "the larger of 261 and 81920 = 81920; more than 10000 cost the driver more than they"
                + " gain: the smaller of 10000 and 81920 = 10000, above");
  }

  @Test
  void stillGivesEveryCoreATask() {
    FactsExample facts = FactsExample.batch().input("1g").executors(4000, 5, 20_000);

    assertThat(facts.lines(KEYS))
        .containsExactly("spark.default.parallelism 20000", "spark.sql.shuffle.partitions 20000");
    assertThat(facts.reasons(KEYS).get(0))
        .startsWith(
            "3 tasks a core x 4000 executors x 5 cores = 60000; 1024 MiB of input / 128 MiB a"
                + " partition, rounded up = 8; the larger of 60000 and 8 = 60000; more than 10000 cost the driver"
                + " more than they gain: the smaller of 10000 and 60000 = 10000; but a task for"
                + " every core: the larger of 10000 and 20000 = 20000; unset");
  }

  @Test
  void cutsFinerWhereNobodyKnowsTheInput() {
    FactsExample facts = sql().executors(1, 2, 20_900);

    assertThat(facts.lines(KEYS)).containsExactly("spark.sql.shuffle.partitions 24");
    assertThat(facts.reasons(KEYS))
        .containsExactly(
            "12 tasks a core x 1 executors x 2 cores = 24, below Spark's default of 200: every map"
                + " task writes a block for each partition, even where adaptive execution joins"
                + " them; four times what Spark's guide advises, because inputSize is not declared;"
                + " Spark 3.3 to 4.x");
    assertThat(sql().executors(2, 4, 10_000).lines(KEYS))
        .containsExactly("spark.sql.shuffle.partitions 96");
  }

  @Test
  void cutsAKnownInputAsFarAsItNeeds() {
    FactsExample facts = sql().executors(4, 5, 10_000);

    assertThat(facts.input("1g").lines(KEYS)).containsExactly("spark.sql.shuffle.partitions 60");
    assertThat(facts.input("10g").reasons(KEYS))
        .containsExactly(
            "3 tasks a core x 4 executors x 5 cores = 60; 10240 MiB of input / 128 MiB a partition,"
                + " rounded up = 80; the larger of 60 and 80 = 80, below Spark's default of 200:"
                + " every map task writes a block for each partition, even where adaptive execution"
                + " joins them; Spark 3.3 to 4.x");
  }

  @Test
  void leavesSparks200WhereThatIsRight() {
    assertThat(sql().executors(4, 5, 10_000).lines(KEYS)).isEmpty();
    assertThat(sql().executors(4, 5, 10_000).input("25g").lines(KEYS)).isEmpty();
    assertThat(sql().executors(4, 5, 10_000).input("13g").lines(KEYS)).isEmpty();
    assertThat(sql().executors(3, 3, 10_000).lines(KEYS)).isEmpty();
    assertThat(sql().executors(40, 5, 10_000).lines(KEYS))
        .containsExactly("spark.sql.shuffle.partitions 600");
  }

  @Test
  void givesAStreamOneWaveOfStatePartitions() {
    FactsExample facts =
        FactsExample.of(Manager.KUBERNETES, Language.PYTHON, WorkloadKind.STREAMING).input("1t");

    assertThat(facts.lines(KEYS)).containsExactly("spark.sql.shuffle.partitions 87");
    assertThat(facts.reasons(KEYS))
        .containsExactly(
            "29 executors x 3 cores = 87: one wave of tasks a micro-batch, where Spark's default is"
                + " 200; a checkpoint keeps the number that it was made with; Spark 3.3 to 4.x");
    assertThat(facts.executors(40, 5, 10_000).lines(KEYS)).isEmpty();
  }

  @Test
  void leavesTheCoresToRddsOfLocalMode() {
    assertThat(
            FactsExample.of(Manager.LOCAL, Language.JVM, WorkloadKind.BATCH)
                .executors(1, 8, 4000)
                .lines(KEYS))
        .containsExactly("spark.sql.shuffle.partitions 96");
  }

  private static FactsExample sql() {
    return FactsExample.of(Manager.YARN, Language.JVM, WorkloadKind.SQL);
  }
}
