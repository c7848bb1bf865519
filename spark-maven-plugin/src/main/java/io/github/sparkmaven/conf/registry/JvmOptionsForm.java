/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.conf.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What Spark forbids in the options of its JVMs: the heap, which other settings give, and for all
 * but the driver Spark's own settings.
 *
 * <p>Spark looks for the same beginnings anywhere in the text, once the job starts ({@code
 * SparkConf.validateSettings}, {@code SparkSubmitCommandBuilder.checkJavaOptions}, YARN's {@code
 * Client.createContainerLaunchContext}). Where its code lets one pass, as a driver's heap in
 * cluster mode, its <a
 * href="https://spark.apache.org/docs/latest/configuration.html#runtime-environment">documentation
 * </a> still calls it illegal: two settings would say how large one heap is.
 */
final class JvmOptionsForm {
  private static final String HEAP = "-Xmx";
  private static final String SETTING = "-Dspark";
  private static final Map<String, String> HEAP_KEYS =
      Map.of(
          "spark.driver.defaultJavaOptions", "spark.driver.memory",
          "spark.driver.extraJavaOptions", "spark.driver.memory",
          "spark.executor.defaultJavaOptions", "spark.executor.memory",
          "spark.executor.extraJavaOptions", "spark.executor.memory",
          "spark.yarn.am.extraJavaOptions", "spark.yarn.am.memory");

  private JvmOptionsForm() {}

  /** Returns what to write instead, as a sentence, if options hold what Spark forbids. */
  static Optional<String> wanted(String key, String value) {
    String heapKey = HEAP_KEYS.get(key);
    if (heapKey == null) {
      return Optional.empty();
    }
    List<String> wanted = new ArrayList<>();
    if (value.contains(HEAP)) {
      wanted.add(word(value, HEAP) + " out and give the heap as " + heapKey);
    }
    if (value.contains(SETTING) && !key.startsWith("spark.driver.")) {
      wanted.add(word(value, SETTING) + " out and give it as a setting of its own");
    }
    return wanted.isEmpty()
        ? Optional.empty()
        : Optional.of("Take " + String.join(", and take ", wanted));
  }

  private static String word(String value, String part) {
    return Stream.of(value.split("\\s+"))
        .filter(word -> word.contains(part))
        .findFirst()
        .orElseThrow();
  }
}
