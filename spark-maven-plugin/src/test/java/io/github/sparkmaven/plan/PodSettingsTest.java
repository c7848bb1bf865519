/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparkmaven.conf.Layer;
import io.github.sparkmaven.conf.Setting;
import io.github.sparkmaven.plan.kubernetes.PodTemplates;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PodSettingsTest {
  private static final String SOURCE =
      "https://spark.apache.org/docs/latest/running-on-kubernetes.html#pod-template";
  private static final Path FOLDER = Path.of("/my build/plans/prod");

  @Test
  void namesEachTemplateAsAUriWithItsReason() {
    assertThat(settings(Optional.of("kind: Pod"), Optional.of("kind: Pod")).all())
        .containsExactly(
            new Setting(
                "spark.kubernetes.driver.podTemplateFile",
                "file:///my%20build/plans/prod/driver-pod-template.yaml",
                Layer.PLAN,
                "keeps the driver off spot nodes where there are others",
                SOURCE),
            new Setting(
                "spark.kubernetes.executor.podTemplateFile",
                "file:///my%20build/plans/prod/executor-pod-template.yaml",
                Layer.PLAN,
                "lets executors onto nodes that providers taint: spot, GPU",
                SOURCE));
  }

  @Test
  void namesNoTemplateThatThereIsNot() {
    assertThat(settings(Optional.empty(), Optional.empty()).all()).isEmpty();
    assertThat(settings(Optional.empty(), Optional.of("kind: Pod")).all())
        .extracting(Setting::key)
        .containsExactly("spark.kubernetes.executor.podTemplateFile");
  }

  private static PodSettings settings(Optional<String> driver, Optional<String> executor) {
    return new PodSettings(new PodTemplates(driver, executor), FOLDER);
  }
}
