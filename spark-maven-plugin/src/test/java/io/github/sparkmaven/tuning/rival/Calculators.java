/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.tuning.rival;

import io.github.sparkmaven.tuning.rival.RivalFormula.Given;
import java.util.Optional;

/** The rules of blogs and calculators on the web. */
final class Calculators {
  private Calculators() {}

  /** An application master displaces an executor; where there is none, nothing is subtracted. */
  private static int besidesMaster(RivalCluster cluster, int executors) {
    return cluster.kind().isYarn() ? executors - 1 : executors;
  }

  /** Cloudera's tuning guide: 5 cores, k a node, 7 % off, whole GB, one executor fewer. */
  record Cloudera(Given given) implements RivalFormula {
    @Override
    public String name() {
      return "Cloudera" + given.suffix();
    }

    @Override
    public Optional<Ask> ask(RivalCluster cluster) {
      int perNode = cluster.nodeCores() / 5;
      if (perNode == 0) {
        return Optional.empty();
      }
      long heapMib = given.mib(cluster) * 93 / 100 / perNode / 1024 * 1024;
      // One fewer on every manager: with a single node and k = 1 it asks for none at all.
      return Optional.of(Ask.withSparksOverhead(cluster.nodes() * perNode - 1, 5, heapMib))
          .filter(Ask::isSound);
    }
  }

  /** scopt's calculator: a core and a GB kept back, 5 cores, 90 % heap. */
  record Scopt(Given given) implements RivalFormula {
    @Override
    public String name() {
      return "scopt" + given.suffix();
    }

    @Override
    public Optional<Ask> ask(RivalCluster cluster) {
      int free = cluster.machineCores() - 1;
      int cores = Math.min(5, free);
      int perNode = free / cores;
      long totalGib = (given.gib(cluster) - 1) / perNode;
      long heapGib = totalGib * 9 / 10;
      // "k x nodes - 1 in cluster mode": all comparisons are in client mode.
      return Optional.of(
              new Ask(
                  cluster.nodes() * perNode, cores, heapGib * 1024, (totalGib - heapGib) * 1024))
          .filter(Ask::isSound);
    }
  }

  /** delijati's calculator: the k that idles least, cores and GB added up. */
  record Delijati(Given given) implements RivalFormula {
    @Override
    public String name() {
      return "delijati" + given.suffix();
    }

    @Override
    public Optional<Ask> ask(RivalCluster cluster) {
      int free = cluster.machineCores() - 1;
      long gib = given.gib(cluster) - 1;
      int best = 0;
      long leastIdle = Long.MAX_VALUE;
      for (int k = 1; k <= free; k++) {
        int cores = free / k;
        long idle = free - (long) cores * k + gib - gib / k * k;
        if (gib / k < 64 && cores < 5 && idle < leastIdle) {
          best = k;
          leastIdle = idle;
        }
      }
      return best == 0 ? Optional.empty() : ask(cluster, best, free / best, gib / best);
    }

    private static Optional<Ask> ask(RivalCluster cluster, int perNode, int cores, long gib) {
      long overheadMib = gib * 1024 * 15 / 100;
      return Optional.of(
              new Ask(
                  besidesMaster(cluster, cluster.nodes() * perNode),
                  cores,
                  gib * 1024 - overheadMib,
                  overheadMib))
          .filter(Ask::isSound);
    }
  }

  /** datasherlock's: the largest multiple of the minimum allocation that leaves 6 % outside. */
  record Datasherlock() implements RivalFormula {
    @Override
    public String name() {
      return "datasherlock";
    }

    @Override
    public Optional<Ask> ask(RivalCluster cluster) {
      if (!cluster.kind().isYarn() || cluster.nodeCores() < 1) {
        return Optional.empty();
      }
      int cores = Math.min(cluster.nodeCores(), 5);
      int perNode = cluster.nodeCores() / cores;
      long step = cluster.minimumAllocationMib();
      long share = cluster.nodeMib() / perNode;
      long largest = Math.min(share - 384, share * 100 / 106);
      long heapMib = Math.max(0, largest) / step * step;
      return Optional.of(
              new Ask(cluster.nodes() * perNode, cores, heapMib, Math.max(384, heapMib * 6 / 100)))
          .filter(Ask::isSound);
    }
  }
}
