/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven.parameter;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The {@code explain} element. */
public final class ExplainParameter {
  /** The one key to explain, with its whole history; by default every key that is set. */
  private @Nullable String key;

  /**
   * What to compare with: an environment, a properties file, an event log or the address of a
   * running application; nothing by default.
   */
  private @Nullable String diff;

  /** Whether the explanation is written as JSON too; false by default. */
  private @Nullable String json;

  /** Returns the key. */
  public Optional<String> key() {
    return Optional.ofNullable(key);
  }

  /** Returns what to compare with. */
  public Optional<String> diff() {
    return Optional.ofNullable(diff);
  }

  /** Returns whether JSON is wanted, as it was written. */
  public Optional<String> json() {
    return Optional.ofNullable(json);
  }
}
