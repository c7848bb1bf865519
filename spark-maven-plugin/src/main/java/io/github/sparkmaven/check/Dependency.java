/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.check;

import java.nio.file.Path;
import java.util.Optional;

/**
 * An artifact that the module depends on.
 *
 * @param provided whether Spark or the site brings it, as its scope or Spark's own jars say
 * @param jar its file; none of one that Spark brings, which nobody needs
 */
public record Dependency(
    String group, String artifact, String version, boolean provided, Optional<Path> jar) {

  /** Returns its coordinates. */
  @Override
  public String toString() {
    return group + ":" + artifact + ":" + version;
  }
}
