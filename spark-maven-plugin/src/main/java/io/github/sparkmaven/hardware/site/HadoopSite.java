/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.hardware.site;

import io.github.sparkmaven.problem.Problems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * What a site's Hadoop configuration folder ({@code cluster/hadoopConfDir}) says of its YARN
 * cluster.
 *
 * <p>Hadoop's own defaults are not filled in: what no file states is empty.
 *
 * @param figures the figures that the files state
 * @param sources where each figure stands, by its name in {@link YarnFigures}
 * @param notes what was passed over, and what was assumed
 * @param queues the queues of the scheduler
 */
public record HadoopSite(
    YarnFigures figures, Map<String, Source> sources, List<String> notes, SiteQueues queues) {

  /** Copies the collections. */
  public HadoopSite {
    sources = Map.copyOf(sources);
    notes = List.copyOf(notes);
  }

  /** Reads a folder, with this process's environment for {@code ${env.NAME}}. */
  public static HadoopSite read(Path folder, Problems problems) {
    return read(folder, name -> Optional.ofNullable(System.getenv(name)), problems);
  }

  /**
   * Reads a folder.
   *
   * @param environment resolves {@code ${env.NAME}}
   * @param problems gets every fault of the files
   */
  public static HadoopSite read(
      Path folder, Function<String, Optional<String>> environment, Problems problems) {
    return new SiteFolder(folder, environment, problems).read();
  }

  /** Returns where a figure stands, by its name in {@link YarnFigures}. */
  public Optional<Source> source(String figure) {
    return Optional.ofNullable(sources.get(figure));
  }

  /**
   * Returns what a queue may take; or nothing and a problem, or nothing where the Fair Scheduler's
   * allocation file is not at hand, which the notes tell.
   *
   * @param name the leaf's own name or its full one, {@code root.a.b}
   * @param clusterMib the memory that all nodes hand out, with which amounts become shares
   */
  public Optional<QueueLimits> queue(String name, OptionalLong clusterMib, Problems problems) {
    return queues.limits(name, clusterMib, problems);
  }

  /** Returns this site as a user of a queue sees it: with the queue's shares and its notes. */
  public HadoopSite forQueue(String name, OptionalLong clusterMib, Problems problems) {
    return queue(name, clusterMib, problems).map(this::with).orElse(this);
  }

  private HadoopSite with(QueueLimits queue) {
    YarnFigures nothing = YarnFigures.NOTHING;
    YarnFigures shares =
        new YarnFigures(
            nothing.nodeMemory(),
            nothing.nodeVcores(),
            nothing.minimumAllocation(),
            nothing.incrementAllocation(),
            nothing.maximumAllocation(),
            nothing.minimumVcores(),
            nothing.maximumVcores(),
            nothing.scheduler(),
            nothing.resourceCalculator(),
            queue.maximumAmShare(),
            queue.usableShare());
    Map<String, Source> all = new LinkedHashMap<>(sources);
    Optional.ofNullable(queue.sources().get("maximumAmShare"))
        .ifPresent(source -> all.put("maximumAmShare", source));
    Optional.ofNullable(queue.sources().get("capacity"))
        .or(() -> Optional.ofNullable(queue.sources().get("maximumCapacity")))
        .ifPresent(source -> all.put("queueShare", source));
    List<String> told = new ArrayList<>(notes);
    told.addAll(queue.notes());
    return new HadoopSite(shares.or(figures), all, told, queues);
  }
}
