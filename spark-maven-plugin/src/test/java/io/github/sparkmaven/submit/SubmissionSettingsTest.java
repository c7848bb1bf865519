/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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
import io.github.sparkmaven.problem.EnvironmentException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.launcher.SparkLauncher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubmissionSettingsTest {
  private static final Tag TAG = new Tag("0123456789abcdef", "20261122-215332-00c0de", "fedc");

  @TempDir private Path home;

  @BeforeEach
  void putLauncher() throws IOException {
    Path jars = Files.createDirectories(home.resolve("jars"));
    // Other jars of a home come before and after it.
    Files.createFile(jars.resolve("spark-core_2.13-4.1.0.jar"));
    Files.copy(
        Path.of(SparkLauncher.class.getProtectionDomain().getCodeSource().getLocation().getPath()),
        jars.resolve("spark-launcher_2.13-4.1.0.jar"));
  }

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
  void letsStandalonesClientWaitForItsDriver() {
    assertThat(standalone(17, WaitFor.END, Map.of()))
        .containsEntry("spark.standalone.submit.waitAppCompletion", "true");
    assertThat(standalone(17, WaitFor.ACCEPTED, Map.of()))
        .containsEntry("spark.standalone.submit.waitAppCompletion", "false");
    assertThat(
            standalone(
                17, WaitFor.END, Map.of("spark.standalone.submit.waitAppCompletion", "false")))
        .as("without it nobody hears how the driver ended")
        .containsEntry("spark.standalone.submit.waitAppCompletion", "true");
  }

  @Test
  void opensTheModulesForADriverThatStandalonesMasterStarts() {
    assertThat(standalone(17, WaitFor.END, Map.of()).get("spark.driver.extraJavaOptions"))
        .contains("--add-opens=java.base/sun.nio.ch=ALL-UNNAMED");
    assertThat(
            standalone(17, WaitFor.END, Map.of("spark.driver.extraJavaOptions", "-Da=b"))
                .get("spark.driver.extraJavaOptions"))
        .startsWith("-Da=b ")
        .contains(" --add-opens=java.base/sun.nio.ch=ALL-UNNAMED");
    assertThat(standalone(11, WaitFor.END, Map.of()))
        .doesNotContainKey("spark.driver.extraJavaOptions");
  }

  @Test
  void refusesAHomeWithoutALauncher() throws IOException {
    Files.delete(home.resolve("jars/spark-launcher_2.13-4.1.0.jar"));

    assertThatThrownBy(() -> standalone(17, WaitFor.END, Map.of()))
        .isInstanceOf(EnvironmentException.class)
        .hasMessage(home + " is no Spark home: it has no launcher");
  }

  @Test
  void letsADriverOnYarnEndWithItsApplication() {
    assertThat(settings(Manager.YARN, DeployMode.CLIENT, WaitFor.END, Map.of()))
        .containsEntry("spark.yarn.am.clientModeExitOnError", "true")
        .containsEntry("spark.yarn.maxAppAttempts", "1")
        .doesNotContainKey("spark.yarn.submit.waitAppCompletion");
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

  private Map<String, String> standalone(int java, WaitFor waitFor, Map<String, String> conf) {
    return settings(Manager.STANDALONE, DeployMode.CLUSTER, java, waitFor, conf);
  }

  private Map<String, String> settings(
      Manager manager, DeployMode mode, WaitFor waitFor, Map<String, String> conf) {
    return settings(manager, mode, 17, waitFor, conf);
  }

  private Map<String, String> settings(
      Manager manager, DeployMode mode, int java, WaitFor waitFor, Map<String, String> conf) {
    Application application = Application.ofJar(Path.of("/job.jar"), "a.Main", List.of());
    SubmitRequest request =
        new SubmitRequest(
            new Project("com.acme:job", Optional.empty(), "default"),
            application,
            new Target(
                manager, "a master", mode, LayeredConf.empty().with(Layer.PLUGIN, conf, "conf")),
            new SparkVersion("4.1.0", "2.13"),
            new HomeJvm(
                () -> new SparkHome(home, "a test"),
                new JavaHome(Path.of("/jdk"), java),
                Path.of("/runner.jar"),
                Optional.empty(),
                Map.of()),
            Path.of("/submissions"),
            Path.of("/project"),
            new SubmitOptions(waitFor, Optional.empty(), OnRunning.FAIL, Optional.empty()),
            NextSteps.MAVEN);
    return SubmissionSettings.of(request, TAG);
  }
}
