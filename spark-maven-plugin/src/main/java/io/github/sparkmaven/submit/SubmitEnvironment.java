/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submit;

import io.github.sparkmaven.hardware.Manager;
import java.util.Map;
import java.util.TreeMap;

/** The environment variables that spark-submit gets beside those of this JVM. */
public final class SubmitEnvironment {
  private static final String LOCAL_IP = "SPARK_LOCAL_IP";

  private SubmitEnvironment() {}

  /**
   * Returns them. Local mode serves its UI to this machine alone, unless the user's environment
   * says otherwise.
   */
  public static Map<String, String> of(SubmitRequest request) {
    Map<String, String> variables = new TreeMap<>();
    if (request.target().manager() == Manager.LOCAL && System.getenv(LOCAL_IP) == null) {
      variables.put(LOCAL_IP, "127.0.0.1");
    }
    request
        .jvm()
        .confFolder()
        .ifPresent(folder -> variables.put("SPARK_CONF_DIR", folder.toString()));
    variables.putAll(request.jvm().environment());
    return variables;
  }
}
