/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparkmaven.cluster.Target;
import io.github.sparkmaven.conf.Layer;
import io.github.sparkmaven.conf.LayeredConf;
import io.github.sparkmaven.conf.SparkVersion;
import io.github.sparkmaven.hardware.DeployMode;
import io.github.sparkmaven.hardware.Manager;
import io.github.sparkmaven.problem.Problem;
import io.github.sparkmaven.problem.Problems;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeasibilityTest {
  private static final OwnAddresses OWN = host -> host.equals("me") || host.equals("[::1]");
  private static final SparkVersion SPARK = new SparkVersion("3.5.5", "2.12");
  private static final Map<String, String> IMAGE =
      Map.of("spark.kubernetes.container.image", "acme/spark");
  private static final Application JAR =
      Application.ofJar(Path.of("/t/job.jar"), "com.acme.Job", List.of());

  @Test
  void letsEverythingIntoClientMode() {
    assertThat(check(Manager.STANDALONE, "spark://far:7077", DeployMode.CLIENT, JAR)).isEmpty();
    assertThat(check(Manager.KUBERNETES, "k8s://far", DeployMode.CLIENT, JAR)).isEmpty();
    assertThat(check(Manager.LOCAL, "local[2]", DeployMode.CLIENT, JAR)).isEmpty();
  }

  @Test
  void refusesAPythonDriverOnAStandaloneMaster() {
    Application python = python("hdfs:///jobs/job.py");

    assertThat(check(Manager.STANDALONE, "spark://far:7077", DeployMode.CLUSTER, python))
        .containsExactly(
            "cluster/deployMode: is cluster, and a standalone master runs no Python driver:"
                + " spark-submit refuses it. Set it to client, which is the default, or submit to"
                + " YARN or Kubernetes");
    assertThat(check(Manager.STANDALONE, "spark://far:7077", DeployMode.CLIENT, python)).isEmpty();
    assertThat(check(Manager.YARN, "yarn", DeployMode.CLUSTER, python)).isEmpty();
    assertThat(
            check(
                Manager.KUBERNETES,
                "k8s://far",
                DeployMode.CLUSTER,
                python("local:///opt/jobs/job.py")))
        .isEmpty();
  }

  @Test
  void letsYarnUploadWhatIsLocal() {
    assertThat(check(Manager.YARN, "yarn", DeployMode.CLUSTER, JAR)).isEmpty();
  }

  @Test
  void refusesALocalJarThatAWorkerElsewhereCannotRead() {
    assertThat(check(Manager.STANDALONE, "spark://far:7077", DeployMode.CLUSTER, JAR))
        .containsExactly(
            "submit/applicationResource: '/t/job.jar' is on this machine, while a worker of"
                + " spark://far:7077 runs the driver and reads it. Give"
                + " submit/applicationResource as a URI, as in hdfs:///jobs/NAME or, in a folder"
                + " that every worker shares, file:///shared/NAME; or submit in client mode");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "spark://me:7077 | true",
        "spark://[::1]:7077 | true",
        "spark://me:7077,me:7078 | true",
        "spark://me:7077,far:7077 | false"
      })
  void letsALocalJarToWorkersOfThisMachine(String master, boolean reached) {
    assertThat(check(Manager.STANDALONE, master, DeployMode.CLUSTER, JAR).isEmpty())
        .isEqualTo(reached);
  }

  @Test
  void takesTheUsersWordForAUri() {
    assertThat(
            check(
                Manager.STANDALONE,
                "spark://far:7077",
                DeployMode.CLUSTER,
                application("file:///shared/job.jar", List.of("hdfs:///a.jar"))))
        .isEmpty();
    assertThat(
            check(
                Manager.KUBERNETES,
                "k8s://far",
                DeployMode.CLUSTER,
                application("local:///opt/job.jar", List.of("s3a://b/a.jar"))))
        .isEmpty();
  }

  @Test
  void namesEachFileThatAPodCannotRead() {
    assertThat(
            check(
                Manager.KUBERNETES,
                "k8s://far",
                DeployMode.CLUSTER,
                application("/t/job.jar", List.of("file:///a.jar"))))
        .containsExactly(
            "submit/applicationResource: '/t/job.jar' is on this machine, and the driver's pod"
                + " cannot read it. Give cluster/kubernetes/uploadPath, as in s3a://bucket/uploads,"
                + " or a resource of the image, as in local:///opt/jobs/NAME",
            "submit/jars: 'file:///a.jar' is on this machine, and the driver's pod cannot read it."
                + " Give cluster/kubernetes/uploadPath, as in s3a://bucket/uploads, or a resource"
                + " of the image, as in local:///opt/jobs/NAME");
  }

  @Test
  void letsKubernetesUpload() {
    assertThat(
            check(
                new Target(
                    Manager.KUBERNETES,
                    "k8s://far",
                    DeployMode.CLUSTER,
                    conf(
                        Map.of(
                            "spark.kubernetes.container.image",
                            "acme/spark",
                            "spark.kubernetes.file.upload.path",
                            "s3a://b/up"))),
                JAR,
                WaitFor.END))
        .isEmpty();
  }

  @Test
  void refusesToLeaveADriverThatIsAChildOfTheBuild() {
    assertThat(
            check(
                new Target(Manager.YARN, "yarn", DeployMode.CLIENT, LayeredConf.empty()),
                JAR,
                WaitFor.RUNNING))
        .containsExactly(
            "submit/waitFor: running needs cluster mode: in client mode the driver is a child of"
                + " this build and ends with it. Set cluster/deployMode to cluster, or"
                + " -Dspark.submit.deployMode=cluster, or wait for the end");
    assertThat(
            check(
                new Target(Manager.YARN, "yarn", DeployMode.CLUSTER, LayeredConf.empty()),
                JAR,
                WaitFor.ACCEPTED))
        .isEmpty();
  }

  @Test
  void refusesNotToWaitForADriverThatIsAChildOfTheBuild() {
    assertThat(
            check(
                new Target(Manager.LOCAL, "local[2]", DeployMode.CLIENT, LayeredConf.empty()),
                JAR,
                WaitFor.ACCEPTED))
        .containsExactly(
            "submit/wait: false needs cluster mode: in client mode the driver is a child of this"
                + " build and ends with it. Set cluster/deployMode to cluster, or"
                + " -Dspark.submit.deployMode=cluster, or wait for the end");
  }

  @Test
  void namesOnlyWhatAWorkerElsewhereCannotRead() {
    assertThat(
            check(
                Manager.STANDALONE,
                "spark://far:7077",
                DeployMode.CLUSTER,
                application("hdfs:///job.jar", List.of("file:///shared/a.jar", "/t/b.jar"))))
        .containsExactly(
            "submit/jars: '/t/b.jar' is on this machine, while a worker of spark://far:7077 runs"
                + " the driver and reads it. Give submit/jars as a URI, as in hdfs:///jobs/NAME or,"
                + " in a folder that every worker shares, file:///shared/NAME; or submit in client"
                + " mode");
  }

  @Test
  void namesFilesArchivesAndPythonFilesByTheirParameters() {
    Application application =
        new Application(
            "job",
            "local:///opt/job.jar",
            Optional.empty(),
            Optional.of("com.acme.Job"),
            List.of(),
            List.of(),
            List.of("/t/f"),
            List.of("/t/a.zip"),
            List.of("/t/p.py"));

    assertThat(check(Manager.KUBERNETES, "k8s://far", DeployMode.CLUSTER, application))
        .extracting(text -> text.substring(0, text.indexOf(" is on")))
        .containsExactly(
            "submit/files: '/t/f'", "submit/archives: '/t/a.zip'", "submit/pyFiles: '/t/p.py'");
  }

  @Test
  void namesTheSecretsThatAStandaloneWorkerShows() {
    LayeredConf conf =
        conf(
            Map.of(
                "spark.acme.password",
                "1",
                "spark.authenticate.secret",
                "2",
                "spark.executor.memory",
                "1g"));

    assertThat(exposed(Manager.STANDALONE, DeployMode.CLUSTER, conf))
        .containsExactly("spark.acme.password");
    assertThat(exposed(Manager.STANDALONE, DeployMode.CLIENT, conf)).isEmpty();
    assertThat(exposed(Manager.YARN, DeployMode.CLUSTER, conf)).isEmpty();
  }

  @Test
  void knowsTheLoopback() {
    assertThat(OwnAddresses.ofInterfaces().isMaster("spark://127.0.0.1:7077")).isTrue();
    assertThat(OwnAddresses.ofInterfaces().isMaster("spark://[::1]:7077")).isTrue();
    assertThat(OwnAddresses.ofInterfaces().isMaster("spark://192.0.2.1:7077")).isFalse();
  }

  @Test
  void addsWhatTheSettingsWantToGoAlong() {
    LayeredConf conf = conf(Map.of("spark.jars", "/c.jar, /a.jar", "spark.files", "/f"));
    Application along = application("/t/job.jar", List.of("/a.jar")).withSettings(conf);

    assertThat(along.jars()).containsExactly("/a.jar", "/c.jar");
    assertThat(along.files()).containsExactly("/f");
  }

  @Test
  void refusesWhatASettingWantsToGoAlongAndTheClusterCannotRead() {
    LayeredConf conf = conf(Map.of("spark.jars", "/c.jar"));
    Target target = new Target(Manager.STANDALONE, "spark://far:7077", DeployMode.CLUSTER, conf);
    Application along =
        application("hdfs:///t/job.jar", List.of("hdfs:///a.jar")).withSettings(conf);

    assertThat(check(target, along, WaitFor.END))
        .containsExactly(
            "spark.jars: '/c.jar' is on this machine, while a worker of spark://far:7077 runs the"
                + " driver and reads it. Give spark.jars as a URI, as in hdfs:///jobs/NAME or, in a"
                + " folder that every worker shares, file:///shared/NAME; or submit in client mode");
  }

  private static List<String> exposed(Manager manager, DeployMode mode, LayeredConf conf) {
    return new Feasibility(new Target(manager, "m", mode, conf), SPARK, JAR, OWN).exposedSecrets();
  }

  private static List<String> check(
      Manager manager, String master, DeployMode mode, Application application) {
    return check(new Target(manager, master, mode, conf(IMAGE)), application, WaitFor.END);
  }

  private static List<String> check(Target target, Application application, WaitFor waitFor) {
    Problems problems = new Problems();
    new Feasibility(target, SPARK, application, OWN).check(waitFor, problems);
    return problems.all().stream().map(Problem::toString).toList();
  }

  private static LayeredConf conf(Map<String, String> settings) {
    return LayeredConf.empty().with(Layer.PLUGIN, settings, "conf");
  }

  private static Application python(String resource) {
    return new Application(
        "job",
        resource,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private static Application application(String resource, List<String> jars) {
    return new Application(
        "job",
        resource,
        Optional.empty(),
        Optional.of("com.acme.Job"),
        List.of(),
        jars,
        List.of(),
        List.of(),
        List.of());
  }
}
