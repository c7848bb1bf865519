/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.tuning;

import io.github.sparkmaven.hardware.Cluster;
import io.github.sparkmaven.hardware.Manager;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/**
 * What makes one layout of a cluster better than another, in order of weight: the first difference
 * decides.
 */
final class Criteria {
  // One- and two-core executors each repeat the 300 MB reserve, the overhead floor and every
  // broadcast variable.
  private static final int FEWEST_GOOD_CORES = 3;
  // Beyond about five tasks a JVM, HDFS client throughput falls and collector pauses grow (S. Ryza,
  // Cloudera, 2015).
  private static final int MOST_GOOD_CORES = 5;
  private static final int LARGE_PERCENT = 95;
  // From 32 GiB up the JVM gives up compressed object pointers (HotSpot's UseCompressedOops).
  private static final long LARGEST_COMPRESSED_HEAP_MIB = 32 * 1024 - 1;

  private final HeapFloor heapFloor;
  private final List<Criterion> inOrder;

  Criteria(Cluster cluster, Workload workload) {
    this.heapFloor = HeapFloor.of(cluster, workload);
    int fewestCores = Math.min(FEWEST_GOOD_CORES, cluster.mostCores());
    this.inOrder =
        List.of(
            flag(
                layout -> layout.size().heapMibPerCore() >= heapFloor.mebibytes(),
                lost -> heapFloor.missedBy(lost.size())),
            flag(
                layout -> layout.size().cores() >= fewestCores,
                lost -> lost.size().cores() + " cores an executor, under " + fewestCores),
            figure(Candidate::gpusPlaced, "GPUs placed"),
            coresPlaced(cluster.manager()),
            flag(
                layout -> layout.size().cores() <= MOST_GOOD_CORES,
                lost -> lost.size().cores() + " cores an executor, over " + MOST_GOOD_CORES),
            flag(
                layout -> layout.size().heapMib() <= LARGEST_COMPRESSED_HEAP_MIB,
                lost ->
                    "a heap of " + lost.size().heapMib() + " MiB loses compressed object pointers"),
            figure(Candidate::heapPlacedMib, "MiB of heap placed"),
            new Criterion(
                layout -> -layout.size().cores(),
                (lost, won) ->
                    String.format(
                        Locale.ROOT,
                        "one lost executor costs %d cores, against %d",
                        lost.size().cores(),
                        won.size().cores())),
            new Criterion(
                layout -> -layout.executorsPerNode(),
                (lost, won) ->
                    lost.executorsPerNode()
                        + " executors a node, against "
                        + won.executorsPerNode()));
  }

  /** Returns the order of layouts, the best first. */
  Comparator<Candidate> bestFirst() {
    return (one, other) -> {
      for (Criterion criterion : inOrder) {
        int order =
            Long.compare(criterion.score.applyAsLong(other), criterion.score.applyAsLong(one));
        if (order != 0) {
          return order;
        }
      }
      return 0;
    };
  }

  /** Returns the first reason for which one layout is worse than another. */
  String whyWorse(Candidate lost, Candidate won) {
    return inOrder.stream()
        .filter(criterion -> criterion.score.applyAsLong(lost) < criterion.score.applyAsLong(won))
        .findFirst()
        .map(criterion -> criterion.loss.apply(lost, won))
        .orElse("equal in every criterion");
  }

  /** Returns the heap in MiB that a core should have on this hardware. */
  long heapFloorMib() {
    return heapFloor.mebibytes();
  }

  /**
   * On Kubernetes a core that no pod requests is not idle: pods without a limit use it. Executors
   * over the good size are chosen there only for clearly more task slots.
   */
  private static Criterion coresPlaced(Manager manager) {
    if (manager != Manager.KUBERNETES) {
      return figure(Candidate::coresPlaced, "cores placed");
    }
    ToLongFunction<Candidate> weighed =
        layout ->
            layout.coresPlaced() * (layout.size().cores() > MOST_GOOD_CORES ? LARGE_PERCENT : 100);
    return new Criterion(weighed, Criteria::fewerCoresPlaced);
  }

  private static String fewerCoresPlaced(Candidate lost, Candidate won) {
    boolean lostLarge = lost.size().cores() > MOST_GOOD_CORES;
    boolean wonLarge = won.size().cores() > MOST_GOOD_CORES;
    String weighed =
        lostLarge == wonLarge
            ? ""
            : String.format(
                Locale.ROOT,
                "; in executors over %d cores they count %d %%",
                MOST_GOOD_CORES,
                LARGE_PERCENT);
    return lost.coresPlaced() + " cores placed, against " + won.coresPlaced() + weighed;
  }

  private static Criterion flag(Predicate<Candidate> good, Function<Candidate, String> loss) {
    return new Criterion(layout -> good.test(layout) ? 1 : 0, (lost, won) -> loss.apply(lost));
  }

  private static Criterion figure(ToLongFunction<Candidate> figure, String unit) {
    return new Criterion(
        figure,
        (lost, won) ->
            figure.applyAsLong(lost) + " " + unit + ", against " + figure.applyAsLong(won));
  }

  /**
   * One thing that makes a layout better.
   *
   * @param score the higher, the better
   * @param loss why the loser (first argument) is worse than the winner
   */
  private record Criterion(
      ToLongFunction<Candidate> score, BiFunction<Candidate, Candidate, String> loss) {}
}
