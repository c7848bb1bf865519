/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven.parameter;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The {@code prepareTests} element. */
public final class PrepareTestsParameter {
  /** The property that hands the options over; {@code argLine} by default. */
  private @Nullable String propertyName;

  /** Whether the JVMs get options that make them start fast; true by default. */
  private @Nullable String fastStart;

  /** Whether the JVMs get system properties for Spark in local mode; true by default. */
  private @Nullable String localMode;

  /** Returns the name of the property. */
  public Optional<String> propertyName() {
    return Optional.ofNullable(propertyName);
  }

  /** Returns whether the JVMs are to start fast, as it was written. */
  public Optional<String> fastStart() {
    return Optional.ofNullable(fastStart);
  }

  /** Returns whether Spark's local mode is wanted, as it was written. */
  public Optional<String> localMode() {
    return Optional.ofNullable(localMode);
  }
}
