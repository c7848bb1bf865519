/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.configure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sparkmaven.conf.Layer;
import io.github.sparkmaven.hardware.ClusterExample;
import io.github.sparkmaven.plan.PlanExample;
import io.github.sparkmaven.plan.PlanFiles;
import io.github.sparkmaven.problem.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigureTest {
  @TempDir Path folder;

  @Test
  void writesAllFilesIntoTheEnvironmentsFolder() throws IOException {
    ConfigureResult result = configure(PlanExample.ofTheTalk());

    assertThat(result.files())
        .isEqualTo(
            new PlanFiles(
                folder.resolve("prod/spark-defaults.conf"),
                folder.resolve("prod/plan.json"),
                folder.resolve("prod/plan.html")));
    assertThat(result.files().defaults())
        .content()
        .contains("\nspark.executor.memory 11600m\n", "\nspark.executor.instances 24\n");
    assertThat(result.files().json()).content().contains("\"grantedExecutors\" : 18");
    assertThat(result.files().html()).content().contains("18 of 24 requested executors granted");
    try (var files = Files.list(folder.resolve("prod"))) {
      assertThat(files).hasSize(3);
    }
  }

  @Test
  void writesTheSameBytesTwice() throws IOException {
    PlanFiles files = configure(PlanExample.ofTheTalk()).files();
    byte[] defaults = Files.readAllBytes(files.defaults());
    byte[] json = Files.readAllBytes(files.json());

    configure(PlanExample.ofTheTalk());

    assertThat(files.defaults()).hasBinaryContent(defaults);
    assertThat(files.json()).hasBinaryContent(json);
  }

  @Test
  void leavesTheEarlierPlanWhenTheInputIsBad() throws IOException {
    PlanFiles files = configure(PlanExample.ofTheTalk()).files();
    byte[] defaults = Files.readAllBytes(files.defaults());
    byte[] json = Files.readAllBytes(files.json());

    assertThatThrownBy(
            () -> configure(PlanExample.ofTheTalk().with(Layer.JOB, "spark.executor.cores", "0")))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "spark.executor.cores: '0' is no number of at least 1. Give a whole number from 1 up");
    assertThatThrownBy(
            () -> configure(PlanExample.ofTheTalk().with(Layer.JOB, "spark.executor.memory", "1t")))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "spark.executor.memory: 1048576 MiB is not less than the 62464 MiB that the largest"
                + " node offers. Give less than 62464m, and leave room for the rest of the"
                + " executor");
    assertThatThrownBy(
            () ->
                configure(PlanExample.ofTheTalk().with(Layer.JOB, "spark.executor.memory", "60g")))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("workload: no executor fits with executorsPerNode 4");
    assertThat(files.defaults()).hasBinaryContent(defaults);
    assertThat(files.json()).hasBinaryContent(json);
  }

  @Test
  void summarisesAPlanInAFewLines() {
    assertThat(PlanSummary.lines(PlanExample.ofTheTalk().plan()))
        .hasSize(5)
        .startsWith(
            "Plan for Spark 3.5.5 (Scala 2.12), environment prod: yarn, 6 node(s); a node offers 15"
                + " cores and 62464 MiB",
            "  chosen: 18 of 24 executors granted, 4 per node, 6 cores, heap 11600m, container 16384"
                + " MiB; 108 of 90 cores placed",
            "  not: 30 of 30 executors granted, 5 per node, 3 cores, heap 9900m, container 12288"
                + " MiB; 90 of 90 cores placed: the pins exclude it; without them it would win: 11600"
                + " MiB of heap / 6 cores, rounded down = 1933 MiB a core, under 2048 (chosen against this)");
  }

  @Test
  void summarisesLocalModeAsOneJvm() {
    assertThat(PlanSummary.lines(PlanExample.on(ClusterExample.nothing()).plan()))
        .containsExactly(
            "Plan for Spark 3.5.5 (Scala 2.12), environment prod: local, 1 node(s); a node offers 8"
                + " cores and 32768 - 16384 reserved = 16384 MiB",
            "  one JVM: 8 cores, heap 14800m");
  }

  private ConfigureResult configure(PlanExample example) {
    return Configure.run(List.of(example.in(folder.resolve("prod")).request())).get(0);
  }
}
