/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SparkConfTest {
  private static final String PARTITIONS = "spark.sql.shuffle.partitions";
  private static final String ANSI = "spark.sql.ansi.enabled";
  private static final String SERIALIZER = "spark.serializer";
  private static final String KRYO = "org.apache.spark.serializer.KryoSerializer";

  private static final List<SparkSession> USED = new ArrayList<>();

  @BeforeEach
  @AfterEach
  void stopSpark() {
    USED.clear();
    TestRun.stopSpark();
  }

  @Test
  void setsTheNearestValueAndPutsItBack() {
    TestRun.of(LevelsCase.class, DefaultsCase.class).assertGreen(5);
  }

  @Test
  void startsAContextForAClassWithASettingOfTheStart() {
    TestRun.of(KryoCase.class, SameKryoCase.class, DefaultsCase.class).assertGreen(3);

    assertThat(USED).hasSize(3);
    assertThat(USED.get(1)).as("same settings, same context").isSameAs(USED.get(0));
    assertThat(USED.get(0).sparkContext().isStopped()).isTrue();
    assertThat(USED.get(2)).isNotSameAs(USED.get(0));
  }

  @Test
  void startsNoContextWhereTheRunningOneHasTheSetting() {
    TestRun.of(DefaultsCase.class, LocalCase.class).assertGreen(2);

    assertThat(USED.get(1)).isSameAs(USED.get(0));
  }

  @Test
  void takesKeysOfTheJobsOwn() {
    TestRun.of(OwnKeyCase.class).assertGreen(1);
  }

  @Test
  void refusesASettingOfTheStartOnAMethod() {
    assertThat(TestRun.of(LateCase.class).failures())
        .containsExactly(
            "@SparkConf(key = \"spark.master\", value = \"local[1]\") on LateCase.neverRuns comes too"
                + " late: Spark reads this setting when a context starts. Put the annotation on a"
                + " top-level class, which then has a context of its own.");
  }

  @Test
  void refusesACatalogOnAMethodBecauseALoadedOneStays() {
    assertThat(TestRun.of(LateCatalogCase.class).failures())
        .singleElement()
        .asString()
        .startsWith("@SparkConf(key = \"spark.sql.catalog.lake\", value = \"a.Catalog\") on")
        .contains("comes too late");
  }

  @Test
  void refusesASettingOfTheStartOnANestedClass() {
    assertThat(TestRun.of(LateNestedCase.class).failures())
        .singleElement()
        .asString()
        .startsWith(
            "@SparkConf(key = \"spark.master\", value = \"local[1]\") on Inner comes too late");
  }

  @Test
  void namesAValueThatSparkRefuses() {
    assertThat(TestRun.of(BadValueCase.class).failures())
        .singleElement()
        .asString()
        .startsWith(
            "@SparkConf(key = \"spark.sql.shuffle.partitions\", value = \"many\") on"
                + " BadValueCase.neverRuns is refused by Spark: ")
        .contains("many")
        .endsWith(". Give a value that Spark takes for this key.");
  }

  @Test
  void namesAKeyThatCannotBeOne() {
    assertThat(TestRun.of(BadKeyCase.class).failures())
        .containsExactly(
            "@SparkConf(key = \"a.key=3\", value = \"\") on BadKeyCase.neverRuns has no usable key. A"
                + " key is a setting's name in full, without blanks and '=', as in"
                + " spark.sql.shuffle.partitions; the value goes into value.");
  }

  @Test
  void refusesTwoValuesForOneKey() {
    assertThat(TestRun.of(TwoValuesCase.class).failures())
        .containsExactly(
            "TwoValuesCase.neverRuns has two values for spark.sql.ansi.enabled: \"true\" and"
                + " \"false\". Keep one of the annotations.");
  }

  @Test
  void tellsWhySparkDoesNotStartAndGoesOnWithTheNextClass() {
    TestRun run = TestRun.of(NoMasterCase.class, DefaultsCase.class);

    assertThat(run.failures())
        .singleElement()
        .asString()
        .startsWith(
            "Spark cannot be started with {spark.master=nowhere}, which NoMasterCase declares by"
                + " @SparkConf: ")
        .contains("nowhere");
    assertThat(USED).hasSize(1);
  }

  @Test
  void leavesASessionRunningThatOtherCodeHasStarted() {
    SparkSession running =
        SparkSession.builder().master("local[1]").config("spark.ui.enabled", "false").getOrCreate();

    assertThat(TestRun.of(KryoCase.class).failures())
        .containsExactly(
            "Spark cannot be started with {spark.serializer="
                + KRYO
                + "}, which KryoCase declares"
                + " by @SparkConf: needs a Spark context of its own, but the session that runs was"
                + " started by other code, which may still use it. Stop it before this class, or"
                + " give it these settings.");
    assertThat(running.sparkContext().isStopped()).isFalse();
  }

  @SparkTest
  @SparkConf(key = PARTITIONS, value = "3")
  static class BaseCase {}

  @SparkConf(key = PARTITIONS, value = "4")
  @SparkConf(key = ANSI, value = "true")
  static class LevelsCase extends BaseCase {
    @BeforeAll
    static void seesTheClass(SparkSession spark) {
      assertValues(spark, "4", "true");
    }

    @Test
    void seesTheClassToo(SparkSession spark) {
      assertValues(spark, "4", "true");
    }

    @Test
    @SparkConf(key = PARTITIONS, value = "5")
    void seesTheMethod(SparkSession spark) {
      assertValues(spark, "5", "true");
    }

    @Nested
    @Lenient
    class Inner {
      @Test
      void seesTheNestedClass(SparkSession spark) {
        assertValues(spark, "4", "false");
      }

      @Test
      @SparkConf(key = PARTITIONS, value = "6")
      void seesTheMethod(SparkSession spark) {
        assertValues(spark, "6", "false");
      }
    }
  }

  private static void assertValues(SparkSession spark, String partitions, String ansi) {
    assertThat(spark.conf().get(PARTITIONS)).isEqualTo(partitions);
    assertThat(spark.conf().get(ANSI)).isEqualTo(ansi);
  }

  @Retention(RetentionPolicy.RUNTIME)
  @SparkConf(key = ANSI, value = "false")
  @interface Lenient {}

  @SparkTest
  static class DefaultsCase {
    @Test
    void seesDefaults(SparkSession spark) {
      USED.add(spark);
      assertThat(spark.conf().get(PARTITIONS)).isEqualTo("2");
      assertThat(spark.conf().contains(SERIALIZER)).isFalse();
    }
  }

  @SparkTest
  @SparkConf(key = SERIALIZER, value = KRYO)
  @SparkConf(key = PARTITIONS, value = "3")
  static class KryoCase {
    @Test
    void isStartedWithIt(SparkSession spark) {
      USED.add(spark);
      assertThat(spark.sparkContext().getConf().get(SERIALIZER)).isEqualTo(KRYO);
      assertThat(spark.conf().get(PARTITIONS)).isEqualTo("3");
      assertThat(spark.range(5).groupBy("id").count().count()).isEqualTo(5);
    }
  }

  @SparkTest
  @SparkConf(key = SERIALIZER, value = KRYO)
  static class SameKryoCase {
    @Test
    void isStartedWithIt(SparkSession spark) {
      USED.add(spark);
      assertThat(spark.sparkContext().getConf().get(SERIALIZER)).isEqualTo(KRYO);
      assertThat(spark.conf().get(PARTITIONS)).isEqualTo("2");
    }
  }

  @SparkTest
  @SparkConf(key = "spark.master", value = "local[2]")
  static class LocalCase {
    @Test
    void works(SparkSession spark) {
      USED.add(spark);
    }
  }

  @SparkTest
  static class OwnKeyCase {
    @Test
    @SparkConf(key = "spark.clustering.k", value = "3")
    @SparkConf(key = "clustering.seed", value = "a b")
    void seesThem(SparkSession spark) {
      assertThat(spark.conf().get("spark.clustering.k")).isEqualTo("3");
      assertThat(spark.conf().get("clustering.seed")).isEqualTo("a b");
    }
  }

  @SparkTest
  static class LateCase {
    @Test
    @SparkConf(key = "spark.master", value = "local[1]")
    void neverRuns() {}
  }

  @SparkTest
  static class LateCatalogCase {
    @Test
    @SparkConf(key = "spark.sql.catalog.lake", value = "a.Catalog")
    void neverRuns() {}
  }

  @SparkTest
  static class LateNestedCase {
    @Nested
    @SparkConf(key = "spark.master", value = "local[1]")
    class Inner {
      @Test
      void neverRuns() {}
    }
  }

  @SparkTest
  static class BadValueCase {
    @Test
    @SparkConf(key = PARTITIONS, value = "many")
    void neverRuns() {}
  }

  @SparkTest
  static class BadKeyCase {
    @Test
    @SparkConf(key = "a.key=3", value = "")
    void neverRuns() {}
  }

  @SparkTest
  static class TwoValuesCase {
    @Test
    @SparkConf(key = ANSI, value = "true")
    @SparkConf(key = ANSI, value = "false")
    void neverRuns() {}
  }

  @SparkTest
  @SparkConf(key = "spark.master", value = "nowhere")
  static class NoMasterCase {
    @Test
    void neverRuns() {}
  }
}
