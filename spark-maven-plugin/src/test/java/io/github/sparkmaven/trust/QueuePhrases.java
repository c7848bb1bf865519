/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.trust;

import io.github.sparkmaven.trust.ClusterLaw.Place;
import java.math.BigDecimal;
import java.util.List;

/** The phrases in which a queue's figures stand in the reason of the executors' number. */
record QueuePhrases(PlanFile plan, ClusterLaw cluster, ExecutorLaw.Executor executor) {

  List<Phrase> all() {
    if (!cluster.isYarn()) {
      return List.of();
    }
    BigDecimal share = plan.decimal("cluster/yarn/queueShare").orElseThrow();
    BigDecimal single =
        new BigDecimal(
            cluster.yarn().isFair()
                ? share.doubleValue()
                : share.movePointRight(2).floatValue() / 100f);
    Place driver = cluster.driver();
    Place each = cluster.place(executor);
    return List.of(
        Phrase.of(
            "the queue's #; less", byVcores(each) ? cluster.queueVcores() : cluster.queueMib()),
        Phrase.of("the queue's #; /", byVcores(each) ? cluster.queueVcores() : cluster.queueMib()),
        Phrase.of("the queue's # x # MiB of the cluster", share, cluster.memory()),
        Phrase.of("the queue's # x # vcores of the cluster", share, cluster.cores()),
        Phrase.of("the queue's #, to YARN # x # MiB", share, single, cluster.memory()),
        Phrase.of("the queue's #, to YARN # x # vcores", share, single, cluster.cores()),
        Phrase.of("the cluster's # MiB / # of", cluster.memory(), cluster.yarn().minimumMib()),
        Phrase.of("the cluster's # vcores / # of", cluster.cores(), cluster.yarn().minimumVcores()),
        Phrase.of("less # of the driver", byVcores(each) ? driver.cores() : driver.mib()),
        Phrase.of(
            "less # of the application master", byVcores(each) ? driver.cores() : driver.mib()),
        Phrase.of("/ # MiB an executor", each.mib()),
        Phrase.of("/ # vcores an executor", each.cores()));
  }

  /** Says which of its resources the queue runs out of first. */
  private boolean byVcores(Place each) {
    Place driver = cluster.driver();
    return each.cores() > 0
        && (cluster.queueVcores() - driver.cores()) / each.cores()
            < (cluster.queueMib() - driver.mib()) / each.mib();
  }
}
