/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the real spark-submit says of a driver's pod, and what it exits with. */
class SparkSubmitTest {
  @TempDir Path folder;

  private record End(int exitCode, String log) {}

  private static List<String> command(
      Homes home, String url, String mode, String script, String... settings) {
    List<String> command =
        new ArrayList<>(
            List.of(
                home.home().path().resolve("bin/spark-submit").toString(),
                "--master",
                "k8s://" + url,
                "--deploy-mode",
                mode,
                "--name",
                "proof",
                "--class",
                "io.github.sparkmaven.kubernetes.job.CountAndExit",
                "--conf",
                "spark.kubernetes.container.image=acme/spark:1",
                "--conf",
                "spark.executor.instances=1",
                "--conf",
                "spark.ui.enabled=false"));
    if (!script.isEmpty()) {
      command.addAll(
          List.of(
              "--conf",
              "spark.kubernetes.driver.annotation." + PodScript.ANNOTATION + "=" + script));
    }
    for (String setting : settings) {
      command.addAll(List.of("--conf", setting));
    }
    command.add((mode.equals("cluster") ? "local://" : "") + home.job());
    command.add("3");
    return command;
  }

  private Path log() {
    return folder.resolve("submit.log");
  }

  private Process start(List<String> command) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log().toFile());
    builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    return builder.start();
  }

  private End run(List<String> command) throws IOException, InterruptedException {
    return end(start(command));
  }

  private End end(Process process) throws IOException, InterruptedException {
    if (!process.waitFor(3, TimeUnit.MINUTES)) {
      process.destroyForcibly();
    }
    return new End(process.waitFor(), Files.readString(log()));
  }

  private void awaitLog(Process process, String word) throws IOException, InterruptedException {
    while (process.isAlive() && !Files.readString(log()).contains(word)) {
      Thread.sleep(100);
    }
    assertThat(log()).content().contains(word);
  }

  @ParameterizedTest
  @CsvSource({
    "SPARK_3_5, 'running:300,exit:0',            'exit code: 0'",
    "SPARK_3_5, 'running:300,exit:3',            'exit code: 3'",
    "SPARK_3_5, 'running:300,exit:137:OOMKilled','termination reason: OOMKilled'",
    "SPARK_4_1, 'running:300,exit:3',            'exit code: 3'",
  })
  void exitsWithZeroWhateverBecomesOfTheDriver(Homes home, String script, String said)
      throws Exception {
    try (KubernetesApiDouble api =
        new KubernetesApiDouble(home.home().path(), folder.resolve("pods"), Map.of())) {
      End end = run(command(home, api.url(), "cluster", script));
      assertThat(end.log()).contains(said);
      assertThat(end.exitCode()).as(end.log()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource
  void exitsWithZeroWhereTheDriversPodIsDeleted(Homes home) throws Exception {
    try (KubernetesApiDouble api =
        new KubernetesApiDouble(home.home().path(), folder.resolve("pods"), Map.of())) {
      Process process =
          start(
              command(
                  home, api.url(), "cluster", "running", "spark.kubernetes.driver.pod.name=proof"));
      awaitLog(process, "(phase: Running)");
      api.delete("default", "proof");
      End end = end(process);
      assertThat(end.log()).contains("submission ID default:proof finished");
      assertThat(end.exitCode()).as(end.log()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource
  void waitsForEverWhereThePodIsGoneBeforeItIsWatched(Homes home) throws Exception {
    try (KubernetesApiDouble api =
        new KubernetesApiDouble(home.home().path(), folder.resolve("pods"), Map.of())) {
      Process process = start(command(home, api.url(), "cluster", "deleted"));
      awaitLog(process, "(phase: unknown)");
      assertThat(process.isAlive()).isTrue();
      process.destroy();
      end(process);
    }
  }

  @ParameterizedTest
  @EnumSource
  void returnsAtOnceWhereItIsNotToWait(Homes home) throws Exception {
    try (KubernetesApiDouble api =
        new KubernetesApiDouble(home.home().path(), folder.resolve("pods"), Map.of())) {
      End end =
          run(
              command(
                  home,
                  api.url(),
                  "cluster",
                  "unschedulable",
                  "spark.kubernetes.submission.waitAppCompletion=false",
                  "spark.kubernetes.driver.pod.name=proof-driver"));
      assertThat(end.exitCode()).as(end.log()).isZero();
      assertThat(end.log())
          .contains("Deployed Spark application proof with application ID spark-")
          .contains("submission ID default:proof-driver into Kubernetes");
    }
  }

  @Test
  void runsADriverAndItsExecutorForReal() throws Exception {
    runsForReal(Homes.SPARK_4_1);
  }

  @Test
  @Tag("proof")
  void runsADriverAndItsExecutorOfTheOlderSparkForReal() throws Exception {
    runsForReal(Homes.SPARK_3_5);
  }

  private void runsForReal(Homes home) throws Exception {
    try (KubernetesApiDouble api =
        new KubernetesApiDouble(home.home().path(), folder.resolve("pods"), Map.of())) {
      End end =
          run(command(home, api.url(), "cluster", "run", "spark.kubernetes.driver.pod.name=proof"));
      assertThat(Files.readString(api.logOf("default", "proof")))
          .contains("counted 3", "Registered executor");
      assertThat(end.log()).contains("exit code: 3");
      assertThat(end.exitCode()).as(end.log()).isZero();
    }
  }

  @Test
  void exitsWithTheDriversCodeInClientMode() throws Exception {
    runsInClientMode(Homes.SPARK_3_5);
  }

  @Test
  @Tag("proof")
  void exitsWithTheDriversCodeInClientModeOfTheNewerSpark() throws Exception {
    runsInClientMode(Homes.SPARK_4_1);
  }

  private void runsInClientMode(Homes home) throws Exception {
    try (KubernetesApiDouble api =
        new KubernetesApiDouble(home.home().path(), folder.resolve("pods"), Map.of())) {
      End end = run(command(home, api.url(), "client", "", "spark.driver.host=127.0.0.1"));
      assertThat(end.log()).contains("counted 3");
      assertThat(end.exitCode()).as(end.log()).isEqualTo(3);
    }
  }
}
