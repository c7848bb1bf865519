/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven.parameter;

import io.github.sparkmaven.hardware.DeclaredMachines;
import io.github.sparkmaven.hardware.NodeRange;
import org.jspecify.annotations.Nullable;

/**
 * A {@code cluster/nodeGroups/<name>} element: machines that are alike. What it leaves out, but for
 * the nodes, stands in {@code cluster}.
 */
public final class NodeGroupParameter {
  /** How many machines there are, or a range as in {@code 0..40}. */
  private @Nullable String nodes;

  /** Cores that one machine has. */
  private @Nullable String cores;

  /** Memory that one machine has, with its unit. */
  private @Nullable String memory;

  /** GPUs that one machine has. */
  private @Nullable String gpus;

  /** Whether the provider may take the machines back at any time; false by default. */
  private @Nullable String spot;

  DeclaredMachines toModel(ParameterReader reader) {
    return new DeclaredMachines(
        reader.value("nodes", nodes, NodeRange::parse),
        reader.integer("cores", cores),
        reader.memory("memory", memory),
        reader.integer("gpus", gpus),
        reader.flag("spot", spot, false));
  }
}
