/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.yarn;

import java.util.List;

/**
 * One job on one otherwise empty cluster.
 *
 * @param incrementMib the Fair Scheduler's increment; the Capacity Scheduler uses the minimum
 * @param queueShare the capacity of the job's own queue, from 0 to 1; 1 is the only queue
 * @param queueMaximumShare the queue's maximum capacity, at least its share; the Fair Scheduler has
 *     only this one
 * @param maximumAmShare the part of the queue that application masters may take
 * @param executors how many containers the job asks for
 */
record SchedulerCase(
    Scheduler scheduler,
    Calculator calculator,
    int minimumMib,
    int incrementMib,
    int maximumMib,
    int minimumVcores,
    int maximumVcores,
    double queueShare,
    double queueMaximumShare,
    double maximumAmShare,
    List<Node> nodes,
    Ask am,
    int executors,
    Ask executor) {
  SchedulerCase {
    nodes = List.copyOf(nodes);
    if (queueShare <= 0 || queueShare > queueMaximumShare || queueMaximumShare > 1) {
      throw new IllegalArgumentException(
          "A queue's share of " + queueShare + " to " + queueMaximumShare);
    }
  }

  long clusterMib() {
    return nodes.stream().mapToLong(Node::memoryMib).sum();
  }

  long clusterVcores() {
    return nodes.stream().mapToLong(Node::vcores).sum();
  }
}
