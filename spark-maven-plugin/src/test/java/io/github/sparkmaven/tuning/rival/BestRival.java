/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.tuning.rival;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The best that any rival's formula gets on a cluster.
 *
 * <p>Compared are layouts at the same heap floor and of at least 3 cores an executor where the node
 * has them: smaller executors pack better and run worse.
 */
public final class BestRival {
  private static final int LEAST_CORES = 3;

  private BestRival() {}

  /**
   * What a scheduler grants of a formula's ask.
   *
   * @param name the formula
   * @param executors executors that are granted
   * @param cores cores of one
   * @param heapMibPerCore heap of one, divided by its cores
   * @param coresPlaced cores that do work: those granted, but no more than the nodes hand out
   * @param heldByRam whether the machines' RAM really holds heaps and overheads
   */
  public record Placed(
      String name,
      int executors,
      int cores,
      long heapMibPerCore,
      int coresPlaced,
      boolean heldByRam) {}

  /**
   * Returns the best at the cluster's own heap floor; among equals one that the RAM really holds.
   */
  public static Optional<Placed> of(RivalCluster cluster) {
    return of(cluster, cluster.heapFloorMib());
  }

  /** Returns the best among layouts with at least that much heap a core. */
  public static Optional<Placed> of(RivalCluster cluster, long heapFloorMib) {
    return all(cluster).stream()
        .filter(placed -> keepsFloors(placed, cluster, heapFloorMib))
        .max(
            Comparator.comparingInt(Placed::coresPlaced)
                .thenComparing(Placed::heldByRam)
                .thenComparingLong(Placed::heapMibPerCore));
  }

  /** Returns what every formula gets of which at least one executor is granted. */
  public static List<Placed> all(RivalCluster cluster) {
    return RivalFormula.ALL.stream()
        .flatMap(formula -> placed(formula, cluster))
        .filter(placed -> placed.executors() > 0)
        .toList();
  }

  private static Stream<Placed> placed(RivalFormula formula, RivalCluster cluster) {
    return formula.ask(cluster).stream().map(ask -> placed(formula.name(), ask, cluster));
  }

  /** Returns what is granted of one ask. */
  static Placed placed(String name, Ask ask, RivalCluster cluster) {
    Placer placer = new Placer(cluster);
    int granted = placer.grant(ask);
    // Under the default calculator a formula may get more cores than there are: these do no work.
    int offered = cluster.nodes() * cluster.nodeCores();
    return new Placed(
        name,
        granted,
        ask.cores(),
        ask.heapMib() / ask.cores(),
        Math.min(offered, granted * ask.cores()),
        placer.heldByRam(ask));
  }

  /** Says whether a layout is among those that are compared. */
  static boolean keepsFloors(Placed placed, RivalCluster cluster, long heapFloorMib) {
    return placed.cores() >= Math.min(LEAST_CORES, cluster.nodeCores())
        && placed.heapMibPerCore() >= heapFloorMib;
  }
}
