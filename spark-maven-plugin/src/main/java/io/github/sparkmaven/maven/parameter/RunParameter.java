/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven.parameter;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The {@code run} element. */
public final class RunParameter {
  /**
   * Whether the JVM waits for a debugger on 127.0.0.1: {@code true} for port 5005, another port, 0
   * for any free one; false by default.
   */
  private @Nullable String debug;

  /** Options for the job's JVM, each an element; none by default. */
  private @Nullable List<@Nullable String> jvmOptions;

  /**
   * Whether a class-data archive makes the JVM start faster: {@code auto} (made and used, on a CI
   * server only used), {@code always} or {@code never}; auto by default.
   */
  private @Nullable String classDataArchive;

  /** Returns whether and where the JVM waits for a debugger, as it was written. */
  public Optional<String> debug() {
    return Optional.ofNullable(debug);
  }

  /** Returns the JVM options. */
  public List<String> jvmOptions() {
    return Optional.ofNullable(jvmOptions).stream()
        .flatMap(List::stream)
        .filter(Objects::nonNull)
        .toList();
  }

  /** Returns how the class-data archive is used, as it was written. */
  public Optional<String> classDataArchive() {
    return Optional.ofNullable(classDataArchive);
  }
}
