/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.bundle;

import io.github.sparkmaven.files.CacheFolder;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/**
 * The machine that a bundle is on.
 *
 * @param bundle the bundle's folder
 * @param environment reads an environment variable
 * @param userHome the user's home folder
 * @param workingFolder where the script was called
 * @param java the JDK that this JVM runs on
 */
record Site(
    Path bundle,
    Function<String, Optional<String>> environment,
    Path userHome,
    Path workingFolder,
    Path java) {

  Optional<String> variable(String name) {
    return environment.apply(name);
  }

  /** Returns where submissions are noted. */
  Path submissions() {
    return variable("SPARK_MAVEN_STATE")
        .map(workingFolder::resolve)
        .orElseGet(() -> bundle.resolve("submissions"));
  }

  Path cacheFolder() {
    return CacheFolder.ofUser(environment, userHome, System.getProperty("os.name"))
        .toAbsolutePath();
  }
}
