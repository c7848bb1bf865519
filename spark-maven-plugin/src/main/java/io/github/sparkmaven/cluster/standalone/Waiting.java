/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.cluster.standalone;

import java.util.Comparator;
import java.util.List;

/** Says what a driver or an application waits for. */
final class Waiting {
  private Waiting() {}

  static String driver(MasterState state, DriverEntry driver) {
    if (state.recovering()) {
      return "the master has just taken over, and finds out what runs";
    }
    String wants = amount(driver.cores(), driver.memoryMib());
    List<WorkerEntry> workers = state.aliveWorkers();
    if (workers.isEmpty()) {
      return "the driver wants " + wants + ", and no worker is registered";
    }
    if (workers.stream().noneMatch(w -> w.couldHold(driver.cores(), driver.memoryMib()))) {
      return "the driver wants "
          + wants
          + " of one worker, and none has that even when idle: "
          + largest(workers);
    }
    if (workers.stream().noneMatch(w -> w.hasRoom(driver.cores(), driver.memoryMib()))) {
      return "the driver wants " + wants + " of one worker; " + freest(workers);
    }
    return "the driver wants "
        + wants
        + ", and a worker would have room: the master is about to start it, or holds it back"
        + " (custom resources, spark.deploy.maxDrivers)";
  }

  static String app(MasterState state, AppEntry app) {
    String wants = "executors of " + app.executorMib() + " MiB";
    List<WorkerEntry> workers = state.aliveWorkers();
    return "the application has no executor yet and wants "
        + wants
        + (workers.isEmpty() ? ", and no worker is registered" : "; " + freest(workers));
  }

  private static String freest(List<WorkerEntry> workers) {
    WorkerEntry freest =
        workers.stream()
            .max(
                Comparator.comparingLong(WorkerEntry::memoryFreeMib)
                    .thenComparingLong(WorkerEntry::coresFree))
            .orElseThrow();
    return "of "
        + count(workers)
        + ", the one with most free memory has "
        + amount(freest.coresFree(), freest.memoryFreeMib())
        + " free";
  }

  private static String largest(List<WorkerEntry> workers) {
    WorkerEntry largest =
        workers.stream()
            .max(
                Comparator.comparingLong(WorkerEntry::memoryMib)
                    .thenComparingLong(WorkerEntry::cores))
            .orElseThrow();
    return "of "
        + count(workers)
        + ", the largest has "
        + amount(largest.cores(), largest.memoryMib());
  }

  private static String count(List<WorkerEntry> workers) {
    return workers.size() + (workers.size() == 1 ? " worker" : " workers");
  }

  private static String amount(long cores, long memoryMib) {
    return cores + (cores == 1 ? " core and " : " cores and ") + memoryMib + " MiB";
  }
}
