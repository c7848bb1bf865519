/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.hardware.site;

import io.github.sparkmaven.hardware.DeclaredCluster;
import io.github.sparkmaven.hardware.DeclaredYarn;
import io.github.sparkmaven.hardware.NodeRange;
import io.github.sparkmaven.hardware.YarnScheduler;
import io.github.sparkmaven.problem.Problems;
import io.github.sparkmaven.unit.MemorySize;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * A declared cluster with its {@code yarn} part filled from the site's files.
 *
 * @param cluster the cluster; what the POM says wins
 * @param notes where POM and site differ, and what of the site was passed over
 */
public record SiteYarn(DeclaredCluster cluster, List<String> notes) {

  /** Copies the notes. */
  public SiteYarn {
    notes = List.copyOf(notes);
  }

  /**
   * Fills a cluster.
   *
   * @param problems gets what is wrong with a queue
   */
  public static SiteYarn fill(DeclaredCluster cluster, HadoopSite folder, Problems problems) {
    DeclaredYarn declared = cluster.yarn().orElse(DeclaredYarn.NOTHING);
    HadoopSite site =
        declared
            .queue()
            .map(queue -> folder.forQueue(queue, clusterMib(cluster, declared, folder), problems))
            .orElse(folder);
    SiteComparison comparison = new SiteComparison(figures(declared), site);
    List<String> notes = new ArrayList<>(comparison.differences());
    notes.addAll(site.notes());
    return new SiteYarn(
        cluster.withYarn(declared(comparison.merged(YarnFigures.NOTHING), declared.queue())),
        notes);
  }

  private static OptionalLong clusterMib(
      DeclaredCluster cluster, DeclaredYarn declared, HadoopSite site) {
    Optional<Long> nodeMib =
        declared.nodeMemory().or(() -> site.figures().nodeMemory()).map(MemorySize::mebibytes);
    int nodes =
        Stream.concat(Stream.of(cluster.machines()), cluster.nodeGroups().values().stream())
            .flatMap(machines -> machines.nodes().stream())
            .mapToInt(NodeRange::most)
            .sum();
    return nodeMib.isPresent() && nodes > 0
        ? OptionalLong.of(nodeMib.get() * nodes)
        : OptionalLong.empty();
  }

  private static YarnFigures figures(DeclaredYarn yarn) {
    return new YarnFigures(
        yarn.nodeMemory(),
        boxed(yarn.nodeVcores()),
        yarn.minimumAllocation(),
        yarn.incrementAllocation(),
        yarn.maximumAllocation(),
        boxed(yarn.minimumVcores()),
        boxed(yarn.maximumVcores()),
        yarn.scheduler(),
        yarn.calculator(),
        yarn.maximumAmShare().map(BigDecimal::doubleValue),
        yarn.queueShare().map(BigDecimal::doubleValue));
  }

  private static DeclaredYarn declared(YarnFigures figures, Optional<String> queue) {
    return new DeclaredYarn(
        figures.nodeMemory(),
        unboxed(figures.nodeVcores()),
        // The Fair Scheduler may have none; a container has at least 1 MiB all the same.
        figures.minimumAllocation().map(size -> atLeastOneMib(size, figures.scheduler())),
        figures.incrementAllocation(),
        figures.maximumAllocation(),
        // As with memory, the Fair Scheduler may have none.
        unboxed(figures.minimumVcores().map(vcores -> Math.max(1, vcores))),
        unboxed(figures.maximumVcores()),
        figures.resourceCalculator(),
        figures.scheduler(),
        figures.maximumAmShare().map(BigDecimal::valueOf),
        queue,
        figures.queueShare().map(BigDecimal::valueOf));
  }

  private static MemorySize atLeastOneMib(MemorySize size, Optional<YarnScheduler> scheduler) {
    boolean none = scheduler.filter(YarnScheduler.FAIR::equals).isPresent() && size.bytes() == 0;
    return none ? MemorySize.ofMebibytes(1) : size;
  }

  private static Optional<Integer> boxed(OptionalInt value) {
    return value.isPresent() ? Optional.of(value.getAsInt()) : Optional.empty();
  }

  private static OptionalInt unboxed(Optional<Integer> value) {
    return value.map(OptionalInt::of).orElseGet(OptionalInt::empty);
  }
}
