/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven.parameter;

import io.github.sparkmaven.hardware.DeclaredStandalone;
import io.github.sparkmaven.problem.Problems;
import org.jspecify.annotations.Nullable;

/** The {@code cluster/standalone} element. */
public final class StandaloneParameter {
  /** Cores that a worker offers; by default all of the machine's. */
  private @Nullable String workerCores;

  /** Memory that a worker offers, with its unit; by default the machine's less 1 GiB. */
  private @Nullable String workerMemory;

  StandaloneParameter over(@Nullable StandaloneParameter base) {
    if (base == null) {
      return this;
    }
    StandaloneParameter merged = new StandaloneParameter();
    merged.workerCores = Merge.first(workerCores, base.workerCores);
    merged.workerMemory = Merge.first(workerMemory, base.workerMemory);
    return merged;
  }

  DeclaredStandalone toModel(Problems problems) {
    ParameterReader reader = new ParameterReader("cluster/standalone", problems);
    return new DeclaredStandalone(
        reader.integer("workerCores", workerCores), reader.memory("workerMemory", workerMemory));
  }
}
