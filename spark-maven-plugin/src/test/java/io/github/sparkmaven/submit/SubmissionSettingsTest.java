/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.github.sparkmaven.cluster.Tag;
import io.github.sparkmaven.cluster.Target;
import io.github.sparkmaven.conf.Layer;
import io.github.sparkmaven.conf.LayeredConf;
import io.github.sparkmaven.conf.SparkVersion;
import io.github.sparkmaven.hardware.DeployMode;
import io.github.sparkmaven.hardware.Manager;
import io.github.sparkmaven.home.HomeJvm;
import io.github.sparkmaven.home.JavaHome;
import io.github.sparkmaven.home.SparkHome;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SubmissionSettingsTest {
  private static final Tag TAG = new Tag("0123456789abcdef", "20261122-215332-00c0de", "fedc");

  @Test
  void marksTheApplicationInItsOwnUi() {
    assertThat(settings(Manager.STANDALONE, DeployMode.CLIENT, WaitFor.END, Map.of()))
        .contains(
            entry("spark.maven.tag.project", "0123456789abcdef"),
            entry("spark.maven.tag.submission", "20261122-215332-00c0de"),
            entry("spark.maven.tag.content", "fedc"));
  }

  @Test
  void marksAYarnApplicationBesideTheUsersTags() {
    assertThat(
            settings(
                Manager.YARN, DeployMode.CLUSTER, WaitFor.END, Map.of("spark.yarn.tags", "mine")))
        .containsEntry(
            "spark.yarn.tags",
            "mine,spark-maven-content-fedc,spark-maven-project-0123456789abcdef,"
                + "spark-maven-submission-20261122-215332-00c0de");
  }

  @Test
  void marksAndNamesTheDriversPod() {
    assertThat(settings(Manager.KUBERNETES, DeployMode.CLUSTER, WaitFor.END, Map.of()))
        .contains(
            entry("spark.kubernetes.driver.label.spark-maven-project", "0123456789abcdef"),
            entry("spark.kubernetes.executor.label.spark-maven-project", "0123456789abcdef"),
            entry("spark.kubernetes.driver.pod.name", "spark-maven-20261122-215332-00c0de-driver"),
            entry("spark.kubernetes.submission.waitAppCompletion", "true"));
  }

  @Test
  void keepsThePodNameOfTheUser() {
    assertThat(
            settings(
                Manager.KUBERNETES,
                DeployMode.CLUSTER,
                WaitFor.END,
                Map.of("spark.kubernetes.driver.pod.name", "mine")))
        .containsEntry("spark.kubernetes.driver.pod.name", "mine");
  }

  @Test
  void namesAnApplicationWhoseDriverRunsHere() {
    assertThat(settings(Manager.KUBERNETES, DeployMode.CLIENT, WaitFor.END, Map.of()))
        .containsEntry("spark.app.id", "spark-maven-20261122-215332-00c0de");
    assertThat(
            settings(
                Manager.KUBERNETES, DeployMode.CLIENT, WaitFor.END, Map.of("spark.app.id", "mine")))
        .containsEntry("spark.app.id", "mine");
    assertThat(settings(Manager.KUBERNETES, DeployMode.CLUSTER, WaitFor.END, Map.of()))
        .doesNotContainKey("spark.app.id");
  }

  @Test
  void letsNoManagerRunAFailedJobAgain() {
    assertThat(settings(Manager.YARN, DeployMode.CLUSTER, WaitFor.END, Map.of()))
        .containsEntry("spark.yarn.maxAppAttempts", "1");
    assertThat(
            settings(
                Manager.YARN,
                DeployMode.CLUSTER,
                WaitFor.END,
                Map.of("spark.yarn.maxAppAttempts", "3")))
        .containsEntry("spark.yarn.maxAppAttempts", "3");
  }

  @Test
  void letsTheClientGoWhereTheEndIsNotWaitedFor() {
    assertThat(settings(Manager.YARN, DeployMode.CLUSTER, WaitFor.RUNNING, Map.of()))
        .containsEntry("spark.yarn.submit.waitAppCompletion", "false");
    assertThat(settings(Manager.KUBERNETES, DeployMode.CLUSTER, WaitFor.ACCEPTED, Map.of()))
        .containsEntry("spark.kubernetes.submission.waitAppCompletion", "false");
  }

  @Test
  void addsNothingOfClusterModeToADriverOfThisMachine() {
    assertThat(settings(Manager.LOCAL, DeployMode.CLIENT, WaitFor.END, Map.of("spark.a", "1")))
        .containsOnlyKeys(
            "spark.a",
            "spark.maven.tag.content",
            "spark.maven.tag.project",
            "spark.maven.tag.submission");
  }

  private static Map<String, String> settings(
      Manager manager, DeployMode mode, WaitFor waitFor, Map<String, String> conf) {
    Application application = Application.ofJar(Path.of("/job.jar"), "a.Main", List.of());
    SubmitRequest request =
        new SubmitRequest(
            new Project("com.acme:job", Optional.empty(), "default"),
            application,
            new Target(
                manager, "a master", mode, LayeredConf.empty().with(Layer.PLUGIN, conf, "conf")),
            new SparkVersion("4.1.0", "2.13"),
            new HomeJvm(
                () -> new SparkHome(Path.of("/home"), "a test"),
                new JavaHome(Path.of("/jdk"), 17),
                Path.of("/runner.jar"),
                Optional.empty(),
                Map.of()),
            Path.of("/submissions"),
            Path.of("/project"),
            new SubmitOptions(waitFor, Optional.empty(), OnRunning.FAIL, Optional.empty()));
    return SubmissionSettings.of(request, TAG);
  }
}
