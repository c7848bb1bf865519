/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submit;

import io.github.sparkmaven.cluster.Target;
import io.github.sparkmaven.conf.Redaction;
import io.github.sparkmaven.conf.Setting;
import io.github.sparkmaven.conf.SparkVersion;
import io.github.sparkmaven.hardware.Manager;
import io.github.sparkmaven.problem.Problems;
import io.github.sparkmaven.unit.ResourcePath;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What can be known to go wrong before anything starts: files that the cluster cannot read, a wait
 * that cannot be cut short, and what the manager has no way to do.
 *
 * @param thisMachine knows the addresses of this machine
 */
public record Feasibility(
    Target target, SparkVersion spark, Application application, OwnAddresses thisMachine) {
  private static final String UPLOAD_PATH = "spark.kubernetes.file.upload.path";
  private static final Map<String, String> PARAMETERS =
      Map.of(
          "--jars", "submit/jars",
          "--files", "submit/files",
          "--archives", "submit/archives",
          "--py-files", "submit/pyFiles");

  /** Notes all that cannot be. */
  public void check(WaitFor waitFor, Problems problems) {
    problems.require(
        waitFor == WaitFor.END || target.driverInCluster(),
        // Not to wait is said by the other parameter.
        waitFor == WaitFor.ACCEPTED ? "submit/wait" : "submit/waitFor",
        (waitFor == WaitFor.ACCEPTED ? "false" : waitFor.name().toLowerCase(Locale.ROOT))
            + " needs cluster mode: in client mode the driver is a child of this build and ends"
            + " with it",
        "Set cluster/deployMode to cluster, or -Dspark.submit.deployMode=cluster, or wait for the"
            + " end");
    problems.require(
        !application.isPython()
            || target.manager() != Manager.STANDALONE
            || !target.driverInCluster(),
        "cluster/deployMode",
        "is cluster, and a standalone master runs no Python driver: spark-submit refuses it",
        "Set it to client, which is the default, or submit to YARN or Kubernetes");
    if (target.manager() == Manager.KUBERNETES) {
      new KubernetesLimits(target, spark).check(problems);
    }
    if (target.driverInCluster()) {
      checkReach(problems);
    }
  }

  /**
   * Returns the keys of settings that Spark will put on a command line although they are secret: a
   * standalone worker starts a driver with {@code -D} for each of them (Client and
   * StandaloneRestServer in spark-core; only {@code spark.authenticate.secret} is kept out).
   */
  public List<String> exposedSecrets() {
    if (target.manager() != Manager.STANDALONE || !target.driverInCluster()) {
      return List.of();
    }
    Redaction redaction = Redaction.of(target.conf());
    return target.conf().effective().stream()
        .filter(redaction::hides)
        .map(Setting::key)
        .filter(key -> key.startsWith("spark.") && !key.startsWith("spark.authenticate.secret"))
        .toList();
  }

  private void checkReach(Problems problems) {
    switch (target.manager()) {
      case LOCAL, YARN -> {} // YARN's client uploads.
      case STANDALONE -> checkStandalone(problems);
      case KUBERNETES -> checkKubernetes(problems);
    }
  }

  /** A URI, {@code file:} too, is the user's word that every worker finds it there. */
  private void checkStandalone(Problems problems) {
    List<String> unread =
        resources().map(Resource::text).filter(text -> !ResourcePath.isUri(text)).toList();
    if (unread.isEmpty() || thisMachine.isMaster(target.master())) {
      return;
    }
    String why =
        "is on this machine, while a worker of "
            + target.master()
            + " runs the driver and reads it";
    String fix =
        "as in hdfs:///jobs/NAME or, in a folder that every worker shares, file:///shared/NAME;"
            + " or submit in client mode";
    resources()
        .filter(resource -> unread.contains(resource.text))
        .forEach(
            resource ->
                problems.add(
                    resource.parameter,
                    "'" + resource.text + "' " + why,
                    "Give " + resource.parameter + " as a URI, " + fix));
  }

  private void checkKubernetes(Problems problems) {
    if (target.setting(UPLOAD_PATH).isPresent()) {
      return;
    }
    resources()
        .filter(resource -> isLocalToSubmitter(resource.text))
        .forEach(
            resource ->
                problems.add(
                    resource.parameter,
                    "'"
                        + resource.text
                        + "' is on this machine, and the driver's pod cannot read it",
                    "Give cluster/kubernetes/uploadPath, as in s3a://bucket/uploads, or a resource"
                        + " of the image, as in local:///opt/jobs/NAME"));
  }

  private static boolean isLocalToSubmitter(String text) {
    return !ResourcePath.isUri(text) || text.startsWith("file:");
  }

  private Stream<Resource> resources() {
    Stream<Resource> companions =
        application.companions().entrySet().stream()
            .flatMap(
                option ->
                    option.getValue().stream()
                        .map(text -> new Resource(parameter(option.getKey(), text), text)));
    return Stream.concat(
        Stream.of(new Resource("submit/applicationResource", application.resource())), companions);
  }

  /** Names where the user gave it. */
  private String parameter(String option, String text) {
    return Application.ofSetting(option, target.conf()).anyMatch(text::equals)
        ? Application.setting(option)
        : PARAMETERS.getOrDefault(option, option);
  }

  private record Resource(String parameter, String text) {}
}
