/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven.parameter;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The {@code submit} element. */
public final class SubmitParameter {
  /** How long the job may take, with its unit; no limit by default. */
  private @Nullable String timeout;

  /** Returns the declared time limit. */
  public Optional<String> timeout() {
    return Optional.ofNullable(timeout);
  }
}
