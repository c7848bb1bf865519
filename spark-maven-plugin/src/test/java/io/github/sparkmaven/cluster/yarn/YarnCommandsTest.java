/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.cluster.yarn;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparkmaven.home.HomeJvm;
import io.github.sparkmaven.home.JavaHome;
import io.github.sparkmaven.home.SparkHome;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class YarnCommandsTest {

  @Test
  void actForTheProxyUserOnTheSiteThatWasAsked() {
    HomeJvm jvm =
        new HomeJvm(
                () -> new SparkHome(Path.of("/home"), "test"),
                new JavaHome(Path.of("/jdk"), 17),
                Path.of("/runner.jar"),
                Optional.empty(),
                Map.of("HADOOP_CONF_DIR", "/a site", "PATH", "/nowhere"))
            .withVariable(YarnCommands.PROXY_USER, "etl");

    assertThat(YarnCommands.of(jvm).kill("application_1_1"))
        .isEqualTo(
            "HADOOP_CONF_DIR='/a site' HADOOP_PROXY_USER=etl /home/bin/spark-class"
                + " org.apache.hadoop.yarn.client.cli.ApplicationCLI application"
                + " -kill application_1_1");
  }
}
