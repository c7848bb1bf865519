/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.tuning.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparkmaven.hardware.Manager;
import io.github.sparkmaven.tuning.Language;
import io.github.sparkmaven.tuning.WorkloadKind;
import org.junit.jupiter.api.Test;

class PythonRulesTest {
  private static final String ARROW = "spark.sql.execution.arrow.pyspark.enabled";

  @Test
  void hashesAlikeInAllWorkers() {
    assertThat(python(Manager.YARN).lines("spark.executorEnv."))
        .containsExactly("spark.executorEnv.PYTHONHASHSEED 0");
    assertThat(python(Manager.YARN).reasons("spark.executorEnv."))
        .containsExactly(
            "Python salts the hash of a text in each process: the same key must have the same hash"
                + " in the workers of all 29 executors, those of Spark Connect too; Spark 3.3 to"
                + " 4.x");
    assertThat(python(Manager.LOCAL).lines("spark.executorEnv.")).isEmpty();
  }

  @Test
  void givesEachWorkerOneThreadWhereSparkGivesItAll() {
    FactsExample old = python(Manager.STANDALONE).spark("3.4.4");

    assertThat(old.lines("spark.executorEnv.OMP"))
        .containsExactly("spark.executorEnv.OMP_NUM_THREADS 1");
    assertThat(old.reasons("spark.executorEnv.OMP"))
        .containsExactly(
            "Spark would give every worker as many threads as the executor has cores: 3 workers x 3"
                + " threads = 9 on 3 cores; a task has 1 core; Spark 3.3 and 3.4, the default from"
                + " 3.5");
    assertThat(old.executors(29, 1, 4000).lines("spark.executorEnv.OMP")).isEmpty();
    assertThat(python(Manager.YARN).spark("3.5.0").lines("spark.executorEnv.OMP")).isEmpty();
  }

  @Test
  void movesColumnsToPandasWhereArrowWorks() {
    assertThat(python(Manager.YARN).lines(ARROW)).containsExactly(ARROW + " true");
    assertThat(python(Manager.LOCAL).lines(ARROW)).containsExactly(ARROW + " true");
    assertThat(python(Manager.YARN).java(21).lines(ARROW)).isEmpty();
    assertThat(python(Manager.YARN).java(21).spark("4.0.0").lines(ARROW)).isNotEmpty();
    assertThat(FactsExample.of(Manager.YARN, Language.PYTHON, WorkloadKind.STREAMING).lines(ARROW))
        .isEmpty();
  }

  @Test
  void saysNothingOfPythonToTheJvm() {
    assertThat(FactsExample.batch().spark("3.3.0").lines("spark.executorEnv.", ARROW)).isEmpty();
  }

  private static FactsExample python(Manager manager) {
    return FactsExample.of(manager, Language.PYTHON, WorkloadKind.BATCH);
  }
}
