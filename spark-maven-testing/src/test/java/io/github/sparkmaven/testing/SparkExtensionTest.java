/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

class SparkExtensionTest {
  private static final String PARTITIONS = "spark.sql.shuffle.partitions";

  private static final List<SparkSession> INJECTED = new ArrayList<>();

  @BeforeEach
  void forgetSessions() {
    TestRun.stopSpark();
    INJECTED.clear();
  }

  @AfterEach
  void stopWhatIsLeft() {
    System.clearProperty(PARTITIONS);
    INJECTED.forEach(SparkSession::stop);
  }

  @Test
  void sharesOneSessionBetweenTestClassesAndStopsItAtTheEnd() {
    runGreen(3, FirstCase.class, SecondCase.class);

    assertThat(INJECTED).hasSize(3).containsOnly(INJECTED.get(0));
    assertThat(INJECTED.get(0).sparkContext().isStopped()).isTrue();
  }

  @Test
  void startsInLocalModeOnTheLoopbackAddress() {
    runGreen(1, DefaultsCase.class);
  }

  @Test
  void letsSystemPropertiesWin() {
    System.setProperty(PARTITIONS, "7");

    runGreen(1, SevenPartitionsCase.class);
  }

  @Test
  void injectsRunningSessionUnchangedAndLeavesItRunning() {
    SparkSession running =
        SparkSession.builder()
            .master("local[1]")
            .config("spark.ui.enabled", "false")
            .config(PARTITIONS, "7")
            .getOrCreate();
    try {
      runGreen(1, SevenPartitionsCase.class);

      assertThat(INJECTED).containsExactly(running);
      assertThat(running.sparkContext().isStopped()).isFalse();
    } finally {
      running.stop();
    }
  }

  @Test
  void startsAnotherSessionAfterATestHasStoppedIt() {
    runGreen(2, StoppingCase.class);

    assertThat(INJECTED).hasSize(2).doesNotHaveDuplicates();
    assertThat(INJECTED).allMatch(session -> session.sparkContext().isStopped());
  }

  private static void runGreen(int tests, Class<?>... classes) {
    TestRun.of(classes).assertGreen(tests);
  }

  @ExtendWith(SparkExtension.class)
  static class FirstCase {
    @Test
    void countsRows(SparkSession spark) {
      INJECTED.add(spark);
      assertThat(spark.range(5).count()).isEqualTo(5);
    }

    @Test
    void shufflesRows(SparkSession spark) {
      INJECTED.add(spark);
      assertThat(spark.range(5).groupBy("id").count().count()).isEqualTo(5);
    }
  }

  @ExtendWith(SparkExtension.class)
  static class SecondCase {
    @Test
    void countsRows(SparkSession spark) {
      INJECTED.add(spark);
      assertThat(spark.range(5).count()).isEqualTo(5);
    }
  }

  @ExtendWith(SparkExtension.class)
  static class DefaultsCase {
    @Test
    void holdsDefaults(SparkSession spark) {
      assertThat(spark.conf().get("spark.master")).isEqualTo("local[2]");
      assertThat(spark.conf().get("spark.app.name")).isEqualTo("spark-tests");
      assertThat(spark.conf().get("spark.ui.enabled")).isEqualTo("false");
      assertThat(spark.conf().get("spark.driver.bindAddress")).isEqualTo("127.0.0.1");
      assertThat(spark.conf().get("spark.driver.host")).isEqualTo("127.0.0.1");
      assertThat(spark.conf().get(PARTITIONS)).isEqualTo("2");
    }
  }

  @ExtendWith(SparkExtension.class)
  static class SevenPartitionsCase {
    @Test
    void holdsSystemProperty(SparkSession spark) {
      INJECTED.add(spark);
      assertThat(spark.conf().get(PARTITIONS)).isEqualTo("7");
    }
  }

  @ExtendWith(SparkExtension.class)
  static class StoppingCase {
    @Test
    void stopsSession(SparkSession spark) {
      INJECTED.add(spark);
      spark.stop();
    }

    @Test
    void stopsSessionToo(SparkSession spark) {
      INJECTED.add(spark);
      assertThat(spark.range(5).count()).isEqualTo(5);
      spark.stop();
    }
  }
}
