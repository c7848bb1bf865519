/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.trust;

import io.github.sparkmaven.trust.ExecutorLaw.Executor;
import java.util.Optional;

/**
 * How many executors are asked for: what is pinned, else what is meant for the nodes and granted.
 *
 * @param obeysPins whether the pins of executors hold
 */
record Asked(PlanFile plan, ClusterLaw cluster, boolean obeysPins) {

  long of(Executor executor) {
    Optional<Long> cores = pinned("coresMax").map(most -> most / executor.cores());
    Optional<Long> perNode =
        pinned("executorsPerNode").map(number -> number * plan.figure("cluster/nodes"));
    return pinned("executorInstances")
        .or(() -> cores)
        .or(() -> perNode)
        .orElseGet(() -> cluster.granted(executor, cluster.meant(executor)));
  }

  Optional<Long> pinned(String name) {
    return plan.whole("workload/" + name).filter(pinned -> obeysPins);
  }
}
