/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.plan.html;

import io.github.sparkmaven.hardware.Manager;
import io.github.sparkmaven.hardware.YarnRules;
import io.github.sparkmaven.plan.Plan;
import io.github.sparkmaven.tuning.ExecutorSize;
import io.github.sparkmaven.tuning.Layout;
import io.github.sparkmaven.tuning.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The parts of one executor's container, or of the one JVM of local mode, and how they came about.
 */
record ExecutorMemory(Plan plan) {

  /** Returns the heap. */
  MemoryPart heap() {
    return new MemoryPart("heap", "heap", size().heapMib(), layout().arithmetic());
  }

  /** Returns what stands beside the heap; with it, the parts add up to the container. */
  List<MemoryPart> besideHeap() {
    List<MemoryPart> parts = new ArrayList<>();
    parts.add(new MemoryPart("overhead", "overhead", size().overheadMib(), overhead()));
    parts.add(
        new MemoryPart(
            "offheap",
            "off-heap",
            size().offHeapMib(),
            "spark.memory.offHeap.size, shared by execution and storage like the heap's part"));
    parts.add(new MemoryPart("python", "Python", size().pythonMib(), python()));
    parts.add(
        new MemoryPart(
            "rounding", "rounding", layout().containerMib() - size().requestMib(), rounding()));
    return parts.stream().filter(part -> part.mib() > 0).toList();
  }

  /** Returns all of it. */
  long containerMib() {
    return layout().containerMib();
  }

  /** Returns what the whole is called. */
  String wholeName() {
    return switch (plan.cluster().manager()) {
      case LOCAL -> "JVM";
      case STANDALONE -> "executor";
      case YARN -> "container";
      case KUBERNETES -> "pod";
    };
  }

  private Layout layout() {
    return plan.tuning().layout();
  }

  private ExecutorSize size() {
    return layout().size();
  }

  private String overhead() {
    Workload workload = plan.workload();
    String use = ": threads, classes, network buffers beside the heap";
    if (workload.memory().overhead().isPresent()) {
      long pinned = workload.memory().overhead().get().mebibytes();
      long python = pinned - size().overheadMib();
      return (python == 0 ? "pinned" : pinned + " pinned − " + python + " for Python") + use;
    }
    return String.format(
            Locale.ROOT,
            "max(floor(%s × %d), %d)",
            workload.overheadFactor().toPlainString(),
            size().heapMib(),
            workload.minimumOverheadMib())
        + use;
  }

  private String python() {
    Workload workload = plan.workload();
    if (workload.memory().pyspark().isPresent()) {
      return "spark.executor.pyspark.memory, enforced";
    }
    long wanted = size().cores() * workload.pythonWorkerMib();
    return String.format(
        Locale.ROOT,
        "%d workers × %d%s",
        size().cores(),
        workload.pythonWorkerMib(),
        wanted == size().pythonMib() ? "" : " = " + wanted + ", at most the pinned overhead");
  }

  private String rounding() {
    String request = size().requestMib() + " asked for, set aside ";
    return plan.cluster().rules() instanceof YarnRules yarn
        ? String.format(
            Locale.ROOT,
            "%s%d: YARN gives at least %d, in steps of %d",
            request,
            containerMib(),
            yarn.bounds().minimumMib(),
            yarn.bounds().incrementMib())
        : request + containerMib();
  }

  /** Says whether the manager sees the heap alone. */
  boolean heapAloneIsCounted() {
    return plan.cluster().manager() == Manager.STANDALONE;
  }
}
