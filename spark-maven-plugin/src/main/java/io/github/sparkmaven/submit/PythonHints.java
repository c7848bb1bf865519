/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Says what to do about what ends Python programs, and their workers, alone. */
final class PythonHints {
  private static final Pattern MISSING =
      Pattern.compile("^(?:ModuleNotFoundError|ImportError)\\b|No module named '");
  private static final Map<Pattern, String> HINTS = hints();

  private PythonHints() {}

  /**
   * Returns what is known of a cause.
   *
   * @param inWorker whether it was a task's
   */
  static Optional<String> of(String text, boolean inWorker) {
    if (MISSING.matcher(text).find()) {
      return Optional.of(
          inWorker
              ? "Send it to the workers: among the requirements, which python/packEnvironment takes along,"
                  + " below python/sourceDirectory, or in submit/pyFiles"
              : "Add it to the requirements, or put it below python/sourceDirectory; a driver on the"
                  + " cluster gets the requirements with python/packEnvironment");
    }
    return HINTS.entrySet().stream()
        .filter(entry -> entry.getKey().matcher(text).find())
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static Map<Pattern, String> hints() {
    Map<Pattern, String> hints = new LinkedHashMap<>();
    hints.put(
        Pattern.compile("Cannot run program \"[^\"]*python[^\"]*\""),
        "The node has no such interpreter: set python/packEnvironment to true, or spark.pyspark.python to"
            + " one that every node has");
    hints.put(
        Pattern.compile("PYTHON_VERSION_MISMATCH|Python in worker has different version"),
        "Driver and workers need one Python: set python/packEnvironment to true, or python/executable and"
            + " spark.pyspark.python to the same version");
    hints.put(
        Pattern.compile("Python worker exited unexpectedly"),
        "A worker's process died, as of a crash in a native library or for want of memory: read the log of"
            + " the executor, set spark.python.worker.faulthandler.enabled=true, or raise"
            + " workload/pythonWorkerMemory");
    hints.put(
        Pattern.compile("^MemoryError\\b"),
        "The process was given no more memory: in a worker, raise workload/pythonWorkerMemory, which"
            + " spark.executor.pyspark.memory enforces; in the driver, collect less");
    return hints;
  }
}
