/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven.parameter;

import io.github.sparkmaven.hardware.DeclaredCluster;
import io.github.sparkmaven.hardware.DeclaredMachines;
import io.github.sparkmaven.hardware.DeployMode;
import io.github.sparkmaven.hardware.Disks;
import io.github.sparkmaven.hardware.Manager;
import io.github.sparkmaven.hardware.NodeRange;
import io.github.sparkmaven.problem.Problems;
import java.io.File;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The {@code cluster} element: what hardware there is. Texts, so that a wrong one is told of in the
 * plugin's own words.
 */
public final class ClusterParameter {
  /**
   * {@code local}, {@code standalone}, {@code yarn} or {@code kubernetes}; by default what the
   * master's URL says, else local.
   */
  private @Nullable String manager;

  /** The master URL. */
  private @Nullable String master;

  /** {@code client} (the default) or {@code cluster}. */
  private @Nullable String deployMode;

  /** How many machines run executors, or a range as in {@code 2..40} for a cluster that scales. */
  private @Nullable String nodes;

  /** Cores that one machine has. */
  private @Nullable String cores;

  /** Memory that one machine has, with its unit. */
  private @Nullable String memory;

  /** GPUs that one machine has; none by default. */
  private @Nullable String gpus;

  /** How many local disks one machine has, or their mount points separated by commas. */
  private @Nullable String disks;

  /** Groups of machines that differ, by name. */
  private @Nullable Map<String, NodeGroupParameter> nodeGroups;

  /**
   * The folder with the site's {@code yarn-site.xml} and {@code capacity-scheduler.xml} or {@code
   * fair-scheduler.xml}: what they say is taken where {@code yarn} leaves it out, and held against
   * it where it does not.
   */
  private @Nullable File hadoopConfDir;

  /** Cores kept for the operating system and daemons. */
  private @Nullable String reservedCores;

  /** Memory kept for the operating system and daemons, with its unit. */
  private @Nullable String reservedMemory;

  /** What YARN makes of the machines. */
  private @Nullable YarnParameter yarn;

  /** What Kubernetes makes of the machines. */
  private @Nullable KubernetesParameter kubernetes;

  /** What Spark's own workers make of the machines. */
  private @Nullable StandaloneParameter standalone;

  /**
   * Returns this element with what it leaves out taken from another; nothing is taken when the
   * managers differ.
   *
   * @param base what stands outside of the environment
   */
  public ClusterParameter over(@Nullable ClusterParameter base) {
    if (base == null || (manager != null && !manager.equals(base.manager))) {
      return this;
    }
    ClusterParameter merged = new ClusterParameter();
    merged.manager = Merge.first(manager, base.manager);
    merged.master = Merge.first(master, base.master);
    merged.deployMode = Merge.first(deployMode, base.deployMode);
    // Either side's way to say how many machines there are replaces the other.
    merged.nodes = nodeGroups == null ? Merge.first(nodes, base.nodes) : nodes;
    merged.cores = Merge.first(cores, base.cores);
    merged.memory = Merge.first(memory, base.memory);
    merged.gpus = Merge.first(gpus, base.gpus);
    merged.disks = Merge.first(disks, base.disks);
    merged.nodeGroups = nodes == null ? Merge.first(nodeGroups, base.nodeGroups) : nodeGroups;
    merged.hadoopConfDir = Merge.first(hadoopConfDir, base.hadoopConfDir);
    merged.reservedCores = Merge.first(reservedCores, base.reservedCores);
    merged.reservedMemory = Merge.first(reservedMemory, base.reservedMemory);
    merged.yarn = yarn == null ? base.yarn : yarn.over(base.yarn);
    merged.kubernetes = kubernetes == null ? base.kubernetes : kubernetes.over(base.kubernetes);
    merged.standalone = standalone == null ? base.standalone : standalone.over(base.standalone);
    return merged;
  }

  /** Returns the folder of the site's Hadoop configuration, where one is given. */
  public Optional<Path> hadoopConfDir() {
    return Optional.ofNullable(hadoopConfDir).map(File::toPath);
  }

  /** Returns the declared cluster; what cannot be read goes to {@code problems}. */
  public DeclaredCluster toModel(Problems problems) {
    ParameterReader reader = new ParameterReader("cluster", problems);
    return new DeclaredCluster(
        reader.choice("manager", manager, Manager.class),
        Optional.ofNullable(master),
        reader.choice("deployMode", deployMode, DeployMode.class),
        new DeclaredMachines(
            reader.value("nodes", nodes, NodeRange::parse),
            reader.integer("cores", cores),
            reader.memory("memory", memory),
            reader.integer("gpus", gpus),
            false),
        groups(problems),
        reader.value("disks", disks, Disks::parse),
        new DeclaredCluster.Reserved(
            reader.integer("reservedCores", reservedCores),
            reader.memory("reservedMemory", reservedMemory)),
        Optional.ofNullable(yarn).map(part -> part.toModel(problems)),
        Optional.ofNullable(kubernetes).map(part -> part.toModel(problems)),
        Optional.ofNullable(standalone).map(part -> part.toModel(problems)));
  }

  private Map<String, DeclaredMachines> groups(Problems problems) {
    Map<String, DeclaredMachines> groups = new TreeMap<>();
    if (nodeGroups != null) {
      nodeGroups.forEach(
          (name, group) ->
              groups.put(
                  name,
                  // An element without content reaches us as null.
                  Optional.ofNullable(group)
                      .orElseGet(NodeGroupParameter::new)
                      .toModel(new ParameterReader("cluster/nodeGroups/" + name, problems))));
    }
    return groups;
  }
}
