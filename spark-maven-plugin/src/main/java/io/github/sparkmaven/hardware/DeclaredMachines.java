/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.hardware;

import io.github.sparkmaven.unit.MemorySize;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Machines that are alike, as far as the user declared them.
 *
 * @param nodes how many there are
 * @param cores cores that one has
 * @param memory memory that one has
 * @param gpus GPUs that one has
 * @param spot whether the provider may take them back
 */
public record DeclaredMachines(
    Optional<NodeRange> nodes,
    OptionalInt cores,
    Optional<MemorySize> memory,
    OptionalInt gpus,
    boolean spot) {

  /** Machines of which nothing was declared. */
  public static final DeclaredMachines NOTHING =
      new DeclaredMachines(
          Optional.empty(), OptionalInt.empty(), Optional.empty(), OptionalInt.empty(), false);

  /** Returns these machines with what they leave out taken from others, but for their number. */
  DeclaredMachines over(DeclaredMachines base) {
    return new DeclaredMachines(
        nodes,
        cores.isPresent() ? cores : base.cores,
        memory.or(base::memory),
        gpus.isPresent() ? gpus : base.gpus,
        spot);
  }
}
