/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.trust;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * One executor by the formulas of docs/planning.md: container = heap + overhead + off-heap +
 * Python.
 *
 * @param plan says what is pinned
 * @param workerMib memory of one Python worker
 */
record ExecutorLaw(PlanFile plan, long workerMib) {
  private static final String WORKLOAD = "workload/";

  /** An executor; all memory in MiB. */
  record Executor(long cores, long heap, long overhead, long offHeap, long python, long gpus) {
    long request() {
      return heap + overhead + offHeap + python;
    }
  }

  static ExecutorLaw of(PlanFile plan) {
    return new ExecutorLaw(plan, plan.figure("workload/pythonWorkerMiB"));
  }

  /** Returns the executor with this heap. */
  Executor executor(long cores, long heap, long gpus) {
    return new Executor(cores, heap, overhead(cores, heap), offHeap(), python(cores), gpus);
  }

  BigDecimal factor() {
    return plan.decimal(WORKLOAD + "memoryOverheadFactor").orElse(new BigDecimal("0.10"));
  }

  long leastOverhead() {
    return plan.mebibytes(WORKLOAD + "minMemoryOverhead").orElse(384L);
  }

  Optional<Long> pinnedOverhead() {
    return plan.mebibytes(WORKLOAD + "memoryOverhead");
  }

  /** Says whether Spark enforces Python's memory, so that the overhead does not hold it. */
  boolean isEnforced() {
    return plan.is(WORKLOAD + "pythonMemoryEnforced", "true") || pyspark().isPresent();
  }

  Optional<Long> pyspark() {
    return plan.mebibytes(WORKLOAD + "pysparkMemory");
  }

  long python(long cores) {
    if (!plan.is(WORKLOAD + "language", "python")) {
      return 0;
    }
    long workers = cores * workerMib;
    long inOverhead = isEnforced() ? workers : Math.min(workers, pinnedOverhead().orElse(workers));
    return pyspark().orElse(inOverhead);
  }

  private long offHeap() {
    return plan.mebibytes(WORKLOAD + "offHeapMemory").orElse(0L);
  }

  private long overhead(long cores, long heap) {
    long python = isEnforced() ? 0 : python(cores);
    return pinnedOverhead()
        .map(pinned -> pinned - python)
        .orElseGet(() -> Math.max(share(factor(), heap), leastOverhead()));
  }

  /** Returns floor(factor x heap). */
  static long share(BigDecimal factor, long heap) {
    return factor.multiply(BigDecimal.valueOf(heap)).setScale(0, RoundingMode.FLOOR).longValue();
  }
}
