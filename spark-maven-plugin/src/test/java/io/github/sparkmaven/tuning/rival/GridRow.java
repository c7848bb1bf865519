/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.tuning.rival;

import io.github.sparkmaven.tuning.rival.BestRival.Placed;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One cluster of the grid.
 *
 * @param cluster the cluster
 * @param ours what is granted of our layout, where there is one
 * @param rival what is granted of the best rival's, where one grants anything at the heap floor
 */
record GridRow(RivalCluster cluster, Optional<Placed> ours, Optional<Placed> rival) {
  static final String HEADER =
      "kind,nodes,machineCores,machineMiB,nodeMillicores,nodeMiB,minimumAllocationMiB,coresOffered,"
          + "oursExecutors,oursExecutorCores,oursHeapMiBPerCore,oursCores,"
          + "rivalExecutors,rivalExecutorCores,rivalHeapMiBPerCore,rivalCores,rival";

  enum Verdict {
    WIN,
    TIE,
    LOSS
  }

  /** Compares; layouts are compared at the same floors only. */
  static GridRow of(RivalCluster cluster) {
    return new GridRow(cluster, OurLayout.on(cluster), BestRival.of(cluster));
  }

  Verdict verdict() {
    int difference = Integer.compare(oursAtFloors(), cores(rival));
    return difference > 0 ? Verdict.WIN : difference == 0 ? Verdict.TIE : Verdict.LOSS;
  }

  int coresOffered() {
    return cluster.nodes() * cluster.nodeCores();
  }

  double share(Optional<Placed> placed) {
    return (double) cores(placed) / coresOffered();
  }

  /** A layout under the floors that a rival keeps is worth nothing beside it. */
  private int oursAtFloors() {
    return ours.filter(
            placed ->
                rival.isEmpty() || BestRival.keepsFloors(placed, cluster, cluster.heapFloorMib()))
        .map(Placed::coresPlaced)
        .orElse(0);
  }

  private static int cores(Optional<Placed> placed) {
    return placed.map(Placed::coresPlaced).orElse(0);
  }

  String csv() {
    return Stream.of(
            cluster.kind(),
            cluster.nodes(),
            cluster.machineCores(),
            cluster.machineMib(),
            cluster.nodeMillicores(),
            cluster.nodeMib(),
            cluster.minimumAllocationMib(),
            coresOffered(),
            csv(ours),
            csv(rival),
            rival.map(Placed::name).orElse("").replace(',', ';'))
        .map(Object::toString)
        .collect(Collectors.joining(","));
  }

  private static String csv(Optional<Placed> placed) {
    return placed
        .map(
            some ->
                some.executors()
                    + ","
                    + some.cores()
                    + ","
                    + some.heapMibPerCore()
                    + ","
                    + some.coresPlaced())
        .orElse("0,0,0,0");
  }
}
