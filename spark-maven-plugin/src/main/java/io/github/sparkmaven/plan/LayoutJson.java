/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.plan;

import static io.github.sparkmaven.plan.PlanJson.ordered;

import io.github.sparkmaven.tuning.DriverLayout;
import io.github.sparkmaven.tuning.ExecutorSize;
import io.github.sparkmaven.tuning.GroupPlaces;
import io.github.sparkmaven.tuning.Layout;
import java.util.Map;

/** A layout of a plan.json: the chosen one, and with a reason an alternative. */
final class LayoutJson {
  private LayoutJson() {}

  static Map<String, Object> layout(Layout layout) {
    ExecutorSize size = layout.size();
    return ordered(
        "executorsPerNode",
        layout.executorsPerNode(),
        "requestedExecutors",
        layout.requestedExecutors(),
        "grantedExecutors",
        layout.grantedExecutors(),
        "leastExecutors",
        layout.leastExecutors(),
        "executorCores",
        size.cores(),
        "heapMiB",
        size.heapMib(),
        "overheadMiB",
        size.overheadMib(),
        "offHeapMiB",
        size.offHeapMib(),
        "pythonMiB",
        size.pythonMib(),
        "gpus",
        size.gpus(),
        "containerMiB",
        layout.containerMib(),
        "nodeGroups",
        layout.groups().stream().map(LayoutJson::group).toList(),
        "driver",
        driver(layout.driver()),
        "coresPlaced",
        layout.coresPlaced(),
        "coresOffered",
        layout.coresOffered(),
        "memoryPlacedMiB",
        layout.memoryPlacedMib(),
        "memoryOfferedMiB",
        layout.memoryOfferedMib());
  }

  private static Map<String, Object> group(GroupPlaces places) {
    return ordered("name", places.group().name(), "executorsPerNode", places.executorsPerNode());
  }

  private static Map<String, Object> driver(DriverLayout driver) {
    return ordered(
        "deployMode",
        driver.deployMode().label(),
        "cores",
        driver.cores(),
        "heapMiB",
        driver.heapMib(),
        "overheadMiB",
        driver.overheadMib(),
        "clusterMiB",
        driver.onCluster().memoryMib(),
        "clusterCores",
        driver.request().cores());
  }
}
