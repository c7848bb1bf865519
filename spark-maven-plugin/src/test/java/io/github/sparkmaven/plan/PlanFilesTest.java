/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparkmaven.conf.Layer;
import io.github.sparkmaven.conf.Setting;
import io.github.sparkmaven.hardware.ClusterExample;
import io.github.sparkmaven.plan.kubernetes.PodTemplates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanFilesTest {
  private static final String DRIVER = "driver-pod-template.yaml";
  private static final String EXECUTOR = "executor-pod-template.yaml";
  private static final ClusterExample PODS =
      ClusterExample.ofManager("kubernetes")
          .with("deployMode", "cluster")
          .withGroup("steady", "2", 16, "64g")
          .withGroup("cheap", "4", 16, "64g");
  private static final ClusterExample SPOT = PODS.with("nodeGroups/cheap/spot", "true");

  @TempDir Path folder;

  @Test
  void writesTheTemplatesThatTheSettingsName() throws IOException {
    Plan plan = PlanExample.on(SPOT).in(folder).plan();

    PlanFiles.write(plan, folder);

    assertThat(names())
        .containsExactly(DRIVER, EXECUTOR, "plan.html", "plan.json", "spark-defaults.conf");
    assertThat(folder.resolve(DRIVER)).hasContent(plan.pods().driver().orElseThrow());
    assertThat(folder.resolve(EXECUTOR)).hasContent(plan.pods().executor().orElseThrow());
    assertThat(plan.conf().find(PodTemplates.DRIVER_KEY))
        .map(Setting::value)
        .contains(folder.resolve(DRIVER).toUri().toString());
    assertThat(plan.conf().find(PodTemplates.EXECUTOR_KEY))
        .map(Setting::value)
        .contains(folder.resolve(EXECUTOR).toUri().toString());
  }

  @Test
  void removesTemplatesThatAreNoLongerNeeded() throws IOException {
    PlanFiles.write(PlanExample.on(SPOT).in(folder).plan(), folder);
    PlanFiles.write(PlanExample.on(SPOT.with("deployMode", "client")).in(folder).plan(), folder);
    assertThat(names()).containsExactly(EXECUTOR, "plan.html", "plan.json", "spark-defaults.conf");

    Plan plain = PlanExample.on(PODS).in(folder).plan();
    PlanFiles.write(plain, folder);

    assertThat(names()).containsExactly("plan.html", "plan.json", "spark-defaults.conf");
    assertThat(plain.conf().find(PodTemplates.DRIVER_KEY)).isEmpty();
    assertThat(plain.conf().find(PodTemplates.EXECUTOR_KEY)).isEmpty();
  }

  @Test
  void letsTheUsersOwnTemplateWin() {
    Plan plan =
        PlanExample.on(SPOT).with(Layer.JOB, PodTemplates.DRIVER_KEY, "/site/driver.yaml").plan();

    assertThat(plan.conf().find(PodTemplates.DRIVER_KEY))
        .map(Setting::value)
        .contains("/site/driver.yaml");
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
