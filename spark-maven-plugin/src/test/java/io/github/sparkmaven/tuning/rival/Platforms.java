/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.tuning.rival;

import io.github.sparkmaven.tuning.rival.RivalCluster.Kind;
import java.util.Optional;

/** The rules that platforms and tools apply by themselves. */
final class Platforms {
  private static final long DAEMONS_MIB = 1024;
  private static final long PINNED_AND_SPILL_MIB = 4096 + 2048;

  private Platforms() {}

  /** CloudTik: 4 cores, 80 % of the RAM, whole GB, of which 10 % lie outside the heap. */
  record CloudTik() implements RivalFormula {
    @Override
    public String name() {
      return "CloudTik";
    }

    @Override
    public Optional<Ask> ask(RivalCluster cluster) {
      int cores = Math.min(4, cluster.machineCores());
      int perNode = cluster.machineCores() / cores;
      long managed = cluster.machineMib() * 8 / 10;
      long container = (managed - cluster.amMib() - DAEMONS_MIB) / perNode / 1024 * 1024;
      return Optional.of(
              new Ask(cluster.nodes() * perNode, cores, container - container / 10, container / 10))
          .filter(Ask::isSound);
    }
  }

  /** EMR's maximizeResourceAllocation: one executor a node with all its cores. */
  record Emr() implements RivalFormula {
    @Override
    public String name() {
      return "EMR maximizeResourceAllocation";
    }

    @Override
    public Optional<Ask> ask(RivalCluster cluster) {
      long heapMib = (cluster.nodeMib() - DAEMONS_MIB - 384) * 93 / 100;
      return cluster.kind() == Kind.KUBERNETES
          ? Optional.empty()
          : Optional.of(Ask.withSparksOverhead(cluster.nodes(), cluster.nodeCores(), heapMib))
              .filter(Ask::isSound);
    }
  }

  /** Dataproc: two executors a node, each with half the machine's cores and half the offer. */
  record Dataproc() implements RivalFormula {
    @Override
    public String name() {
      return "Dataproc";
    }

    @Override
    public Optional<Ask> ask(RivalCluster cluster) {
      long half = cluster.nodeMib() / 2;
      long heapMib = Math.min(half * 10 / 11, half - 384);
      return cluster.kind() == Kind.KUBERNETES
          ? Optional.empty()
          : Optional.of(
                  new Ask(cluster.nodes() * 2, cluster.machineCores() / 2, heapMib, half - heapMib))
              .filter(Ask::isSound);
    }
  }

  /** NVIDIA's AutoTuner, with one GPU a node: all cores, 2 GB a core, and the rest as overhead. */
  record Nvidia() implements RivalFormula {
    @Override
    public String name() {
      return "NVIDIA AutoTuner";
    }

    @Override
    public Optional<Ask> ask(RivalCluster cluster) {
      int cores = cluster.machineCores();
      long heapMib = 2048L * cores;
      long overheadMib = Math.max(heapMib / 10 + PINNED_AND_SPILL_MIB, cluster.nodeMib() - heapMib);
      return Optional.of(new Ask(cluster.nodes(), cores, heapMib, overheadMib));
    }
  }
}
