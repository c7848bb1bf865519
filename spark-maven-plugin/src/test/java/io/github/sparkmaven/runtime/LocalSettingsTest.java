/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparkmaven.conf.Layer;
import io.github.sparkmaven.conf.LayeredConf;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalSettingsTest {
  private static final String KEY = "spark.sql.shuffle.partitions";

  @ParameterizedTest
  @EnumSource(names = {"COMMAND_LINE", "ENVIRONMENT", "JOB", "PLUGIN"})
  void keepsWhatTheUserWrote(Layer layer) {
    assertThat(LocalSettings.of(conf(layer, KEY, "400"))).isEqualTo(Map.of(KEY, "400"));
  }

  @ParameterizedTest
  @EnumSource(names = {"PLAN", "SITE"})
  void leavesOutWhatWasMadeForTheCluster(Layer layer) {
    assertThat(LocalSettings.of(conf(layer, KEY, "400"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "spark.master",
        "spark.submit.deployMode",
        "spark.executor.memory",
        "spark.executor.extraJavaOptions",
        "spark.driver.memory",
        "spark.driver.memoryOverhead",
        "spark.driver.cores",
        "spark.cores.max",
        "spark.dynamicAllocation.enabled",
        "spark.yarn.queue",
        "spark.kubernetes.namespace"
      })
  void leavesOutWhatSizesACluster(String key) {
    assertThat(LocalSettings.of(conf(Layer.COMMAND_LINE, key, "1"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"spark.driver.maxResultSize", "spark.driver.extraClassPath", "acme.key"})
  void keepsWhatHoldsInLocalModeToo(String key) {
    assertThat(LocalSettings.of(conf(Layer.JOB, key, "1"))).containsOnlyKeys(key);
  }

  @Test
  void takesTheValueOfTheHigherLayer() {
    LayeredConf conf =
        conf(Layer.COMMAND_LINE, KEY, "4").with(Layer.PLUGIN, Map.of(KEY, "400"), "conf");

    assertThat(LocalSettings.of(conf)).isEqualTo(Map.of(KEY, "4"));
  }

  @Test
  void keepsATestsScratchFilesInItsFolder() {
    Map<String, String> defaults = LocalTestDefaults.systemProperties(Path.of("/target/test-work"));

    assertThat(defaults)
        .containsEntry("spark.master", "local[2]")
        .containsEntry("spark.ui.enabled", "false")
        .containsEntry("spark.sql.warehouse.dir", "/target/test-work/warehouse")
        .containsEntry("spark.local.dir", "/target/test-work/local")
        .containsEntry("derby.system.home", "/target/test-work/derby");
  }

  private static LayeredConf conf(Layer layer, String key, String value) {
    return LayeredConf.empty().with(layer, Map.of(key, value), "a test");
  }
}
