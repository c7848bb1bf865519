/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.cluster.kubernetes;

import io.github.sparkmaven.cluster.Target;
import io.github.sparkmaven.hardware.DeployMode;
import java.util.regex.Pattern;

/**
 * What an application is called on Kubernetes: its driver's pod, or, where the driver runs outside
 * of the cluster, the id that its executors' pods are labelled with.
 *
 * @param context the kubeconfig's context that the settings name, or empty
 * @param pod the driver's pod, or empty
 * @param application Spark's id of the application, or empty
 */
record PodId(String context, String namespace, String pod, String application) {
  private static final Pattern APPLICATION =
      Pattern.compile("spark-(?:[0-9a-f]{32}|application-\\d+)");

  static PodId of(String id, Target target) {
    String context = target.setting("spark.kubernetes.context").orElse("");
    String namespace = target.setting("spark.kubernetes.namespace").orElse("default");
    int colon = id.indexOf(':');
    if (colon >= 0) {
      return new PodId(context, id.substring(0, colon), id.substring(colon + 1), "");
    }
    // In client mode nothing has a driver's pod, and spark.app.id may be of any form.
    return APPLICATION.matcher(id).matches() || target.mode() == DeployMode.CLIENT
        ? new PodId(context, namespace, "", id)
        : new PodId(context, namespace, id, "");
  }

  /** Returns the name that is asked for. */
  String asked() {
    return pod.isEmpty() ? application : namespace + ":" + pod;
  }

  String look() {
    return kubectl(
        pod.isEmpty() ? "get pods -l spark-app-selector=" + application : "describe pod " + pod);
  }

  String kill() {
    return kubectl(
        pod.isEmpty() ? "delete pods -l spark-app-selector=" + application : "delete pod " + pod);
  }

  /** Returns the command that shows what became of a pod that is gone. */
  String events() {
    return kubectl("get events --field-selector involvedObject.name=" + pod);
  }

  private String kubectl(String rest) {
    return "kubectl "
        + (context.isEmpty() ? "" : "--context " + context + " ")
        + "-n "
        + namespace
        + " "
        + rest;
  }

  /** Returns what messages call it. */
  @Override
  public String toString() {
    return pod.isEmpty()
        ? "application " + application + " in namespace " + namespace
        : "pod " + pod + " in namespace " + namespace;
  }
}
