/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparkmaven.conf.Layer;
import io.github.sparkmaven.conf.Setting;
import io.github.sparkmaven.hardware.ClusterExample;
import java.io.IOException;
import java.io.StringReader;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DefaultsFileTest {

  @Test
  void loadsAsTheEffectiveSettings() throws IOException {
    Plan plan =
        PlanExample.ofTheTalk()
            .with(Layer.JOB, "spark.app.name", " a #name\nwith = all: \\ sorts ")
            .with(Layer.SITE, "spark.executor.extraJavaOptions", "-Dx=\"größer\" -ea")
            .with(Layer.COMMAND_LINE, "spark.empty", "")
            .plan();

    assertThat(load(DefaultsFile.text(plan)))
        .isEqualTo(
            plan.conf().effective().stream()
                .collect(Collectors.toMap(Setting::key, Setting::value)));
  }

  @Test
  void leavesSecretsOut() throws IOException {
    String text =
        DefaultsFile.text(
            PlanExample.ofTheTalk()
                .with(Layer.JOB, "spark.hadoop.fs.s3a.secret.key", "hunter2")
                .plan());

    assertThat(text)
        .doesNotContain("hunter2")
        .contains("\n# spark.hadoop.fs.s3a.secret.key is a secret and not written here\n");
    assertThat(load(text)).doesNotContainKey("spark.hadoop.fs.s3a.secret.key");
  }

  @Test
  void explainsEachSettingInOneLine() {
    String text =
        DefaultsFile.text(
            PlanExample.on(
                    ClusterExample.of("standalone", 2, 8, "32g").with("master", "spark://m:7077"))
                .plan());

    assertThat(text)
        .isEqualTo(
            """
            # Spark 3.5.5 (Scala 2.12), environment prod: standalone

            # plan: 4 executors x 4 cores; a standalone master counts cores, not executors
            spark.cores.max 16

            # plan: a node offers 8 cores and 32768 - 1024 reserved = 31744 MiB; chosen among the layouts by cores placed, heap a core and executor size
            spark.executor.cores 4

            # plan: 31744 MiB / 2 executors per node = 15872 MiB; / 1.10 = 14429, rounded down to whole 100 = 14400
            spark.executor.memory 14400m

            # plan: cluster/master
            spark.master spark://m:7077
            """);
  }

  @Test
  void notesTheWarningsOnTop() {
    Plan plan = PlanExample.ofTheTalk().plan();

    assertThat(DefaultsFile.text(plan).lines().skip(1).limit(6))
        .containsExactlyElementsOf(
            plan.tuning().warnings().stream().map(warning -> "# Note: " + warning).toList());
  }

  private static Map<Object, Object> load(String text) throws IOException {
    Properties properties = new Properties();
    properties.load(new StringReader(text));
    return properties;
  }
}
