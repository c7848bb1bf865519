/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.plan;

import io.github.sparkmaven.conf.Layer;
import io.github.sparkmaven.conf.Setting;
import io.github.sparkmaven.plan.kubernetes.PodTemplates;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The settings that name the pod templates.
 *
 * @param pods the templates
 * @param folder where they stand
 */
record PodSettings(PodTemplates pods, Path folder) {
  private static final String SOURCE =
      "https://spark.apache.org/docs/latest/running-on-kubernetes.html#pod-template";

  List<Setting> all() {
    Stream<Setting> driver =
        pods.driver().stream()
            .map(
                text ->
                    setting(
                        PodTemplates.DRIVER_KEY,
                        PodTemplates.DRIVER_FILE,
                        "keeps the driver off spot nodes where there are others"));
    Stream<Setting> executor =
        pods.executor().stream()
            .map(
                text ->
                    setting(
                        PodTemplates.EXECUTOR_KEY,
                        PodTemplates.EXECUTOR_FILE,
                        "lets executors onto nodes that providers taint: spot, GPU"));
    return Stream.concat(driver, executor).toList();
  }

  private Setting setting(String key, String file, String reason) {
    // Spark reads it as a URI, which a plain path with a space is not (DependencyUtils).
    String uri = folder.resolve(file).toUri().toString();
    return new Setting(key, uri, Layer.PLAN, reason, SOURCE);
  }
}
