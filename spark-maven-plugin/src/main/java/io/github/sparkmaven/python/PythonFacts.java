/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.python;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What an interpreter says of itself.
 *
 * @param executable its full path
 * @param version its own version, as in {@code 3.11.7}
 * @param packages versions of the installed packages that Spark's Python or we have to do with
 * @param pyspark the folder of its pyspark package, where it has one
 * @param minimums the least versions of packages that this pyspark asks for, as its code states
 *     them
 */
public record PythonFacts(
    Path executable,
    String version,
    Map<String, String> packages,
    Optional<Path> pyspark,
    Map<String, String> minimums) {

  /** Copies the maps. */
  public PythonFacts {
    packages = Map.copyOf(packages);
    minimums = Map.copyOf(minimums);
  }

  /** Returns the version of an installed package. */
  public Optional<String> packageVersion(String name) {
    return Optional.ofNullable(packages.get(name));
  }
}
