/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.streaming.OutputMode;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestClassOrder;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

class IsolationTest {
  private static final String PARTITIONS = "spark.sql.shuffle.partitions";

  @BeforeEach
  @AfterEach
  void stopSpark() {
    TestRun.stopSpark();
  }

  @Test
  void takesAwayWhatAClassHasAdded() {
    TestRun.of(LitteringCase.class, CleanCase.class).assertGreen(2);
  }

  @Test
  void keepsWhatWasThereBeforeTheClass() {
    SparkSession running =
        SparkSession.builder().master("local[1]").config("spark.ui.enabled", "false").getOrCreate();
    running.range(3).createOrReplaceTempView("mine");
    running.range(3).createOrReplaceGlobalTempView("mine");
    running.sql("CREATE DATABASE mine");
    running.sql("CREATE VIEW mine.numbers AS SELECT 1 AS id");
    running.sql("USE mine");
    running.conf().set("mine.own", "1");
    running.udf().register("mine", (UDF1<Long, Long>) id -> id, DataTypes.LongType);

    TestRun.of(LitteringCase.class, NoTablesCase.class).assertGreen(2);

    assertThat(running.sql("SELECT mine(id) FROM mine").count()).isEqualTo(3);
    assertThat(running.table("global_temp.mine").count()).isEqualTo(3);
    assertThat(running.table("numbers").count()).isEqualTo(1);
    assertThat(running.conf().get("mine.own")).isEqualTo("1");
    assertThat(running.catalog().currentDatabase()).isEqualTo("mine");
    running.sql("USE default");
    running.sql("DROP DATABASE mine CASCADE");
  }

  @Test
  void countsNestedClassesAsPartOfTheOuterOne() {
    TestRun.of(OuterCase.class, CleanCase.class).assertGreen(4);
  }

  @Test
  void putsSettingsBackAfterEachMethod() {
    TestRun.of(SettingsCase.class).assertGreen(2);
  }

  @Test
  void injectsTheSessionIntoConstructors() {
    TestRun.of(ConstructorCase.class).assertGreen(1);
  }

  @Test
  void isTheSessionThatCodeUnderTestFinds() {
    TestRun.of(FoundCase.class).assertGreen(2);
  }

  @Test
  void runsLockedClassesOneAfterTheOtherWhereJUnitRunsInParallel() {
    TestRun.of(parallel(), ParallelCase.class, AnotherParallelCase.class).assertGreen(4);
  }

  @Test
  void tellsUnlockedClassesThatRunAtOnceWhatToDo() {
    Turn turn = new Turn();
    turn.take("FirstTest");

    assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> turn.take("SecondTest")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "SecondTest uses Spark while FirstTest does, but both have one session, which is put in"
                + " order after each. Annotate the classes with @SparkTest instead of"
                + " @ExtendWith(SparkExtension.class), or with @ResourceLock(SparkExtension.LOCK)"
                + " too, so that JUnit runs them one after the other.");
    turn.release();
    turn.take("SecondTest");
  }

  private static Map<String, String> parallel() {
    Map<String, String> parameters = new HashMap<>();
    parameters.put("junit.jupiter.execution.parallel.enabled", "true");
    parameters.put("junit.jupiter.execution.parallel.mode.default", "concurrent");
    parameters.put("junit.jupiter.execution.parallel.config.strategy", "fixed");
    parameters.put("junit.jupiter.execution.parallel.config.fixed.parallelism", "4");
    return parameters;
  }

  private static void litter(SparkSession spark) throws Exception {
    spark.range(3).createOrReplaceTempView("left");
    spark.range(3).createOrReplaceGlobalTempView("left");
    spark.sql("CREATE DATABASE left");
    spark.sql("CREATE TABLE left.numbers USING parquet AS SELECT 1 AS id");
    spark.sql("CREATE TABLE spark_catalog.default.`select` USING parquet AS SELECT 1 AS id");
    spark.sql("CREATE VIEW spark_catalog.default.view AS SELECT 1 AS id");
    spark.sql("USE left");
    spark.udf().register("left_over", (UDF1<Long, Long>) id -> id, DataTypes.LongType);
    spark.conf().set(PARTITIONS, "9");
    spark.conf().set("left.over", "1");
    spark.range(10).cache().count();
    JavaSparkContext.fromSparkContext(spark.sparkContext())
        .parallelize(java.util.Arrays.asList(1, 2))
        .cache()
        .count();
    StreamFeed<String> feed = StreamFeed.of(spark, Encoders.STRING());
    feed.start(values -> values, OutputMode.Append());
  }

  private static void assertNoTables(SparkSession spark) {
    assertThat(spark.catalog().tableExists("left")).isFalse();
    assertThat(spark.catalog().tableExists("global_temp", "left")).isFalse();
    assertThat(spark.catalog().databaseExists("left")).isFalse();
    assertThat(spark.sql("SHOW TABLES IN spark_catalog.default").filter("!isTemporary").isEmpty())
        .isTrue();
    assertThat(spark.catalog().functionExists("left_over")).isFalse();
    assertThat(spark.conf().getOption("left.over").isEmpty()).isTrue();
    assertThat(spark.streams().active()).isEmpty();
    assertThat(JavaSparkContext.fromSparkContext(spark.sparkContext()).getPersistentRDDs())
        .isEmpty();
  }

  @SparkTest
  static class LitteringCase {
    @Test
    void leavesThingsBehind(SparkSession spark) throws Exception {
      litter(spark);
    }
  }

  @SparkTest
  static class CleanCase {
    @Test
    void findsNothing(SparkSession spark) {
      assertNoTables(spark);
      assertThat(spark.catalog().listTables().collectAsList()).isEmpty();
      assertThat(spark.catalog().currentDatabase()).isEqualTo("default");
      assertThat(spark.conf().get(PARTITIONS)).isEqualTo("2");
    }
  }

  @SparkTest
  static class NoTablesCase {
    @Test
    void findsNothing(SparkSession spark) {
      assertNoTables(spark);
    }
  }

  @SparkTest
  @TestClassOrder(ClassOrderer.OrderAnnotation.class)
  static class OuterCase {
    @BeforeAll
    static void createView(SparkSession spark) {
      spark.range(3).createOrReplaceTempView("left");
    }

    @Test
    void seesTheView(SparkSession spark) {
      assertThat(spark.table("left").count()).isEqualTo(3);
    }

    @Nested
    @Order(1)
    class Inner {
      @Test
      void seesTheViewAndLeavesMore(SparkSession spark) {
        assertThat(spark.table("left").count()).isEqualTo(3);
        spark.range(4).createOrReplaceTempView("more");
      }
    }

    @Nested
    @Order(2)
    class Sibling {
      @Test
      void seesBoth(SparkSession spark) {
        assertThat(spark.table("left").count()).isEqualTo(3);
        assertThat(spark.table("more").count()).isEqualTo(4);
      }
    }
  }

  @SparkTest
  @TestMethodOrder(MethodOrderer.MethodName.class)
  static class SettingsCase {
    @Test
    void aChanges(SparkSession spark) {
      spark.conf().set(PARTITIONS, "9");
    }

    @Test
    void bSeesNone(SparkSession spark) {
      assertThat(spark.conf().get(PARTITIONS)).isEqualTo("2");
    }
  }

  @SparkTest
  @SparkConf(key = PARTITIONS, value = "5")
  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  static class ConstructorCase {
    private final SparkSession spark;
    private final TestData data;

    ConstructorCase(SparkSession spark, TestData data) {
      this.spark = spark;
      this.data = data;
      assertThat(spark.conf().get(PARTITIONS)).isEqualTo("5");
    }

    @Test
    void works(SparkSession same) {
      assertThat(same).isSameAs(spark);
      assertThat(data.rows("id INT").sparkSession()).isSameAs(spark);
    }
  }

  @SparkTest
  static class FoundCase {
    @Test
    void withoutParameter() {
      assertThat(SparkSession.builder().getOrCreate().conf().get("spark.app.name"))
          .isEqualTo("spark-tests");
    }

    @Test
    void alsoAfterAnotherWasMadeActive(SparkSession spark) {
      SparkSession.setActiveSession(spark.newSession());
      SparkSession.setDefaultSession(spark.newSession());
    }

    @AfterEach
    void findsOneSession(SparkSession spark) {
      assertThat(SparkSession.builder().getOrCreate()).isSameAs(spark);
      assertThat(SparkSession.getDefaultSession().get()).isSameAs(spark);
    }
  }

  private static final List<String> RUNNING = new ArrayList<>();

  private static void runAlone(String name) throws InterruptedException {
    synchronized (RUNNING) {
      RUNNING.add(name);
      assertThat(RUNNING).hasSize(1);
    }
    Thread.sleep(200);
    synchronized (RUNNING) {
      RUNNING.remove(name);
    }
  }

  @SparkTest
  @Execution(ExecutionMode.CONCURRENT)
  static class ParallelCase {
    @Test
    void one() throws InterruptedException {
      runAlone("1");
    }

    @Test
    void two() throws InterruptedException {
      runAlone("2");
    }
  }

  @SparkTest
  @Execution(ExecutionMode.CONCURRENT)
  static class AnotherParallelCase {
    @Test
    void three() throws InterruptedException {
      runAlone("3");
    }

    @Test
    void four() throws InterruptedException {
      runAlone("4");
    }
  }
}
