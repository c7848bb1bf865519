/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.explain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a run adds to the settings that it was given: by Spark as it starts, by the manager, and by
 * a submission of this plugin. {@code docs/explain.md} has the list.
 */
final class RunSettings {
  // SparkContext and its scheduler backends, SparkSubmit, YARN's Client and ApplicationMaster, the
  // Kubernetes feature steps, spark-shell; the tag and the verdict of spark:submit.
  private static final List<String> KEYS =
      List.of(
          "spark.app.attempt.id",
          "spark.app.id",
          "spark.app.initial.*",
          "spark.app.name",
          "spark.app.startTime",
          "spark.app.submitTime",
          "spark.driver.appUIAddress",
          "spark.driver.host",
          "spark.driver.port",
          "spark.executor.id",
          "spark.jars",
          "spark.kubernetes.driver.pod.name",
          "spark.kubernetes.executor.podNamePrefix",
          "spark.kubernetes.memoryOverheadFactor",
          "spark.kubernetes.resource.type",
          "spark.kubernetes.submitInDriver",
          "spark.org.apache.hadoop.yarn.server.webproxy.*",
          "spark.repl.*",
          "spark.sql.warehouse.dir",
          "spark.ui.filters",
          "spark.ui.port",
          "spark.ui.proxyBase",
          "spark.yarn.app.container.log.dir",
          "spark.yarn.app.id",
          "spark.yarn.tags");

  // What SparkContext and SparkEnv write down where nobody has set it.
  private static final Map<String, String> FILLED_IN =
      Map.of(
          "spark.hadoop.fs.s3a.vectored.read.max.merged.size", "2M",
          "spark.hadoop.fs.s3a.vectored.read.min.seek.size", "128K",
          "spark.scheduler.mode", "FIFO");

  // JavaModuleOptions.defaultModuleOptions, which SparkContext puts before the user's options.
  private static final Pattern MODULE_OPTIONS =
      Pattern.compile(
          "^(-Djava\\.net\\.preferIPv6Addresses=\\S+|-XX:\\+IgnoreUnrecognizedVMOptions"
              + "|--(add-opens|add-modules|add-exports|enable-native-access)=\\S+"
              + "|-Djdk\\.reflect\\.useDirectMethodHandle=\\S+"
              + "|-Dio\\.netty\\.\\S+|-Djava\\.security\\.manager=\\S+|\\s)+");

  private RunSettings() {}

  /**
   * Returns a value as it was given to a run; nothing where the run wrote it down itself.
   *
   * @param isSetHere whether the other side sets the key, so that its value matters all the same
   */
  static Optional<String> given(String key, String value, boolean isSetHere) {
    if (isOfEveryRun(key) || (!isSetHere && value.equals(FILLED_IN.get(key)))) {
      return Optional.empty();
    }
    if (!key.endsWith(".extraJavaOptions")) {
      return Optional.of(value);
    }
    Matcher options = MODULE_OPTIONS.matcher(value);
    String own = options.replaceFirst("");
    return own.isEmpty() && !value.isEmpty() ? Optional.empty() : Optional.of(own);
  }

  /** Says whether every run gives a key its value itself. */
  static boolean isOfEveryRun(String key) {
    return KEYS.stream()
        .anyMatch(
            own ->
                own.endsWith("*")
                    ? key.startsWith(own.substring(0, own.length() - 1))
                    : key.equals(own));
  }
}
