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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KubernetesLimitsTest {
  private static final String IMAGE = "spark.kubernetes.container.image";
  private static final String NO_IMAGE =
      "cluster/kubernetes/image: is missing, and Spark starts no %s without an image. Give it in the"
          + " POM, as in <image>acme/spark:3.5.5</image>, or"
          + " -Dspark.kubernetes.container.image=acme/spark:3.5.5";

  @Test
  void letsWhatIsCompletePass() {
    assertThat(check("3.5.5", DeployMode.CLUSTER, Map.of(IMAGE, "acme/spark"))).isEmpty();
    assertThat(check("3.4.0", DeployMode.CLIENT, Map.of(IMAGE, "acme/spark"))).isEmpty();
  }

  @Test
  void refusesPodsWithoutAnImage() {
    assertThat(check("3.5.5", DeployMode.CLUSTER, Map.of()))
        .containsExactly(NO_IMAGE.formatted("driver and no executor"));
    assertThat(check("3.5.5", DeployMode.CLUSTER, Map.of(IMAGE, " ")))
        .containsExactly(NO_IMAGE.formatted("driver and no executor"));
  }

  @ParameterizedTest
  @CsvSource({
    "CLUSTER, driver, executor",
    "CLUSTER, executor, driver",
    "CLIENT, driver, executor",
  })
  void namesTheRoleThatHasNoImage(DeployMode mode, String has, String hasNot) {
    assertThat(check("3.5.5", mode, Map.of("spark.kubernetes." + has + ".container.image", "a")))
        .containsExactly(NO_IMAGE.formatted(hasNot));
  }

  @Test
  void needsNoImageForADriverOnThisMachine() {
    assertThat(
            check(
                "3.5.5",
                DeployMode.CLIENT,
                Map.of("spark.kubernetes.executor.container.image", "a")))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"spark.driver.host", "spark.driver.bindAddress"})
  void refusesAnAddressThatSparkRefuses(String key) {
    Map<String, String> settings = Map.of(IMAGE, "a", key, "127.0.0.1");

    assertThat(check("3.5.5", DeployMode.CLUSTER, settings))
        .containsExactly(
            key
                + ": '127.0.0.1' (plugin: conf) is refused by Spark in cluster mode on Kubernetes,"
                + " where the driver's address is that of its pod and its service. Remove it, or"
                + " give it in the conf of those environments alone that need it");
    assertThat(check("3.5.5", DeployMode.CLIENT, settings)).isEmpty();
  }

  @Test
  void refusesAJobThatWouldRunInTheDriversPodAlone() {
    Map<String, String> settings = Map.of(IMAGE, "a", "spark.kubernetes.driver.master", "local[2]");

    assertThat(check("3.5.5", DeployMode.CLUSTER, settings))
        .containsExactly(
            "spark.kubernetes.driver.master: 'local[2]' (plugin: conf) runs the whole job within the"
                + " driver's pod: it would end well without the executors that are planned. Remove"
                + " it, or give the API server's address within the cluster");
  }

  @Test
  void letsADriverReachTheApiElsewhere() {
    Map<String, String> settings = new HashMap<>(Map.of(IMAGE, "a"));
    settings.put("spark.kubernetes.driver.master", "https://kubernetes.default.svc");

    assertThat(check("3.5.5", DeployMode.CLUSTER, settings)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"CLUSTER", "CLIENT"})
  void refusesASparkWhoseClientCannotAsk(DeployMode mode) {
    assertThat(check("3.3.4", mode, Map.of(IMAGE, "a")))
        .containsExactly(
            "Spark 3.3.4: has an API client (fabric8 5.12) with which the pods of a job cannot be"
                + " asked about, so that nobody could tell what became of it. Use Spark 3.4 or later"
                + " on Kubernetes");
  }

  @Test
  void isAskedOfKubernetesAlone() {
    Problems problems = new Problems();
    Target target = new Target(Manager.YARN, "yarn", DeployMode.CLUSTER, LayeredConf.empty());
    new Feasibility(
            target,
            new SparkVersion("3.3.4", "2.12"),
            Application.ofJar(Path.of("/t/job.jar"), "com.acme.Job", List.of()),
            host -> false)
        .check(WaitFor.END, problems);

    assertThat(problems.all()).isEmpty();
  }

  private static List<String> check(String spark, DeployMode mode, Map<String, String> settings) {
    Problems problems = new Problems();
    LayeredConf conf = LayeredConf.empty().with(Layer.PLUGIN, settings, "conf");
    Target target = new Target(Manager.KUBERNETES, "k8s://far", mode, conf);
    new Feasibility(
            target,
            new SparkVersion(spark, "2.12"),
            new Application(
                "job",
                "local:///opt/job.jar",
                Optional.empty(),
                Optional.of("com.acme.Job"),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of()),
            host -> false)
        .check(WaitFor.END, problems);
    return problems.all().stream().map(Problem::toString).toList();
  }
}
