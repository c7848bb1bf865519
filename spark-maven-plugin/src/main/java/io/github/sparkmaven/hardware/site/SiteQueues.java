/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.hardware.site;

import io.github.sparkmaven.problem.Problems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.w3c.dom.Element;

/** Finds a queue of a site by its name, whichever scheduler runs. */
final class SiteQueues {
  private static final String WHERE = "cluster/yarn/queue";

  private final Path folder;
  private final HadoopProperties properties;
  private final Optional<FairFile> fair;
  private final boolean isFair;

  /**
   * Keeps what queues are read from.
   *
   * @param isFair whether the Fair Scheduler runs
   * @param fair its allocation file, where it was found and read
   */
  SiteQueues(Path folder, HadoopProperties properties, boolean isFair, Optional<FairFile> fair) {
    this.folder = folder;
    this.properties = properties;
    this.isFair = isFair;
    this.fair = fair;
  }

  Optional<QueueLimits> limits(String name, OptionalLong clusterMib, Problems problems) {
    SiteReader reader = new SiteReader(folder, properties, problems);
    Optional<Long> memory =
        clusterMib.isPresent() ? Optional.of(clusterMib.getAsLong()) : Optional.empty();
    if (!isFair) {
      CapacityQueues queues = new CapacityQueues(reader, memory);
      return find(name, queues.leaves(), problems).map(queues::limits);
    }
    return fair.flatMap(
        file -> {
          FairQueues queues = new FairQueues(file.name(), file.allocations(), reader, memory);
          return fair(name, queues, problems);
        });
  }

  private static Optional<QueueLimits> fair(String name, FairQueues queues, Problems problems) {
    boolean declared = queues.leaves().stream().anyMatch(leaf -> matches(name, leaf));
    if (declared) {
      return find(name, queues.leaves(), problems).map(queues::limits);
    }
    // yarn.scheduler.fair.allow-undeclared-pools is true by default: the queue is made when named.
    QueueLimits limits = queues.limits(name.startsWith("root.") ? name : "root." + name);
    List<String> notes = new ArrayList<>(limits.notes());
    notes.add(limits.path() + " is not in the allocation file: its defaults are taken");
    return Optional.of(
        new QueueLimits(
            limits.path(),
            limits.capacity(),
            limits.maximumCapacity(),
            limits.usableShare(),
            limits.userLimitFactor(),
            limits.minimumUserLimitPercent(),
            limits.maximumAmShare(),
            limits.maximumMemory(),
            limits.maximumVcores(),
            limits.sources(),
            notes));
  }

  private static Optional<String> find(String name, List<String> leaves, Problems problems) {
    List<String> found = leaves.stream().filter(leaf -> matches(name, leaf)).toList();
    if (found.size() == 1) {
      return Optional.of(found.get(0));
    }
    if (leaves.isEmpty()) {
      problems.add(
          WHERE,
          "'" + name + "' cannot be looked up, because the site's files name no queues",
          "Add capacity-scheduler.xml to cluster/hadoopConfDir, or declare cluster/yarn/queueShare");
    } else {
      problems.add(
          WHERE,
          found.isEmpty()
              ? "'" + name + "' is no leaf queue of the site"
              : "'" + name + "' is the name of several queues",
          "Give one of " + String.join(", ", found.isEmpty() ? leaves : found));
    }
    return Optional.empty();
  }

  private static boolean matches(String name, String leaf) {
    return leaf.equals(name) || leaf.endsWith("." + name);
  }

  /**
   * The Fair Scheduler's allocation file.
   *
   * @param name the file's name
   * @param allocations its root element
   */
  record FairFile(String name, Element allocations) {}
}
