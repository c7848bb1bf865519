/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.runtime;

import io.github.sparkmaven.unit.MemorySize;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What spark-submit gives the driver's JVM; a JVM that runs cannot take it any more. */
public final class DriverOptions {
  private static final String MEMORY = "spark.driver.memory";
  private static final List<String> OPTIONS =
      List.of("spark.driver.defaultJavaOptions", "spark.driver.extraJavaOptions");
  // Spark's own default of spark.driver.memory, which spark-submit gives its JVM.
  private static final String HEAP = "1g";

  private DriverOptions() {}

  /**
   * Returns the heap and the options that settings ask for.
   *
   * @throws io.github.sparkmaven.problem.InputException if the heap is no size
   */
  public static List<String> of(Map<String, String> settings) {
    List<String> options = new ArrayList<>();
    MemorySize heap = MemorySize.parse(MEMORY, settings.getOrDefault(MEMORY, HEAP));
    options.add("-Xmx" + heap.mebibytes() + "m");
    options.addAll(words(settings));
    return options;
  }

  /** Returns the options beside the heap. */
  public static List<String> words(Map<String, String> settings) {
    List<String> words = new ArrayList<>();
    for (String key : OPTIONS) {
      String given = settings.getOrDefault(key, "").strip();
      if (!given.isEmpty()) {
        words.addAll(List.of(given.split("\\s+", -1)));
      }
    }
    return words;
  }
}
