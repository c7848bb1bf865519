/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.check;

import java.nio.file.Path;
import java.util.Optional;

/**
 * An artifact that the module depends on.
 *
 * @param declared whether the module's own POM names it
 * @param provided whether its scope says that Spark or the site brings it
 * @param jar its file; none of one that Spark brings, whatever its scope says
 */
public record Dependency(
    String group,
    String artifact,
    String version,
    boolean declared,
    boolean provided,
    Optional<Path> jar) {

  /** Says whether the job is meant to have its own, and gets Spark's. */
  public boolean isReplaced() {
    return !provided && jar.isEmpty();
  }

  /** Returns its coordinates. */
  @Override
  public String toString() {
    return group + ":" + artifact + ":" + version;
  }
}
