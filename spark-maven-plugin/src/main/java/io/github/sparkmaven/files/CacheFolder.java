/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.files;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** The one folder outside {@code target/} that the plugin writes to. */
public final class CacheFolder {
  private CacheFolder() {}

  /**
   * Returns the cache folder of this user, as the operating system's custom has it.
   *
   * @param environment reads an environment variable ({@code XDG_CACHE_HOME})
   * @param userHome the user's home folder
   * @param operatingSystem the {@code os.name}
   */
  public static Path ofUser(
      Function<String, Optional<String>> environment, Path userHome, String operatingSystem) {
    boolean mac = operatingSystem.toLowerCase(Locale.ROOT).startsWith("mac");
    Path caches =
        environment
            .apply("XDG_CACHE_HOME")
            .filter(value -> !value.isBlank())
            .map(Path::of)
            .orElseGet(() -> userHome.resolve(mac ? "Library/Caches" : ".cache"));
    return caches.resolve("spark-maven-plugin");
  }
}
