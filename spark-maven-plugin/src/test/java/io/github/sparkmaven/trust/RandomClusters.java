/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.trust;

import io.github.sparkmaven.hardware.ClusterExample;

/** Draws declared clusters of every manager. */
record RandomClusters(Draw draw) {

  ClusterExample next() {
    String manager = draw.one("local", "standalone", "yarn", "yarn", "yarn", "kubernetes");
    ClusterExample cluster = ClusterExample.ofManager(manager);
    if (manager.equals("local")) {
      return reserves(disks(local(cluster)));
    }
    cluster = cluster.with("deployMode", draw.one("client", "cluster"));
    cluster = disks(reserves(machines(cluster)));
    return switch (manager) {
      case "standalone" -> standalone(cluster.with("master", "spark://master-1:7077"));
      case "yarn" -> yarn(cluster);
      default -> kubernetes(cluster.with("master", "k8s://https://10.0.0.1:6443"));
    };
  }

  private ClusterExample local(ClusterExample cluster) {
    return switch (draw.between(0, 3)) {
      case 0 -> cluster.with("cores", "" + draw.between(1, 64)).with("memory", mebibytes(2, 400));
      case 1 -> cluster.with("master", "local[" + draw.between(1, 12) + "]");
      case 2 -> cluster.with("memory", draw.between(2, 256) + "g");
      default -> cluster;
    };
  }

  private ClusterExample machines(ClusterExample cluster) {
    if (!draw.once(3)) {
      int cores = draw.between(1, draw.once(4) ? 128 : 32);
      ClusterExample alike =
          cluster
              .with("nodes", range(1))
              .with("cores", "" + cores)
              .with("memory", memory(cores))
              .with("spot", "" + draw.once(5));
      return draw.once(5) ? alike.with("gpus", draw.one("1", "2", "4", "8")) : alike;
    }
    int groups = draw.between(2, 4);
    boolean gpus = draw.once(3);
    ClusterExample mixed = cluster;
    for (int i = 0; i < groups; i++) {
      int cores = draw.between(1, 64);
      String name = draw.one("big", "small", "m5-2xlarge", "pool.") + i;
      mixed = mixed.withGroup(name, range(i == 0 ? 1 : 0), cores, memory(cores));
      mixed = mixed.with("nodeGroups/" + name + "/spot", "" + draw.once(3));
      if (gpus) {
        mixed = mixed.with("nodeGroups/" + name + "/gpus", draw.one("0", "2", "2", "4"));
      }
    }
    return mixed;
  }

  private String range(int least) {
    int most = draw.once(4) ? draw.between(1, 600) : draw.between(1, 40);
    return draw.once(4) ? draw.between(least, most) + ".." + most : "" + most;
  }

  private String memory(int cores) {
    return draw.once(2)
        ? cores * draw.between(1, 12) + 1 + "g"
        : cores * draw.between(900, 9000) + 2048 + "m";
  }

  private String mebibytes(int lowGib, int highGib) {
    return draw.between(lowGib * 1024, highGib * 1024) + "m";
  }

  private ClusterExample reserves(ClusterExample cluster) {
    ClusterExample less = cluster;
    if (draw.once(8)) {
      less = less.with("reservedCores", draw.one("0", "1", "2"));
    }
    return draw.once(8) ? less.with("reservedMemory", draw.one("512m", "1g", "3g", "777m")) : less;
  }

  private ClusterExample disks(ClusterExample cluster) {
    return draw.once(6)
        ? cluster.with("disks", draw.one("2", "/data", "/mnt/1,/mnt/2", "/a,/b,/c"))
        : cluster;
  }

  private ClusterExample standalone(ClusterExample cluster) {
    return draw.once(6) && cluster.values().containsKey("memory")
        ? cluster
            .with("standalone/workerCores", cluster.values().get("cores"))
            .with("standalone/workerMemory", cluster.values().get("memory"))
        : cluster;
  }

  private ClusterExample yarn(ClusterExample cluster) {
    ClusterExample yarn =
        cluster
            .with("yarn/scheduler", draw.one("capacity", "capacity", "fair"))
            .with("yarn/resourceCalculator", draw.one("default", "dominant"));
    yarn = maybe(yarn, 2, "yarn/minimumAllocation", "128m", "256m", "1000m", "1g", "2g");
    boolean fair = yarn.values().get("yarn/scheduler").equals("fair");
    yarn = fair ? maybe(yarn, 2, "yarn/incrementAllocation", "128m", "500m", "512m", "1g") : yarn;
    yarn = maybe(yarn, 4, "yarn/maximumAllocation", "8g", "20000m", "64g");
    yarn = maybe(yarn, 4, "yarn/minimumVcores", "1", "2", "3");
    yarn = maybe(yarn, 5, "yarn/maximumVcores", "4", "8", "32");
    yarn = maybe(yarn, 3, "yarn/queue", "etl", "root.team-7");
    yarn = maybe(yarn, 3, "yarn/queueShare", "0.5", "0.3", "0.07", "0.7", "0.95", "0.333");
    yarn = maybe(yarn, 3, "yarn/maximumAmShare", "0.05", "0.1", "0.5", "1");
    if (draw.once(5) && cluster.values().containsKey("memory")) {
      int vcores = Math.max(1, Integer.parseInt(cluster.values().get("cores")) - 1);
      yarn = yarn.with("yarn/nodeVcores", "" + vcores);
      yarn = yarn.with("yarn/nodeMemory", cluster.values().get("memory"));
    }
    return yarn;
  }

  private ClusterExample kubernetes(ClusterExample cluster) {
    ClusterExample pods = maybe(cluster, 2, "kubernetes/image", "registry.example/spark:3.5.5");
    pods = maybe(pods, 3, "kubernetes/namespace", "team-7");
    pods = maybe(pods, 3, "kubernetes/daemonSetCores", "100m", "1", "333m");
    pods = maybe(pods, 3, "kubernetes/daemonSetMemory", "100m", "1g", "777m");
    return pods;
  }

  private ClusterExample maybe(ClusterExample cluster, int in, String name, String... values) {
    return draw.once(in) ? cluster.with(name, draw.one(values)) : cluster;
  }
}
