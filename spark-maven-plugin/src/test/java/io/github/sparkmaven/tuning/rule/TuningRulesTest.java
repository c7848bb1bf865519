/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.tuning.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sparkmaven.hardware.Manager;
import io.github.sparkmaven.tuning.Language;
import io.github.sparkmaven.tuning.WorkloadKind;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TuningRulesTest {
  private static final String LATER =
      " -XX:Tier4InvocationThreshold=50000 -XX:Tier4MinInvocationThreshold=6000"
          + " -XX:Tier4CompileThreshold=150000";

  @Test
  void documentsNoKeyThatNoRuleSets() {
    Stream<FactsExample> facts =
        Stream.of(
            FactsExample.batch().java(8).input("1t").elastic(true),
            FactsExample.of(Manager.YARN, Language.JVM, WorkloadKind.SQL).driverHeap(4096),
            FactsExample.of(Manager.STANDALONE, Language.JVM, WorkloadKind.ML),
            FactsExample.of(Manager.KUBERNETES, Language.PYTHON, WorkloadKind.BATCH)
                .spark("3.3.4")
                .executors(200, 3, 4000)
                .gpus(1, 1)
                .spot()
                .localDirs("/mnt/1")
                .elastic(false),
            FactsExample.of(Manager.KUBERNETES, Language.JVM, WorkloadKind.BATCH)
                .spot()
                .localDirs("/mnt/1"),
            FactsExample.of(Manager.LOCAL, Language.JVM, WorkloadKind.BATCH).localDirs("/mnt/1"),
            FactsExample.of(Manager.YARN, Language.JVM, WorkloadKind.STREAMING),
            FactsExample.of(Manager.YARN, Language.JVM, WorkloadKind.STREAMING).spark("3.4.1"));

    assertThat(
            facts
                .flatMap(example -> TuningRules.settings(example.facts()).stream())
                .map(setting -> SettingsPage.written(setting.key())))
        .containsAll(SettingsPage.keys());
  }

  @Test
  void plansABatchJobInFourLines() {
    assertThat(FactsExample.batch().driverHeap(1024).lines("spark."))
        .containsExactly(
            "spark.sql.shuffle.partitions 261",
            "spark.executor.defaultJavaOptions -XX:+UseParallelGC -XX:ParallelGCThreads=3" + LATER,
            "spark.driver.defaultJavaOptions -XX:TieredStopAtLevel=1"
                + " -XX:ReservedCodeCacheSize=240m",
            "spark.driver.maxResultSize 512m");
  }

  @Test
  void plansALocalJobInALine() {
    assertThat(
            FactsExample.of(Manager.LOCAL, Language.JVM, WorkloadKind.SQL)
                .executors(1, 8, 4000)
                .lines("spark."))
        .containsExactly("spark.sql.shuffle.partitions 96");
  }

  @Test
  void rejectsFactsThatCannotBe() {
    assertThatThrownBy(() -> FactsExample.batch().java(7).facts())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Java 7, driver heap of 2048 MiB");
    assertThatThrownBy(() -> new RuleFacts.Executors(2, 3, 1, 1000, 0, OptionalInt.empty()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("least 3 of 2 executors, 0 GPUs");
  }
}
