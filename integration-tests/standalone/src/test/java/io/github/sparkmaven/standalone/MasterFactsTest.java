/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparkmaven.standalone.Granted.Share;
import io.github.sparkmaven.standalone.MasterCase.Driver;
import io.github.sparkmaven.standalone.MasterCase.Worker;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** The cases that a planner stands or falls with, by the real master's own word. */
class MasterFactsTest {
  private static final Worker WORKER = new Worker(8, 16_384);
  private static final List<Worker> TWO = List.of(WORKER, WORKER);

  @Test
  void losesCoresThatMakeNoWholeExecutor() throws InterruptedException {
    Granted granted = RealMaster.grant(new MasterCase(TWO, 15, 4, 4096, true, Optional.empty()));

    assertThat(granted.executors()).isEqualTo(3);
    assertThat(granted.cores()).isEqualTo(12);
  }

  @Test
  void grantsNothingToFewerCoresThanOneExecutorHas() throws InterruptedException {
    Granted granted = RealMaster.grant(new MasterCase(TWO, 3, 4, 4096, true, Optional.empty()));

    assertThat(granted.executors()).isZero();
  }

  @Test
  void spreadsExecutorsOverWorkersUnlessToldOtherwise() throws InterruptedException {
    Granted spread = RealMaster.grant(new MasterCase(TWO, 8, 4, 4096, true, Optional.empty()));
    Granted packed = RealMaster.grant(new MasterCase(TWO, 8, 4, 4096, false, Optional.empty()));

    assertThat(spread.perWorker()).containsExactly(1, 1);
    assertThat(packed.perWorker()).containsExactlyInAnyOrder(2, 0);
  }

  @Test
  void countsTheHeapAndNoOtherMemoryOfAnExecutor() throws InterruptedException {
    Granted granted =
        grant(
            "spark.executor.cores", "2",
            "spark.executor.memory", "4g",
            "spark.executor.memoryOverhead", "3g",
            "spark.executor.pyspark.memory", "2g",
            "spark.memory.offHeap.enabled", "true",
            "spark.memory.offHeap.size", "1g");

    assertThat(granted.workers()).containsExactly(new Share(4, 8, 16_384), new Share(4, 8, 16_384));
  }

  @Test
  void grantsAThousandAndTwentyFourMebibytesToAnExecutorThatAsksForNone()
      throws InterruptedException {
    Granted granted = grant("spark.executor.cores", "8");

    assertThat(granted.workers()).containsOnly(new Share(1, 8, 1024));
  }

  @Test
  void ignoresTheNumberOfExecutorInstances() throws InterruptedException {
    Granted granted = grant("spark.executor.cores", "4", "spark.executor.instances", "1");

    assertThat(granted.executors()).isEqualTo(4);
  }

  @Test
  void startsWithTheNumberOfInstancesUnderDynamicAllocation() throws InterruptedException {
    Granted granted =
        grant(
            "spark.executor.cores", "4",
            "spark.executor.instances", "3",
            "spark.dynamicAllocation.enabled", "true",
            "spark.dynamicAllocation.initialExecutors", "2");

    assertThat(granted.executors()).isEqualTo(3);
  }

  @Test
  void grantsOneExecutorAWorkerToAnApplicationThatNamesNoExecutorCores()
      throws InterruptedException {
    Granted all = grant("spark.executor.memory", "1g");
    Granted some = grant("spark.executor.memory", "1g", "spark.cores.max", "11");

    assertThat(all.workers()).containsExactly(new Share(1, 8, 1024), new Share(1, 8, 1024));
    assertThat(some.workers())
        .containsExactlyInAnyOrder(new Share(1, 6, 1024), new Share(1, 5, 1024));
  }

  @Test
  void letsADriverDisplaceAnExecutor() throws InterruptedException {
    Granted granted =
        RealMaster.grant(new MasterCase(TWO, 16, 4, 4096, true, Optional.of(new Driver(1, 1024))));

    assertThat(granted.perWorker()).containsExactlyInAnyOrder(1, 2);
    assertThat(granted.perWorker().get(granted.driverWorker().orElseThrow())).isEqualTo(1);
  }

  @Test
  void countsTheHeapAndNoOtherMemoryOfADriver() throws InterruptedException {
    Granted granted =
        RealMaster.grant(new MasterCase(TWO, 16, 2, 4096, true, Optional.of(new Driver(2, 4096))));

    assertThat(granted.executors()).isEqualTo(7);
  }

  @Test
  void startsNothingWhileNoWorkerHoldsTheDriver() throws InterruptedException {
    Granted granted =
        RealMaster.grant(
            new MasterCase(TWO, 16, 4, 4096, true, Optional.of(new Driver(1, 16_385))));

    assertThat(granted.driverWorker()).isEqualTo(OptionalInt.empty());
    assertThat(granted.executors()).isZero();
  }

  @Test
  void losesMoreOrLessToTheDriverByWhereItLands() throws InterruptedException {
    // It does not fit on the third worker, takes a slot of the second and none of the first.
    List<Worker> mixed = List.of(new Worker(9, 20_480), new Worker(8, 16_384), new Worker(8, 1000));
    MasterCase question =
        new MasterCase(mixed, 25, 4, 4096, true, Optional.of(new Driver(1, 1024)));
    MasterLaw law = new MasterLaw(question);

    Granted granted = RealMaster.grant(question);

    assertThat(law.driverPlaces()).containsExactly(0, 1);
    assertThat(law.displaced(0)).isZero();
    assertThat(law.displaced(1)).isEqualTo(1);
    assertThat(law.fewestExecutors()).isEqualTo(3);
    assertThat(law.mostExecutors()).isEqualTo(4);
    assertThat(granted.executors()).isEqualTo(granted.driverWorker().orElseThrow() == 0 ? 4 : 3);
  }

  private static Granted grant(String... settings) throws InterruptedException {
    Map<String, String> map = new HashMap<>();
    for (int i = 0; i < settings.length; i += 2) {
      map.put(settings[i], settings[i + 1]);
    }
    return RealMaster.grant(TWO, map, true, Optional.empty());
  }
}
