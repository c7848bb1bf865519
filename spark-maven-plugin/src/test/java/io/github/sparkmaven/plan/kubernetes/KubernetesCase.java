/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.plan.kubernetes;

import io.github.sparkmaven.conf.Layer;
import io.github.sparkmaven.conf.LayeredConf;
import io.github.sparkmaven.hardware.ClusterExample;
import io.github.sparkmaven.plan.Plan;
import io.github.sparkmaven.plan.PlanExample;
import io.github.sparkmaven.plan.kubernetes.PodFit.Nodes;
import io.github.sparkmaven.tuning.Language;
import io.github.sparkmaven.tuning.WorkloadExample;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A cluster of pods as a user declares it, and a job to plan for it.
 *
 * @param groups the machines
 * @param daemonSets what the pods that every node has request
 * @param cluster whether the driver is a pod
 * @param language what the job runs in
 * @param pins the Spark keys that the POM sets
 */
record KubernetesCase(
    List<Group> groups,
    DaemonSets daemonSets,
    boolean cluster,
    Language language,
    Map<String, String> pins) {

  /** Machines that are alike. */
  record Group(int least, int most, int cores, long mib, int gpus, boolean spot) {}

  /** What daemonsets request on each node. */
  record DaemonSets(int millicores, int mib) {}

  /** Returns the nodes at the upper end, as the rule that GKE publishes leaves them. */
  List<Nodes> nodes() {
    return groups.stream().map(group -> nodes(group, group.most())).toList();
  }

  /** Returns the nodes at the lower end. */
  List<Nodes> leastNodes() {
    return groups.stream().map(group -> nodes(group, group.least())).toList();
  }

  private Nodes nodes(Group group, int count) {
    return new Nodes(
        count,
        (long) Math.floor(group.cores() * 1000 - reservedMillicores(group.cores()))
            - daemonSets.millicores(),
        (long) Math.floor(group.mib() - reservedMib(group.mib()) - 100) - daemonSets.mib(),
        group.gpus(),
        group.spot());
  }

  /** https://cloud.google.com/kubernetes-engine/docs/concepts/plan-node-sizes. */
  private static double reservedMillicores(int cores) {
    double[] first = {60, 10, 5, 5};
    double reserved = 0;
    for (int core = 0; core < cores; core++) {
      reserved += core < first.length ? first[core] : 2.5;
    }
    return reserved;
  }

  private static double reservedMib(long mib) {
    double reserved = 0;
    double below = 0;
    double[][] bands = {{4096, 0.25}, {8192, 0.2}, {16_384, 0.1}, {131_072, 0.06}, {1e12, 0.02}};
    for (double[] band : bands) {
      reserved += Math.max(0, Math.min((double) mib, band[0]) - below) * band[1];
      below = band[0];
    }
    return reserved;
  }

  Plan plan() {
    ClusterExample declared =
        ClusterExample.ofManager("kubernetes")
            .with("deployMode", cluster ? "cluster" : "client")
            .with("kubernetes/daemonSetCores", daemonSets.millicores() + "m")
            .with("kubernetes/daemonSetMemory", daemonSets.mib() + "m");
    for (int i = 0; i < groups.size(); i++) {
      Group group = groups.get(i);
      String prefix = "nodeGroups/g" + i + "/";
      declared =
          declared
              .withGroup(
                  "g" + i, group.least() + ".." + group.most(), group.cores(), group.mib() + "m")
              .with(prefix + "gpus", "" + group.gpus())
              .with(prefix + "spot", "" + group.spot());
    }
    LayeredConf conf = LayeredConf.empty().with(Layer.PLUGIN, pins, "conf");
    return new PlanExample(
            declared, new WorkloadExample(language, Map.of()), conf, Path.of("/plan"))
        .plan();
  }
}
