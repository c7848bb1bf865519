/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven.parameter;

import io.github.sparkmaven.hardware.DeclaredCluster;
import io.github.sparkmaven.hardware.DeployMode;
import io.github.sparkmaven.hardware.Manager;
import io.github.sparkmaven.problem.Problems;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The {@code cluster} element: what hardware there is. Texts, so that a wrong one is told of in the
 * plugin's own words.
 */
public final class ClusterParameter {
  /**
   * {@code local}, {@code standalone} or {@code yarn}; by default what the master's URL says, else
   * local.
   */
  private @Nullable String manager;

  /** The master URL. */
  private @Nullable String master;

  /** {@code client} (the default) or {@code cluster}. */
  private @Nullable String deployMode;

  /** How many machines run executors. */
  private @Nullable String nodes;

  /** Cores that one machine has. */
  private @Nullable String cores;

  /** Memory that one machine has, with its unit. */
  private @Nullable String memory;

  /** Cores kept for the operating system and daemons. */
  private @Nullable String reservedCores;

  /** Memory kept for the operating system and daemons, with its unit. */
  private @Nullable String reservedMemory;

  /** What YARN makes of the machines. */
  private @Nullable YarnParameter yarn;

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
    merged.nodes = Merge.first(nodes, base.nodes);
    merged.cores = Merge.first(cores, base.cores);
    merged.memory = Merge.first(memory, base.memory);
    merged.reservedCores = Merge.first(reservedCores, base.reservedCores);
    merged.reservedMemory = Merge.first(reservedMemory, base.reservedMemory);
    merged.yarn = yarn == null ? base.yarn : yarn.over(base.yarn);
    merged.standalone = standalone == null ? base.standalone : standalone.over(base.standalone);
    return merged;
  }

  /** Returns the declared cluster; what cannot be read goes to {@code problems}. */
  public DeclaredCluster toModel(Problems problems) {
    ParameterReader reader = new ParameterReader("cluster", problems);
    return new DeclaredCluster(
        reader.choice("manager", manager, Manager.class),
        Optional.ofNullable(master),
        reader.choice("deployMode", deployMode, DeployMode.class),
        reader.integer("nodes", nodes),
        reader.integer("cores", cores),
        reader.memory("memory", memory),
        reader.integer("reservedCores", reservedCores),
        reader.memory("reservedMemory", reservedMemory),
        Optional.ofNullable(yarn).map(part -> part.toModel(problems)),
        Optional.ofNullable(standalone).map(part -> part.toModel(problems)));
  }
}
