/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.tuning;

import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/**
 * One thing that makes a layout better than another; the list is in order of weight, and the first
 * difference decides.
 *
 * @param score the higher, the better
 * @param loss why the loser (first argument) is worse than the winner
 */
record Criterion(ToLongFunction<Layout> score, BiFunction<Layout, Layout, String> loss) {
  // With less heap a slot, tasks of usual partitions spill:
  // https://spark.apache.org/docs/latest/tuning.html
  private static final long GOOD_HEAP_MIB_PER_CORE = 2048;
  // A node with less than this for each core cannot give every core that heap beside the overhead
  // and YARN's rounding; there, cores are not left idle for its sake unless it falls to half.
  private static final long NODE_MIB_PER_CORE_FOR_GOOD_HEAP = 2560;
  // One- and two-core executors each repeat the 300 MB reserve, the overhead floor and every
  // broadcast variable.
  private static final int FEWEST_GOOD_CORES = 3;
  // Beyond about five tasks a JVM, HDFS client throughput falls and collector pauses grow (S. Ryza,
  // Cloudera, 2015).
  private static final int MOST_GOOD_CORES = 5;
  // From 32 GiB up the JVM gives up compressed object pointers (HotSpot's UseCompressedOops).
  private static final long LARGEST_COMPRESSED_HEAP_MIB = 32 * 1024 - 1;

  static final List<Criterion> IN_ORDER =
      List.of(
          flag(
              layout -> layout.size().heapMibPerCore() >= heapFloorMib(layout),
              lost ->
                  lost.size().heapMibPerCore()
                      + " MiB of heap a core, under "
                      + heapFloorMib(lost)),
          flag(
              layout ->
                  layout.size().cores() >= Math.min(FEWEST_GOOD_CORES, layout.nodes().cores()),
              lost -> lost.size().cores() + " cores an executor, under " + FEWEST_GOOD_CORES),
          figure(Layout::coresPlaced, "cores placed"),
          flag(
              layout -> layout.size().cores() <= MOST_GOOD_CORES,
              lost -> lost.size().cores() + " cores an executor, over " + MOST_GOOD_CORES),
          flag(
              layout -> layout.size().heapMib() <= LARGEST_COMPRESSED_HEAP_MIB,
              lost ->
                  "a heap of " + lost.size().heapMib() + " MiB loses compressed object pointers"),
          figure(Layout::heapPlacedMib, "MiB of heap placed"),
          figure(layout -> layout.size().cores(), "cores an executor"),
          new Criterion(
              layout -> -layout.executorsPerNode(),
              (lost, won) ->
                  lost.executorsPerNode()
                      + " executors a node, against "
                      + won.executorsPerNode()));

  static Comparator<Layout> bestFirst() {
    return IN_ORDER.stream()
        .map(criterion -> Comparator.comparingLong(criterion.score).reversed())
        .reduce(Comparator::thenComparing)
        .orElseThrow();
  }

  /** Returns the first reason for which one layout is worse than another. */
  static String whyWorse(Layout lost, Layout won) {
    return IN_ORDER.stream()
        .filter(criterion -> criterion.score.applyAsLong(lost) < criterion.score.applyAsLong(won))
        .findFirst()
        .map(criterion -> criterion.loss.apply(lost, won))
        .orElse("equal in every criterion");
  }

  private static long heapFloorMib(Layout layout) {
    long pythonMibPerCore = layout.size().pythonMib() / layout.size().cores();
    long nodeMibPerCore = layout.nodes().memoryMib() / layout.nodes().cores() - pythonMibPerCore;
    return nodeMibPerCore >= NODE_MIB_PER_CORE_FOR_GOOD_HEAP
        ? GOOD_HEAP_MIB_PER_CORE
        : nodeMibPerCore / 2;
  }

  private static Criterion flag(Predicate<Layout> good, Function<Layout, String> loss) {
    return new Criterion(layout -> good.test(layout) ? 1 : 0, (lost, won) -> loss.apply(lost));
  }

  private static Criterion figure(ToLongFunction<Layout> figure, String unit) {
    return new Criterion(
        figure,
        (lost, won) ->
            figure.applyAsLong(lost) + " " + unit + ", against " + figure.applyAsLong(won));
  }
}
