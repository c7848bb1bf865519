/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.tuning.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparkmaven.hardware.Manager;
import io.github.sparkmaven.tuning.Language;
import io.github.sparkmaven.tuning.WorkloadKind;
import org.junit.jupiter.api.Test;

class JvmRulesTest {
  private static final String KEY = "spark.executor.defaultJavaOptions";
  private static final String DRIVER = "spark.driver.defaultJavaOptions";
  private static final String LATER =
      " -XX:Tier4InvocationThreshold=50000 -XX:Tier4MinInvocationThreshold=6000"
          + " -XX:Tier4CompileThreshold=150000";
  private static final String ONCE = " -XX:TieredStopAtLevel=1 -XX:ReservedCodeCacheSize=240m";
  private static final String WHY_LATER =
      "so that the optimizing compiler takes fewer of the cores, it waits for ten times the calls,"
          + " 10 x 5000 = 50000, 10 x 600 = 6000 and 10 x 15000 = 150000, and still optimizes a hot loop"
          + " at once; Spark 3.3 to 4.x";

  private static final String PARALLEL = " -XX:+UseParallelGC";
  private static final String WHY_PARALLEL =
      "the parallel collector leaves more of the cores to tasks than G1, and a whole collection stays"
          + " within 90 s even if all that Spark keeps are small objects: ";

  @Test
  void leavesTheFirstMinutesCoresToTheTasks() {
    FactsExample alone = iterations().machines(29, 16);

    assertThat(alone.lines(KEY)).containsExactly(KEY + LATER);
    assertThat(alone.reasons(KEY)).containsExactly(WHY_LATER);
    assertThat(alone.lines(DRIVER)).containsExactly(DRIVER + LATER);
    assertThat(alone.reasons(DRIVER)).containsExactly(WHY_LATER);
    FactsExample stream =
        FactsExample.of(Manager.YARN, Language.JVM, WorkloadKind.STREAMING).machines(29, 16);
    assertThat(stream.lines(KEY, DRIVER)).isEmpty();
  }

  @Test
  void compilesADriverThatOnlyPlansOnceAndFast() {
    FactsExample batch = FactsExample.batch().machines(29, 16);

    assertThat(batch.lines(DRIVER)).containsExactly(DRIVER + ONCE);
    assertThat(batch.reasons(DRIVER))
        .containsExactly(
            "a driver that plans and hands out tasks runs most of its code a few times, so it is"
                + " compiled once, fast, at level 1, without calls being counted for an optimizing compiler;"
                + " the room for compiled code stays at 240 MiB, the default of both compilers, where one"
                + " alone has 48; handing out keeps it busy for at most 500 ms of a second even so: 87 cores x 5"
                + " tasks a second x 11 / 10 ms, rounded up = 479 ms; Spark 3.3 to 4.x");
    assertThat(FactsExample.of(Manager.YARN, Language.JVM, WorkloadKind.SQL).lines(DRIVER))
        .containsExactly(DRIVER + ONCE);
  }

  @Test
  void optimizesADriverThatHandsOutManyTasks() {
    // 90 x 5 x 11 / 10 is 495, 91 make 500.5.
    assertThat(FactsExample.batch().executors(9, 10, 10_000).lines(DRIVER))
        .containsExactly(DRIVER + ONCE);
    assertThat(FactsExample.batch().executors(13, 7, 10_000).lines(DRIVER))
        .containsExactly(DRIVER + LATER);
  }

  @Test
  void collectsInParallelWhereTasksNeitherWaitForPausesNorKeepObjects() {
    FactsExample alone = FactsExample.batch().machines(29, 16);

    assertThat(alone.lines(KEY)).containsExactly(KEY + PARALLEL + LATER);
    assertThat(alone.reasons(KEY))
        .containsExactly(
            WHY_PARALLEL
                + "10900 MiB of heap x 0.6 / 3 cores / 80 MiB a second, rounded up = 28 s; "
                + WHY_LATER);
    assertThat(alone.java(8).lines(KEY)).containsExactly(KEY + PARALLEL + LATER);
    assertThat(
            FactsExample.of(Manager.YARN, Language.JVM, WorkloadKind.SQL)
                .machines(29, 16)
                .lines(KEY))
        .containsExactly(KEY + PARALLEL + LATER);
  }

  @Test
  void leavesACollectionThatWouldLastTooLongToG1() {
    FactsExample twoCores = FactsExample.batch().machines(29, 16);

    // 24000 x 0.6 / 2 / 80 is 90 sharp.
    assertThat(twoCores.executors(29, 2, 24_000).lines(KEY))
        .containsExactly(KEY + PARALLEL + LATER);
    assertThat(twoCores.executors(29, 2, 24_001).lines(KEY)).containsExactly(KEY + LATER);
    assertThat(twoCores.executors(29, 15, 32_767).lines(KEY))
        .containsExactly(KEY + PARALLEL + LATER);
    assertThat(twoCores.executors(29, 15, 32_768).lines(KEY)).containsExactly(KEY + LATER);
  }

  @Test
  void namesNoCollectorBesideTheUsers() {
    FactsExample chosen = FactsExample.batch().machines(29, 16).withCollectorChosen();

    assertThat(chosen.lines(KEY)).containsExactly(KEY + LATER);
    assertThat(iterations().machines(29, 16).withCollectorChosen().java(8).lines(KEY))
        .containsExactly(KEY + LATER);
  }

  @Test
  void keepsCollectorsThatShareANodeToTheirCores() {
    assertThat(FactsExample.batch().lines(KEY))
        .containsExactly(KEY + PARALLEL + " -XX:ParallelGCThreads=3" + LATER);
    assertThat(iterations().reasons(KEY))
        .containsExactly(
            "a JVM that sees 16 cores starts 8 collector threads and five for every 8 further"
                + " cores: 8 cores x 5 / 8, rounded down = 5; 8 + 5 = 13; 29 executors / 6 nodes,"
                + " rounded up = 5; 5 executors a node x 13 threads = 65 on 16 cores, so each gets no more than its own cores: 3; "
                + WHY_LATER);
  }

  @Test
  void countsEveryCoreOfASmallNode() {
    assertThat(iterations().machines(10, 8).reasons(KEY).get(0))
        .startsWith(
            "a JVM that sees 8 cores starts 8 collector threads; 29 executors / 10"
                + " nodes, rounded up = 3; 3 executors a node x 8");
  }

  @Test
  void leavesAnExecutorThatHasTheNodeOrItsThreadsAlone() {
    assertThat(iterations().machines(29, 16).lines(KEY)).containsExactly(KEY + LATER);
    assertThat(iterations().executors(12, 13, 10_000).lines(KEY)).containsExactly(KEY + LATER);
  }

  @Test
  void choosesG1OnJava8FromSixGibibytes() {
    FactsExample alone = iterations().java(8).executors(6, 15, 6144);

    assertThat(alone.lines(KEY)).containsExactly(KEY + " -XX:+UseG1GC" + LATER);
    assertThat(alone.reasons(KEY))
        .containsExactly(
            "Java 8 would collect a heap of 6144 MiB with long pauses; G1, the default from Java 9,"
                + " suits heaps from 6144 MiB; "
                + WHY_LATER);
    assertThat(alone.executors(6, 15, 6100).lines(KEY)).containsExactly(KEY + LATER);
    assertThat(alone.java(11).lines(KEY)).containsExactly(KEY + LATER);
  }

  @Test
  void joinsTheFlagsAndTheirReasons() {
    FactsExample all = FactsExample.batch().java(8).executors(12, 7, 33_000);

    assertThat(all.lines(KEY))
        .containsExactly(KEY + " -XX:+UseG1GC -XX:ParallelGCThreads=7" + LATER);
  }

  @Test
  void hasNoExecutorsToSetInLocalMode() {
    assertThat(FactsExample.of(Manager.LOCAL, Language.JVM, WorkloadKind.BATCH).java(8).lines(KEY))
        .isEmpty();
  }

  /** Returns a job whose executors keep objects: the JVM's own collector is left to it. */
  private static FactsExample iterations() {
    return FactsExample.of(Manager.YARN, Language.JVM, WorkloadKind.ML);
  }
}
