/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.tuning;

import io.github.sparkmaven.unit.MemorySize;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/**
 * Divides an executor's share of a node into heap, overhead, off-heap and Python memory.
 *
 * <p>container = heap + overhead + off-heap + Python, overhead = max(floor(factor x heap), 384
 * MiB); the heap is the largest multiple of 100 MiB that fits. Source: {@code
 * ResourceProfile.calculateOverHeadMemory} in spark-core and
 * https://spark.apache.org/docs/latest/configuration.html (spark.executor.memoryOverhead).
 */
public final class ExecutorSizer {
  /** Spark's {@code spark.executor.memoryOverheadFactor}. */
  static final BigDecimal DEFAULT_OVERHEAD_FACTOR = new BigDecimal("0.10");

  /** Spark's {@code ResourceProfile.MEMORY_OVERHEAD_MIN_MIB}. */
  static final long MINIMUM_OVERHEAD_MIB = 384;

  // UnifiedMemoryManager refuses a heap under 1.5 x its reserve of 300 MB; the next whole 100 MiB.
  static final long MINIMUM_HEAP_MIB = 500;

  private static final long STEP_MIB = 100;

  private static final long MILLION = 1_000_000;

  private final Workload workload;
  private final int gpus;
  // (1 + factor) in millionths: a factor has at most six decimals, and longs are quick.
  private final long divisorInMillionths;

  /**
   * Sizes executors for a workload, obeying its pins.
   *
   * @param gpus GPUs of an executor
   */
  public ExecutorSizer(Workload workload, int gpus) {
    this.workload = workload;
    this.gpus = gpus;
    this.divisorInMillionths =
        BigDecimal.ONE.add(workload.overheadFactor()).movePointRight(6).longValueExact();
  }

  /**
   * Returns the executor that fills a share.
   *
   * @param cores its cores
   * @param shareMib the largest request that it may make
   * @return nothing when the pinned, or the smallest possible, heap does not fit
   */
  public Optional<ExecutorSize> fill(int cores, long shareMib) {
    long heap =
        workload
            .layout()
            .executorMemory()
            .map(MemorySize::mebibytes)
            .orElseGet(() -> heap(cores, shareMib));
    if (heap < MINIMUM_HEAP_MIB && workload.layout().executorMemory().isEmpty()) {
      return Optional.empty();
    }
    ExecutorSize size = withHeap(cores, heap);
    return size.requestMib() <= shareMib ? Optional.of(size) : Optional.empty();
  }

  /** Returns the executor with this heap. */
  public ExecutorSize withHeap(int cores, long heapMib) {
    return new ExecutorSize(
        cores, heapMib, overhead(heapMib, cores), offHeapMib(), pythonMib(cores), gpus);
  }

  /**
   * Returns the steps to the heap, with the numbers put in.
   *
   * @param shareText the steps to the share
   */
  public String explain(ExecutorSize size, long shareMib, String shareText) {
    if (workload.layout().executorMemory().isPresent()) {
      return "pinned";
    }
    StringBuilder text = new StringBuilder(shareText);
    long rest = shareMib;
    if (size.pythonMib() > 0 && !overheadHoldsPython()) {
      text.append(
          String.format(
              Locale.ROOT, "; less %s leaves %d", pythonStep(size), rest - size.pythonMib()));
      rest -= size.pythonMib();
    }
    if (size.offHeapMib() > 0) {
      rest -= size.offHeapMib();
      text.append(
          String.format(Locale.ROOT, "; less %d off-heap leaves %d", size.offHeapMib(), rest));
    }
    return text.append(overheadStep(size, rest)).toString();
  }

  /** Returns how the Python workers' memory came about. */
  String pythonStep(ExecutorSize size) {
    return workload.memory().pyspark().isPresent()
        ? size.pythonMib() + " of spark.executor.pyspark.memory"
        : String.format(
            Locale.ROOT,
            "%d Python workers x %d = %d",
            size.cores(),
            workload.pythonWorkerMib(),
            size.pythonMib());
  }

  private String overheadStep(ExecutorSize size, long rest) {
    BigDecimal divisor = BigDecimal.ONE.add(workload.overheadFactor());
    long divided = divide(rest);
    if (workload.memory().overhead().isEmpty() && divided < rest - workload.minimumOverheadMib()) {
      return String.format(
          Locale.ROOT,
          "; / %s%s = %d, rounded down to whole 100 = %d",
          divisor.toPlainString(),
          divides(rest) ? "" : ", rounded down",
          divided,
          size.heapMib());
    }
    long overhead =
        overheadHoldsPython() ? size.overheadMib() + size.pythonMib() : size.overheadMib();
    return String.format(
        Locale.ROOT,
        "; less %d overhead%s leaves %d, rounded down to whole 100 = %d",
        overhead,
        overhead > size.overheadMib() ? ", Python included," : "",
        rest - overhead,
        size.heapMib());
  }

  private long heap(int cores, long shareMib) {
    long rest = shareMib - pythonMib(cores) - offHeapMib();
    if (rest <= 0) {
      return 0;
    }
    long largest =
        workload.memory().overhead().isPresent()
            ? rest - overhead(0, cores)
            : Math.min(rest - workload.minimumOverheadMib(), divide(rest));
    return Math.floorDiv(largest, STEP_MIB) * STEP_MIB;
  }

  private long divide(long mebibytes) {
    return mebibytes * MILLION / divisorInMillionths;
  }

  private boolean divides(long mebibytes) {
    return mebibytes * MILLION % divisorInMillionths == 0;
  }

  private long overhead(long heapMib, int cores) {
    if (workload.memory().overhead().isPresent()) {
      // Python's part is told apart so that the parts still add up to the pin.
      long pinned = workload.memory().overhead().get().mebibytes();
      return overheadHoldsPython() ? pinned - pythonMib(cores) : pinned;
    }
    return Math.max(factored(heapMib), workload.minimumOverheadMib());
  }

  /** A factor that is not Spark's own is written out as an overhead, so that decimals count. */
  private long factored(long heapMib) {
    return heapMib * (divisorInMillionths - MILLION) / MILLION;
  }

  private long pythonMib(int cores) {
    if (workload.language() == Language.JVM) {
      return 0;
    }
    if (workload.memory().pyspark().isPresent()) {
      return workload.memory().pyspark().get().mebibytes();
    }
    long wanted = cores * workload.pythonWorkerMib();
    return overheadHoldsPython()
        ? Math.min(wanted, workload.memory().overhead().orElseThrow().mebibytes())
        : wanted;
  }

  /**
   * Spark's key holds the Python workers' memory too, unless spark.executor.pyspark.memory does.
   */
  private boolean overheadHoldsPython() {
    return workload.memory().overhead().isPresent() && !workload.memory().enforcesPython();
  }

  private long offHeapMib() {
    return workload.memory().offHeap().map(MemorySize::mebibytes).orElse(0L);
  }
}
