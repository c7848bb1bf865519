/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.tuning;

import io.github.sparkmaven.hardware.Cluster;
import io.github.sparkmaven.hardware.DeployMode;
import io.github.sparkmaven.hardware.Manager;
import io.github.sparkmaven.hardware.NodeGroup;
import io.github.sparkmaven.hardware.ResourceCalculator;
import io.github.sparkmaven.hardware.YarnRules;
import io.github.sparkmaven.hardware.YarnScheduler;
import io.github.sparkmaven.unit.MemorySize;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Places containers one after another on nodes, as a scheduler does; it shares no code with what it
 * checks.
 *
 * <p>The driver or application master is tried on a node of each group that it may be on, and the
 * least that is granted counts.
 */
final class GreedyScheduler {
  private final Cluster cluster;
  private final Workload workload;

  GreedyScheduler(Cluster cluster, Workload workload) {
    this.cluster = cluster;
    this.workload = workload;
  }

  /** Returns how many of the asked executors find a place, wherever the driver is. */
  int grant(int asked, ExecutorSize size) {
    long heapOrAll =
        cluster.manager() == Manager.STANDALONE
            ? size.heapMib()
            : size.heapMib() + size.overheadMib() + size.offHeapMib() + size.pythonMib();
    Container executor = new Container(heapOrAll, size.cores(), size.gpus());
    Optional<Container> driver = driver();
    if (driver.isEmpty()) {
      return new Nodes().place(asked, executor);
    }
    int least = Integer.MAX_VALUE;
    for (int group = 0; group < cluster.groups().size(); group++) {
      Nodes nodes = new Nodes();
      if (mayHoldDriver(cluster.groups().get(group)) && nodes.start(driver.get(), group)) {
        least = Math.min(least, nodes.place(asked, executor));
      }
    }
    return least == Integer.MAX_VALUE ? 0 : least;
  }

  /** What is asked for the driver, or for the master that stands in for it. */
  private Optional<Container> driver() {
    DriverPins pins = workload.driver();
    boolean inside = cluster.deployMode() == DeployMode.CLUSTER;
    if (!inside) {
      long master = mebibytes(pins.master().memory(), 512);
      long overhead = mebibytes(pins.master().overhead(), Math.max(384, master / 10));
      return cluster.manager() == Manager.YARN
          ? Optional.of(new Container(master + overhead, pins.master().cores().orElse(1), 0))
          : Optional.empty();
    }
    long heap = mebibytes(pins.memory(), 2048);
    double factor =
        pins.overheadFactor()
            .map(BigDecimal::doubleValue)
            .orElse(
                cluster.manager() == Manager.KUBERNETES && workload.language() == Language.PYTHON
                    ? 0.4
                    : 0.1);
    long overhead = mebibytes(pins.overhead(), Math.max(384, (long) (factor * heap)));
    long asked = cluster.manager() == Manager.STANDALONE ? heap : heap + overhead;
    return Optional.of(new Container(asked, pins.cores().orElse(1), 0));
  }

  /** Only a pod can be told to stay away from spot nodes, and only where it has a choice. */
  private boolean mayHoldDriver(NodeGroup group) {
    return !group.spot()
        || cluster.manager() != Manager.KUBERNETES
        || cluster.deployMode() == DeployMode.CLIENT
        || cluster.groups().stream().allMatch(NodeGroup::spot);
  }

  private static long mebibytes(Optional<MemorySize> size, long otherwise) {
    return size.map(given -> given.bytes() / 1024 / 1024).orElse(otherwise);
  }

  private record Container(long memoryMib, int cores, int gpus) {}

  private static final class Node {
    private final int group;
    private long memoryMib;
    private int cores;
    private int gpus;

    private Node(int group, NodeGroup like) {
      this.group = group;
      this.memoryMib = like.memoryMib();
      this.cores = like.cores();
      this.gpus = like.gpus();
    }
  }

  /** Nodes that fill up. */
  private final class Nodes {
    private final List<Node> nodes = new ArrayList<>();
    private final boolean coresCount;
    private long queueMib = Long.MAX_VALUE;
    private long queueCores = Long.MAX_VALUE;

    private Nodes() {
      for (int group = 0; group < cluster.groups().size(); group++) {
        for (int node = 0; node < cluster.groups().get(group).range().most(); node++) {
          nodes.add(new Node(group, cluster.groups().get(group)));
        }
      }
      if (cluster.rules() instanceof YarnRules yarn) {
        coresCount =
            yarn.scheduler() == YarnScheduler.FAIR
                || yarn.calculator() == ResourceCalculator.DOMINANT;
        limit(yarn);
      } else {
        coresCount = true;
      }
    }

    private void limit(YarnRules yarn) {
      long memory = nodes.stream().mapToLong(node -> node.memoryMib).sum();
      long cores = nodes.stream().mapToLong(node -> node.cores).sum();
      double share = yarn.queue().share().doubleValue();
      if (yarn.scheduler() == YarnScheduler.FAIR) {
        queueMib = (long) (memory * share);
        queueCores = (long) (cores * share);
        return;
      }
      // The Capacity Scheduler's percentages are floats, and the root has whole minimums only.
      double part = (float) (share * 100) / 100f;
      long rest = memory % yarn.bounds().minimumMib();
      queueMib = Math.min((long) (memory * part), memory - rest);
      queueCores = Math.min((long) (cores * part), cores - cores % yarn.bounds().minimumVcores());
    }

    private boolean start(Container driver, int group) {
      for (Node node : nodes) {
        if (node.group == group) {
          long mebibytes = queueMib;
          long cores = queueCores;
          return place(node, driver)
              && isWithinMasterShare(mebibytes, mebibytes - queueMib)
              && isWithinMasterShare(cores, cores - queueCores);
        }
      }
      return false;
    }

    /** The Fair Scheduler starts no master beyond its share of the queue, rounded up. */
    private boolean isWithinMasterShare(long queue, long taken) {
      if (cluster.rules() instanceof YarnRules yarn && yarn.scheduler() == YarnScheduler.FAIR) {
        double share = yarn.queue().maximumAmShare().floatValue();
        return taken <= (long) Math.ceil(queue * share);
      }
      return true;
    }

    private int place(int asked, Container executor) {
      int placed = 0;
      for (Node node : nodes) {
        while (placed < asked && place(node, executor)) {
          placed++;
        }
      }
      return placed;
    }

    private boolean place(Node node, Container asked) {
      long memory = asked.memoryMib;
      int cores = asked.cores;
      if (cluster.rules() instanceof YarnRules yarn) {
        if (memory > yarn.bounds().maximumMib() || cores > yarn.bounds().maximumVcores()) {
          return false;
        }
        long minimum = yarn.bounds().minimumMib();
        memory = grown(memory, minimum, yarn.bounds().incrementMib(), yarn.bounds().maximumMib());
        cores = coresCount ? vcores(yarn, cores) : 0;
      }
      if (memory > node.memoryMib
          || cores > node.cores
          || asked.gpus > node.gpus
          || memory > queueMib
          || cores > queueCores) {
        return false;
      }
      node.memoryMib -= memory;
      node.cores -= cores;
      node.gpus -= asked.gpus;
      queueMib -= memory;
      queueCores -= cores;
      return true;
    }

    /** The Fair Scheduler raises vcores to the minimum, and grows them one by one from there. */
    private static int vcores(YarnRules yarn, int asked) {
      int minimum = yarn.bounds().minimumVcores();
      int step = yarn.scheduler() == YarnScheduler.FAIR ? 1 : minimum;
      return (int) grown(asked, minimum, step, yarn.bounds().maximumVcores());
    }

    private static long grown(long asked, long minimum, long step, long maximum) {
      long size = 0;
      while (size < asked || size < minimum) {
        size += step;
      }
      return Math.min(size, maximum);
    }
  }
}
