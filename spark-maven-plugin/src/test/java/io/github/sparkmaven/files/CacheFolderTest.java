/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CacheFolderTest {
  @ParameterizedTest
  @CsvSource({
    "Linux, '', /home/ada/.cache/spark-maven-plugin",
    "Mac OS X, '', /home/ada/Library/Caches/spark-maven-plugin",
    "Linux, ' ', /home/ada/.cache/spark-maven-plugin",
    "Linux, /var/cache/ada, /var/cache/ada/spark-maven-plugin",
    "Mac OS X, /var/cache/ada, /var/cache/ada/spark-maven-plugin"
  })
  void followsTheCustomOfTheOperatingSystem(String system, String xdg, Path expected) {
    Map<String, String> environment = xdg.isEmpty() ? Map.of() : Map.of("XDG_CACHE_HOME", xdg);

    assertThat(
            CacheFolder.ofUser(
                name -> Optional.ofNullable(environment.get(name)), Path.of("/home/ada"), system))
        .isEqualTo(expected);
  }
}
