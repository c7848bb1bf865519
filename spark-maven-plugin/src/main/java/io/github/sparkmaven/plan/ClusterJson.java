/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.plan;

import static io.github.sparkmaven.plan.PlanJson.ordered;

import io.github.sparkmaven.hardware.Cluster;
import io.github.sparkmaven.hardware.NodeGroup;
import io.github.sparkmaven.hardware.YarnRules;
import java.util.Map;

/** The {@code cluster} of a plan.json. */
final class ClusterJson {
  private ClusterJson() {}

  static Map<String, Object> cluster(Cluster cluster) {
    Map<String, Object> json =
        ordered(
            "manager",
            cluster.manager().label(),
            "deployMode",
            cluster.deployMode().label(),
            "nodes",
            cluster.nodes(),
            "coresOffered",
            cluster.coresOffered(),
            "memoryOfferedMiB",
            cluster.memoryOfferedMib(),
            "nodeGroups",
            cluster.groups().stream().map(ClusterJson::group).toList());
    cluster.master().ifPresent(master -> json.put("master", master));
    if (cluster.disks().count() > 0) {
      json.put("disks", cluster.disks().count());
    }
    if (cluster.rules() instanceof YarnRules yarn) {
      json.put("yarn", yarn(yarn));
    }
    return json;
  }

  private static Map<String, Object> group(NodeGroup group) {
    return ordered(
        "name",
        group.name(),
        "leastNodes",
        group.range().least(),
        "nodes",
        group.nodes(),
        "machineCores",
        group.machineCores(),
        "coresOfferedPerNode",
        group.cores(),
        "memoryOfferedPerNodeMiB",
        group.memoryMib(),
        "gpusPerNode",
        group.gpus(),
        "spot",
        group.spot(),
        "offer",
        group.offer());
  }

  private static Map<String, Object> yarn(YarnRules yarn) {
    Map<String, Object> json =
        ordered(
            "scheduler",
            yarn.scheduler().label(),
            "resourceCalculator",
            yarn.calculator().label(),
            "minimumAllocationMiB",
            yarn.bounds().minimumMib(),
            "incrementAllocationMiB",
            yarn.bounds().incrementMib(),
            "maximumAllocationMiB",
            yarn.bounds().maximumMib(),
            "minimumVcores",
            yarn.bounds().minimumVcores(),
            "maximumVcores",
            yarn.bounds().maximumVcores(),
            "queueShare",
            yarn.queue().share(),
            "maximumAmShare",
            yarn.queue().maximumAmShare());
    yarn.queue().name().ifPresent(name -> json.put("queue", name));
    return json;
  }
}
