/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.hardware.site;

import io.github.sparkmaven.unit.MemorySize;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one queue may take of the cluster. Shares run from 0 to 1 of the whole cluster.
 *
 * @param path the queue's full name, {@code root.a.b}
 * @param capacity the share that is the queue's own; the Fair Scheduler has none
 * @param maximumCapacity the share that the queue can grow to
 * @param usableShare the share that a single user of the queue can reach
 * @param userLimitFactor how often over one user may take the queue's capacity; -1 is without limit
 * @param minimumUserLimitPercent the part of the queue, in percent, below which no user is pressed
 *     while many share it; it does not limit a single user
 * @param maximumAmShare the share of the queue that application masters may take
 * @param maximumMemory the memory that the queue can grow to, where it is given in bytes
 * @param maximumVcores the vcores that the queue can grow to, where they are given
 * @param sources where the figures stand, by component
 * @param notes what could not be turned into a share, and what was assumed
 */
public record QueueLimits(
    String path,
    Optional<Double> capacity,
    Optional<Double> maximumCapacity,
    Optional<Double> usableShare,
    Optional<Double> userLimitFactor,
    Optional<Double> minimumUserLimitPercent,
    Optional<Double> maximumAmShare,
    Optional<MemorySize> maximumMemory,
    Optional<Integer> maximumVcores,
    Map<String, Source> sources,
    List<String> notes) {

  /** Copies the collections. */
  public QueueLimits {
    sources = Map.copyOf(sources);
    notes = List.copyOf(notes);
  }
}
