/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.tuning;

import io.github.sparkmaven.hardware.Cluster;
import java.util.Locale;

/**
 * The heap that a core should have on a cluster's hardware.
 *
 * @param memoryMib memory that all nodes offer
 * @param cores cores that all nodes offer
 * @param pythonWorkerMib what Python has of it for each core
 */
record HeapFloor(long memoryMib, long cores, long pythonWorkerMib) {
  // With less heap a slot, tasks of usual partitions spill:
  // https://spark.apache.org/docs/latest/tuning.html
  private static final long GOOD_MIB_PER_CORE = 2048;
  // A node with less than this for each core cannot give every core that heap beside the overhead
  // and YARN's rounding; there, cores are not left idle for its sake unless it falls to half.
  private static final long NODE_MIB_PER_CORE_FOR_GOOD_HEAP = 2560;

  static HeapFloor of(Cluster cluster, Workload workload) {
    return new HeapFloor(
        cluster.memoryOfferedMib(), cluster.coresOffered(), workload.pythonWorkerMib());
  }

  /** Returns the heap in MiB that a core should have. */
  long mebibytes() {
    return isLean() ? nodeMibPerCore() / 2 : GOOD_MIB_PER_CORE;
  }

  /** Says that an executor has less, with the numbers put in. */
  String missedBy(ExecutorSize size) {
    return String.format(
        Locale.ROOT,
        "%d MiB of heap / %d cores%s = %d MiB a core, under %s",
        size.heapMib(),
        size.cores(),
        rounded(size.heapMib(), size.cores()),
        size.heapMibPerCore(),
        isLean() ? "half of what the cluster has: " + steps() : "" + GOOD_MIB_PER_CORE);
  }

  private String steps() {
    String python =
        pythonWorkerMib == 0
            ? ""
            : String.format(
                Locale.ROOT,
                "; less %d of a Python worker leaves %d",
                pythonWorkerMib,
                nodeMibPerCore());
    return String.format(
        Locale.ROOT,
        "%d MiB / %d cores%s = %d%s; / 2%s = %d",
        memoryMib,
        cores,
        rounded(memoryMib, cores),
        memoryMib / cores,
        python,
        rounded(nodeMibPerCore(), 2),
        mebibytes());
  }

  private static String rounded(long whole, long by) {
    return whole % by == 0 ? "" : ", rounded down";
  }

  private boolean isLean() {
    return nodeMibPerCore() < NODE_MIB_PER_CORE_FOR_GOOD_HEAP;
  }

  private long nodeMibPerCore() {
    return memoryMib / cores - pythonWorkerMib;
  }
}
