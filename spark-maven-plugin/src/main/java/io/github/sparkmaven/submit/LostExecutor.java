/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submit;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * An executor that ended before its time: mostly for memory, of which this says whose it was.
 *
 * @param reason what its manager says
 * @param python whether the program is Python, so that workers run beside the executor's JVM
 */
record LostExecutor(
    String id, String reason, Function<String, Optional<String>> settings, boolean python) {
  // ExecutorExitCode.OOM, and the code of a process that SIGKILL ended: 128 + 9.
  private static final String EXIT =
      "(?i)exit(?:ed)?[ _]?(?:with\\s+)?(?:exit ?)?(?:code|status)\\D{0,6}";
  private static final Pattern OUT_OF_HEAP = Pattern.compile(EXIT + "52\\b");
  static final Pattern KILLED = Pattern.compile(EXIT + "137\\b|OOMKilled");
  static final Pattern BEYOND_LIMIT =
      Pattern.compile(
          "exceeding (?:physical|virtual) memory limits|beyond the '(?:PHYSICAL|VIRTUAL)' memory limit");

  /** Returns what ended it. */
  RootCause cause() {
    if (OUT_OF_HEAP.matcher(reason).find()) {
      return new RootCause(
          "Executor "
              + id
              + " ran out of heap (java.lang.OutOfMemoryError, exit code 52); its limit is spark.executor.memory"
              + now("spark.executor.memory", "1g"),
          "Raise spark.executor.memory, or give each task less to hold: more partitions, fewer spark.executor.cores");
    }
    Optional<ExecutorMemory> parts = python ? ExecutorMemory.of(settings) : Optional.empty();
    if (BEYOND_LIMIT.matcher(reason).find()) {
      return parts
          .flatMap(memory -> UsedMemory.in(reason).map(used -> beyond(used, memory)))
          .orElseGet(
              () ->
                  new RootCause(
                      lost(),
                      "Raise spark.executor.memoryOverhead"
                          + now("spark.executor.memoryOverhead", "")));
    }
    if (KILLED.matcher(reason).find()) {
      return parts.map(this::killed).orElseGet(this::killed);
    }
    return new RootCause(lost(), "Look for why in the log of the executor");
  }

  private RootCause beyond(UsedMemory used, ExecutorMemory memory) {
    long worker = memory.neededWorkerMib(used.usedMib());
    return new RootCause(
        "Executor "
            + id
            + " was killed by YARN for its memory: its container used "
            + used.text()
            + ", of which "
            + memory.parts(),
        "Declare workload/pythonWorkerMemory, at least "
            + worker
            + "m (what was used beside the heap, for each worker): the plan then reserves it, with fewer cores"
            + " or less heap; where spark.executor.memoryOverhead is pinned, it has to be "
            + memory.overheadMib(worker)
            + "m");
  }

  private RootCause killed(ExecutorMemory memory) {
    return new RootCause(
        "Executor "
            + id
            + " was killed (SIGKILL, exit code 137), mostly by its node or container for its memory, of which "
            + memory.parts(),
        "Declare more workload/pythonWorkerMemory than "
            + memory.workerMib()
            + "m: the plan then reserves it; or look for who else killed it in the log of the executor");
  }

  private RootCause killed() {
    return new RootCause(
        "Executor "
            + id
            + " was killed (SIGKILL, exit code 137), mostly by its node or container for using more memory than spark.executor.memory"
            + now("spark.executor.memory", "1g")
            + " and spark.executor.memoryOverhead"
            + now("spark.executor.memoryOverhead", "")
            + " allow",
        "Raise spark.executor.memoryOverhead, or look for who else killed it in the log of the executor");
  }

  private String lost() {
    return "Executor " + id + " was lost: " + reason;
  }

  private String now(String key, String otherwise) {
    String value = settings.apply(key).orElse(otherwise);
    return value.isEmpty() ? "" : "=" + value;
  }
}
