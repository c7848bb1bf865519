/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sparkmaven.problem.EnvironmentException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteEnvironmentTest {
  @TempDir Path folder;

  @Test
  void readsWhatTheFileSets() throws IOException {
    script(
        """
        echo "a site that talks"
        HADOOP_CONF_DIR="${SPARK_CONF_DIR}/yarn conf"
        export YARN_CONF_DIR=${YARN_CONF_DIR:-/etc/yarn}
        OTHER=x
        SPARK_DIST_CLASSPATH=$SPARK_HOME/hadoop/*
        """);

    assertThat(read())
        .contains(
            Map.entry("HADOOP_CONF_DIR", folder + "/yarn conf"),
            Map.entry("YARN_CONF_DIR", "/etc/yarn"),
            Map.entry("SPARK_DIST_CLASSPATH", "/opt/spark/hadoop/*"))
        .doesNotContainKey("OTHER");
  }

  @Test
  void knowsNothingWithoutTheFile() {
    assertThat(read()).isEmpty();
  }

  @Test
  void readsOnPastACommandThatFails() throws IOException {
    script("HADOOP_CONF_DIR=/etc/hadoop\nls /no/such/folder\nfalse\n");

    assertThat(read()).containsEntry("HADOOP_CONF_DIR", "/etc/hadoop");
  }

  @Test
  void refusesAFileThatEndsTheScript() throws IOException {
    script("echo 'no parcel here' >&2\nexit 3\n");

    assertThatThrownBy(this::read)
        .isInstanceOf(EnvironmentException.class)
        .hasMessage(
            "%s cannot be read by bash (exit code 3): no parcel here; spark-submit reads it too,"
                + " so mend it, or give another sparkConfDir",
            folder.resolve("spark-env.sh"));
  }

  private Map<String, String> read() {
    return SiteEnvironment.of(folder, Optional.of(Path.of("/opt/spark")));
  }

  private void script(String text) throws IOException {
    Files.writeString(folder.resolve("spark-env.sh"), text);
  }
}
