/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submit;

import io.github.sparkmaven.cluster.Target;
import io.github.sparkmaven.conf.Setting;
import io.github.sparkmaven.conf.SparkVersion;
import io.github.sparkmaven.problem.Problems;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What cannot be submitted to Kubernetes, or would run there as nobody meant it. */
record KubernetesLimits(Target target, SparkVersion spark) {
  private static final String PREFIX = "spark.kubernetes.";
  private static final String IMAGE = "container.image";
  private static final String DRIVER_MASTER = PREFIX + "driver.master";

  // DriverServiceFeatureStep's requirements at 3.5.5 and 4.1.0.
  private static final List<String> ADDRESSES =
      List.of("spark.driver.host", "spark.driver.bindAddress");

  void check(Problems problems) {
    problems.require(
        spark.atLeast(3, 4),
        "Spark " + spark.version(),
        "has an API client (fabric8 5.12) with which the pods of a job cannot be asked about, so"
            + " that nobody could tell what became of it",
        "Use Spark 3.4 or later on Kubernetes");
    checkImage(problems);
    if (target.driverInCluster()) {
      ADDRESSES.forEach(key -> target.conf().find(key).ifPresent(it -> managed(it, problems)));
      target
          .conf()
          .find(DRIVER_MASTER)
          .filter(master -> master.value().strip().startsWith("local"))
          .ifPresent(master -> driverAlone(master, problems));
    }
  }

  /**
   * A pod template's image does not count for Spark (BasicDriver- and BasicExecutorFeatureStep).
   */
  private void checkImage(Problems problems) {
    Stream<String> roles =
        target.driverInCluster() ? Stream.of("driver", "executor") : Stream.of("executor");
    List<String> without = roles.filter(role -> !hasImage(role)).toList();
    problems.require(
        without.isEmpty(),
        "cluster/kubernetes/image",
        "is missing, and Spark starts no " + String.join(" and no ", without) + " without an image",
        "Give it in the POM, as in <image>acme/spark:"
            + spark.version()
            + "</image>, or -D"
            + PREFIX
            + IMAGE
            + "=acme/spark:"
            + spark.version());
  }

  private boolean hasImage(String role) {
    return Stream.of(PREFIX + IMAGE, PREFIX + role + "." + IMAGE)
        .map(target::setting)
        .flatMap(Optional::stream)
        .anyMatch(image -> !image.isBlank());
  }

  private static void managed(Setting address, Problems problems) {
    problems.add(
        address.key(),
        given(address)
            + " is refused by Spark in cluster mode on Kubernetes, where the driver's address is"
            + " that of its pod and its service",
        "Remove it, or give it in the conf of those environments alone that need it");
  }

  private static void driverAlone(Setting master, Problems problems) {
    problems.add(
        master.key(),
        given(master)
            + " runs the whole job within the driver's pod: it would end well without the"
            + " executors that are planned",
        "Remove it, or give the API server's address within the cluster");
  }

  private static String given(Setting setting) {
    return "'" + setting.value() + "' (" + setting.layer().label() + ": " + setting.reason() + ")";
  }
}
