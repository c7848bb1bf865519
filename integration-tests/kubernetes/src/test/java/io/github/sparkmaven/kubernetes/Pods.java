/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.kubernetes;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Pods as Spark makes them, with a script of what becomes of them. */
final class Pods {
  static final String APPLICATION = "spark-0123456789abcdef0123456789abcdef";
  private static final ObjectMapper JSON = new ObjectMapper();

  private Pods() {}

  static ObjectNode driver(String name, String script) {
    return pod(name, "driver", APPLICATION, script);
  }

  static ObjectNode pod(String name, String role, String application, String script) {
    ObjectNode pod = JSON.createObjectNode().put("apiVersion", "v1").put("kind", "Pod");
    ObjectNode metadata = pod.putObject("metadata").put("name", name);
    metadata
        .putObject("labels")
        .put("spark-role", role)
        .put("spark-app-selector", application)
        .put("spark-maven-project", "acme-clustering")
        .put("spark-maven-submission", "s1")
        .put("spark-maven-content", "c1");
    metadata.putObject("annotations").put(PodScript.ANNOTATION, script);
    ObjectNode container =
        pod.putObject("spec")
            .putArray("containers")
            .addObject()
            .put("name", "spark-kubernetes-" + role)
            .put("image", "acme/spark:1");
    container.putArray("args").add(role);
    container.putArray("ports").addObject().put("name", "spark-ui").put("containerPort", 4040);
    container.putObject("resources").putObject("limits").put("memory", "1408Mi");
    return pod;
  }
}
