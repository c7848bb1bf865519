/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.hardware;

import io.github.sparkmaven.unit.MemorySize;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The {@code cluster/standalone} part of a declaration.
 *
 * @param workerCores cores that a worker offers
 * @param workerMemory memory that a worker offers
 */
public record DeclaredStandalone(OptionalInt workerCores, Optional<MemorySize> workerMemory) {
  /** A part of which nothing was declared. */
  public static final DeclaredStandalone NOTHING =
      new DeclaredStandalone(OptionalInt.empty(), Optional.empty());
}
