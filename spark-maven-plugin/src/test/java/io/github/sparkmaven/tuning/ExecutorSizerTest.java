/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExecutorSizerTest {

  @ParameterizedTest
  @CsvSource({
    // The floor of 384 holds up to a heap of 3840 MiB at 10 %.
    "3800, 384",
    "3840, 384",
    "3849, 384",
    "3850, 385",
    "3900, 390",
    "500, 384",
    "11600, 1160"
  })
  void addsATenthOfTheHeapButAtLeast384(long heapMib, long overheadMib) {
    assertThat(sizer(WorkloadExample.jvm()).withHeap(4, heapMib))
        .isEqualTo(new ExecutorSize(4, heapMib, overheadMib, 0, 0, 0));
  }

  @Test
  void countsTheOverheadInDecimalsAsByHand() {
    // As doubles 0.57 x 100000 is 56999.99999999999; Spark is told the overhead, not the factor.
    assertThat(
            sizer(WorkloadExample.jvm().with("memoryOverheadFactor", "0.57"))
                .withHeap(1, 100_000)
                .overheadMib())
        .isEqualTo(57_000);
  }

  @ParameterizedTest
  @CsvSource({
    // At the floor the heap is what 384 leaves; beyond it, what the division gives.
    "884, 500",
    "4184, 3800",
    "4284, 3800",
    "4289, 3800",
    "4290, 3900",
    "15616, 14100"
  })
  void fillsAShareWithTheLargestHeapOfWholeHundreds(long shareMib, long heapMib) {
    assertThat(sizer(WorkloadExample.jvm()).fill(1, shareMib).orElseThrow().heapMib())
        .isEqualTo(heapMib);
  }

  @Test
  void fillsNoShareThatIsTooSmallForSparksSmallestHeap() {
    assertThat(sizer(WorkloadExample.jvm()).fill(1, 883)).isEmpty();
    assertThat(sizer(WorkloadExample.jvm()).fill(1, -5000)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "4184 | less 384 overhead leaves 3800, rounded down to whole 100 = 3800",
        "4250 | / 1.10, rounded down = 3863, rounded down to whole 100 = 3800",
        "4289 | / 1.10, rounded down = 3899, rounded down to whole 100 = 3800",
        "15616 | / 1.10, rounded down = 14196, rounded down to whole 100 = 14100"
      })
  void explainsTheStepThatLimitsTheHeap(long shareMib, String step) {
    ExecutorSizer sizer = sizer(WorkloadExample.jvm());
    ExecutorSize size = sizer.fill(1, shareMib).orElseThrow();

    assertThat(sizer.explain(size, shareMib, "a share")).isEqualTo("a share; " + step);
  }

  @Test
  void explainsAPinnedOverheadWithPythonsPartInIt() {
    ExecutorSizer sizer = sizer(WorkloadExample.python().with("memoryOverhead", "4g"));
    ExecutorSize size = sizer.fill(4, 16384).orElseThrow();

    assertThat(sizer.explain(size, 16384, "a share"))
        .isEqualTo(
            "a share; less 4096 overhead, Python included, leaves 12288, rounded down to whole 100"
                + " = 12200");
  }

  @Test
  void takesPythonAndOffHeapMemoryOutOfTheShare() {
    WorkloadExample workload =
        WorkloadExample.python().with("pythonWorkerMemory", "1g").with("offHeapMemory", "2g");

    assertThat(sizer(workload).fill(3, 16384))
        .contains(new ExecutorSize(3, 10_200, 1020, 2048, 3072, 0));
  }

  @Test
  void givesAPythonWorkerSparksHalfGibibyteByDefault() {
    assertThat(sizer(WorkloadExample.python()).withHeap(3, 1000).pythonMib()).isEqualTo(1536);
    assertThat(
            sizer(WorkloadExample.jvm().with("pythonWorkerMemory", "1g"))
                .withHeap(3, 1000)
                .pythonMib())
        .isZero();
  }

  @Test
  void leavesAPinnedHeapAlone() {
    WorkloadExample workload = WorkloadExample.jvm().with("executorMemory", "1050m");

    assertThat(sizer(workload).fill(1, 1434)).contains(new ExecutorSize(1, 1050, 384, 0, 0, 0));
    assertThat(sizer(workload).fill(1, 1433)).isEmpty();
  }

  @Test
  void tellsPythonsPartOfAPinnedOverhead() {
    ExecutorSizer sizer = sizer(WorkloadExample.python().with("memoryOverhead", "4g"));

    assertThat(sizer.fill(4, 16384)).contains(new ExecutorSize(4, 12_200, 2048, 0, 2048, 0));
    assertThat(sizer.fill(10, 16384)).contains(new ExecutorSize(10, 12_200, 0, 0, 4096, 0));
  }

  @Test
  void addsEnforcedPythonMemoryToAPinnedOverhead() {
    ExecutorSizer sizer =
        sizer(
            WorkloadExample.python()
                .with("memoryOverhead", "4g")
                .with("pythonMemoryEnforced", "true"));

    assertThat(sizer.fill(4, 16384)).contains(new ExecutorSize(4, 10_200, 4096, 0, 2048, 0));
  }

  @Property(tries = 500)
  void leavesLessThanAnotherHundred(
      @ForAll @IntRange(min = 1, max = 16) int cores,
      @ForAll @LongRange(min = 3000, max = 300_000) long shareMib,
      @ForAll @IntRange(min = 1, max = 60) int percent,
      @ForAll boolean python) {
    BigDecimal factor = BigDecimal.valueOf(percent, 2);
    WorkloadExample base = python ? WorkloadExample.python() : WorkloadExample.jvm();
    WorkloadExample workload =
        base.with("memoryOverheadFactor", factor.toPlainString()).with("pythonWorkerMemory", "64m");

    ExecutorSize size = sizer(workload).fill(cores, shareMib).orElseThrow();

    assertThat(size.heapMib() % 100).isZero();
    assertThat(size.requestMib()).isLessThanOrEqualTo(shareMib);
    long next = size.heapMib() + 100;
    long overhead = Math.max(384, percent * next / 100);
    assertThat(next + overhead + size.pythonMib()).isGreaterThan(shareMib);
  }

  private static ExecutorSizer sizer(WorkloadExample workload) {
    return new ExecutorSizer(workload.workload(), 0);
  }
}
