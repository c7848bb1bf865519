/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.tuning;

import java.util.OptionalInt;

/**
 * How GPUs are shared out.
 *
 * @param perExecutor GPUs of an executor; 0 leaves them unused
 * @param tasksPerGpu tasks that share one GPU
 */
public record GpuPins(OptionalInt perExecutor, OptionalInt tasksPerGpu) {
  /** Nothing is pinned. */
  public static final GpuPins NONE = new GpuPins(OptionalInt.empty(), OptionalInt.empty());
}
