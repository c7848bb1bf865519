/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.tuning;

import io.github.sparkmaven.hardware.Cluster;
import io.github.sparkmaven.hardware.DeployMode;
import io.github.sparkmaven.hardware.Manager;
import io.github.sparkmaven.hardware.ResourceCalculator;
import io.github.sparkmaven.hardware.YarnRules;
import java.util.Arrays;

/**
 * Places containers one after another on nodes, as a scheduler does; it shares no code with what it
 * checks.
 */
final class GreedyScheduler {
  private final Cluster cluster;
  private final long[] memoryMib;
  private final long[] cores;
  private final boolean started;

  /** Places the driver or application master first; without it nothing else is granted. */
  GreedyScheduler(Cluster cluster, Workload workload) {
    this.cluster = cluster;
    this.memoryMib = new long[cluster.nodes().nodes()];
    this.cores = new long[cluster.nodes().nodes()];
    Arrays.fill(memoryMib, cluster.nodes().memoryMib());
    Arrays.fill(cores, cluster.nodes().cores());
    this.started = start(workload);
  }

  /** Returns how many of the asked executors find a place. */
  int grant(int asked, int executorCores, long requestMib) {
    int granted = 0;
    while (started && granted < asked && place(requestMib, executorCores)) {
      granted++;
    }
    return granted;
  }

  private boolean start(Workload workload) {
    boolean inside = cluster.deployMode() == DeployMode.CLUSTER;
    long heap = workload.driverMemory().map(size -> size.bytes() / 1024 / 1024).orElse(1024L);
    int driverCores = workload.driverCores().orElse(1);
    if (cluster.manager() == Manager.STANDALONE) {
      return !inside || place(heap, driverCores);
    }
    return inside ? place(heap + Math.max(384, heap / 10), driverCores) : place(512 + 384, 1);
  }

  private boolean place(long requestMib, int vcores) {
    long container = requestMib;
    boolean coresCount = true;
    if (cluster.rules() instanceof YarnRules yarn) {
      if (requestMib > yarn.maximumMib() || vcores > yarn.maximumVcores()) {
        return false;
      }
      container = 0;
      while (container < requestMib || container < yarn.minimumMib()) {
        container += yarn.incrementMib();
      }
      container = Math.min(container, yarn.maximumMib());
      coresCount = yarn.calculator() == ResourceCalculator.DOMINANT;
    }
    for (int node = 0; node < memoryMib.length; node++) {
      if (memoryMib[node] >= container && (!coresCount || cores[node] >= vcores)) {
        memoryMib[node] -= container;
        cores[node] -= vcores;
        return true;
      }
    }
    return false;
  }
}
