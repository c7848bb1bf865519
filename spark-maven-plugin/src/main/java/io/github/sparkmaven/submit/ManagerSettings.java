/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submit;

import io.github.sparkmaven.cluster.Target;
import io.github.sparkmaven.hardware.Manager;
import java.util.List;

/** Which settings say how a manager is reached. */
final class ManagerSettings {
  private static final List<String> YARN =
      List.of("spark.hadoop.", "spark.kerberos.", Target.PROXY_USER);
  private static final List<String> STANDALONE =
      List.of("spark.master.ui.", "spark.master.rest.", "spark.ui.reverseProxy");
  private static final List<String> KUBERNETES =
      List.of(
          "spark.kubernetes.namespace",
          "spark.kubernetes.context",
          "spark.kubernetes.authenticate.submission.",
          "spark.kubernetes.authenticate.caCertFile",
          "spark.kubernetes.authenticate.clientCertFile",
          "spark.kubernetes.trust.certificates");

  private ManagerSettings() {}

  static boolean reach(Manager manager, String key) {
    List<String> prefixes =
        switch (manager) {
          case LOCAL -> List.of();
          case STANDALONE -> STANDALONE;
          case YARN -> YARN;
          case KUBERNETES -> KUBERNETES;
        };
    return prefixes.stream().anyMatch(key::startsWith);
  }
}
