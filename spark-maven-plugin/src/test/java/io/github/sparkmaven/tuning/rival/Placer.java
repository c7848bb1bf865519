/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.tuning.rival;

import io.github.sparkmaven.tuning.rival.RivalCluster.Kind;
import java.util.Arrays;

/**
 * Grants executors node by node as a scheduler does.
 *
 * <p>YARN's application master (1 vcore) takes its place on an empty node first, which costs most;
 * on Kubernetes and standalone the driver is outside, as in client mode.
 */
public final class Placer {
  private final RivalCluster cluster;
  private final long[] memory;
  private final long[] millicores;

  /** Prepares an empty cluster. */
  public Placer(RivalCluster cluster) {
    this.cluster = cluster;
    this.memory = new long[cluster.nodes()];
    this.millicores = new long[cluster.nodes()];
  }

  /** Returns how many of the executors an empty cluster grants. */
  public int grant(Ask ask) {
    Arrays.fill(memory, cluster.nodeMib());
    Arrays.fill(millicores, cluster.nodeMillicores());
    if (cluster.amMib() > 0 && !place(0, container(cluster.amMib()), 1000)) {
      return 0;
    }
    long size = cluster.kind() == Kind.STANDALONE ? ask.heapMib() : container(ask.requestMib());
    int granted = 0;
    for (int node = 0; node < cluster.nodes(); node++) {
      while (granted < ask.executors() && place(node, size, ask.cores() * 1000L)) {
        granted++;
      }
    }
    return granted;
  }

  /**
   * Says whether the machines' RAM holds the heaps and overheads of what is granted: a standalone
   * worker counts heaps alone.
   */
  public boolean heldByRam(Ask ask) {
    int onOne = new Placer(withOneNode()).grant(ask);
    return onOne * ask.requestMib() <= cluster.machineMib();
  }

  private RivalCluster withOneNode() {
    return new RivalCluster(
        cluster.kind(),
        1,
        cluster.machineCores(),
        cluster.machineMib(),
        cluster.nodeMillicores(),
        cluster.nodeMib(),
        cluster.minimumAllocationMib(),
        0);
  }

  private boolean place(int node, long mib, long cpu) {
    boolean cpuFits = cluster.kind() == Kind.YARN_DEFAULT || millicores[node] >= cpu;
    if (memory[node] < mib || !cpuFits) {
      return false;
    }
    memory[node] -= mib;
    millicores[node] -= cpu;
    return true;
  }

  /** YARN rounds up, but not beyond the largest container, which here is the node. */
  private long container(long requestMib) {
    if (!cluster.kind().isYarn()) {
      return requestMib;
    }
    long step = cluster.minimumAllocationMib();
    long rounded = (requestMib + step - 1) / step * step;
    return requestMib <= cluster.nodeMib() ? Math.min(rounded, cluster.nodeMib()) : rounded;
  }
}
