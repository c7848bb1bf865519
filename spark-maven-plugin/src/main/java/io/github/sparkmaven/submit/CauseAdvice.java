/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says what to do about a cause, and, of memory that was short, whose it was and which setting
 * limits it.
 */
final class CauseAdvice {
  private static final String HEAP = "java.lang.OutOfMemoryError";
  private static final Pattern LOST_EXECUTOR =
      Pattern.compile(
          "ExecutorLostFailure \\(executor (\\S+) exited[^)]*\\)\\s*(?:Reason: ?)?(.*)");

  private static final Map<Pattern, String> HINTS = hints();

  private final Function<String, Optional<String>> settings;
  private final boolean python;

  /**
   * Names limits as the job's settings give them.
   *
   * @param python whether the program is Python
   */
  CauseAdvice(Function<String, Optional<String>> settings, boolean python) {
    this.settings = settings;
    this.python = python;
  }

  /**
   * Returns a cause with what to do about it.
   *
   * @param text the exception or the reason, one line
   * @param executor whose task failed, where it was a task
   * @param inWorker whether it was a task, or the Python function that one called
   */
  RootCause of(String text, Optional<String> executor, boolean inWorker) {
    Matcher lost = LOST_EXECUTOR.matcher(text);
    if (lost.find()) {
      return new LostExecutor(lost.group(1), lost.group(2), settings, python).cause();
    }
    if (text.contains(HEAP)) {
      return executor
          .filter(id -> !id.equals("driver"))
          .map(id -> executorHeap(id, text))
          .orElseGet(() -> driverHeap(text));
    }
    if (LostExecutor.BEYOND_LIMIT.matcher(text).find()) {
      return new RootCause(
          text, "Raise spark.driver.memoryOverhead" + now("spark.driver.memoryOverhead"));
    }
    if (text.contains("AM Container") && LostExecutor.KILLED.matcher(text).find()) {
      return new RootCause(
          text + ": the driver was killed",
          "Raise spark.driver.memoryOverhead" + now("spark.driver.memoryOverhead"));
    }
    Optional<String> hint = python ? PythonHints.of(text, inWorker) : Optional.empty();
    return new RootCause(text, hint.orElseGet(() -> hint(text)));
  }

  /** Returns the end of an executor, and its manager's reason, as a task's failure puts it. */
  static String lostExecutor(String id, String reason) {
    return "ExecutorLostFailure (executor " + id + " exited) Reason: " + reason;
  }

  private static String hint(String text) {
    return HINTS.entrySet().stream()
        .filter(entry -> entry.getKey().matcher(text).find())
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("");
  }

  /** Returns the cause of a driver container that its manager reports the end of. */
  RootCause ofContainer(int exitCode, String reason) {
    String text =
        "The driver's container ended with exit code "
            + exitCode
            + (reason.isEmpty() ? "" : ", " + reason);
    return exitCode == 137
        ? new RootCause(
            text
                + ": it was killed, mostly for using more memory than its limit, the sum of spark.driver.memory"
                + now("spark.driver.memory")
                + " and spark.driver.memoryOverhead"
                + now("spark.driver.memoryOverhead"),
            "Raise spark.driver.memoryOverhead")
        : new RootCause(text, "");
  }

  private RootCause executorHeap(String id, String text) {
    return new RootCause(
        text
            + ", in executor "
            + id
            + ", whose heap is limited by spark.executor.memory"
            + now("spark.executor.memory", "1g"),
        "Raise spark.executor.memory, or give each task less to hold: more partitions, fewer spark.executor.cores");
  }

  private RootCause driverHeap(String text) {
    return new RootCause(
        text
            + ", in the driver, whose heap is limited by spark.driver.memory"
            + now("spark.driver.memory", "1g"),
        "Raise spark.driver.memory, or collect less to the driver");
  }

  private String now(String key, String otherwise) {
    return "=" + settings.apply(key).orElse(otherwise);
  }

  private String now(String key) {
    return settings.apply(key).map(value -> "=" + value).orElse("");
  }

  private static Map<Pattern, String> hints() {
    Map<Pattern, String> hints = new LinkedHashMap<>();
    hints.put(
        Pattern.compile("^Shutdown hook called before final status"),
        "End the program by returning from main or by an exception: YARN counts System.exit as a failure whatever the code, and keeps no code");
    hints.put(
        Pattern.compile("User did not initialize spark context"),
        "In cluster mode the program must make a SparkContext, and must not set its own master");
    hints.put(
        Pattern.compile("Too large frame"),
        "The port speaks another protocol: a standalone master listens on 7077, its REST server on 6066");
    hints.put(
        Pattern.compile("Local jar .* does not exist|NoSuchFile.*\\.jar"),
        "Package the job, and give a path that every node can read where the driver runs in the cluster");
    hints.put(
        Pattern.compile("^Failed to load "),
        "Check job/mainClass, and that the packaged jar holds the class");
    hints.put(
        Pattern.compile("^java\\.lang\\.(ClassNotFoundException|NoClassDefFoundError)"),
        "Package the class with the job, or send its jar along in submit/jars");
    hints.put(
        Pattern.compile(
            "java\\.lang\\.(NoSuchMethodError|AbstractMethodError|IncompatibleClassChangeError)|InvalidClassException"),
        "Two versions of a library, or of Spark, meet: compare the job's dependencies with the cluster's Spark");
    hints.put(
        Pattern.compile(
            "masters are unresponsive|No master is available|ConnectException|UnknownHostException"),
        "Check that something listens at that address, and that this machine reaches it");
    hints.put(
        Pattern.compile("spark\\.driver\\.maxResultSize"),
        "Raise spark.driver.maxResultSize, or collect less to the driver");
    hints.put(
        Pattern.compile("NotSerializableException|Task not serializable"),
        "Create the object inside the function, or make its class Serializable");
    hints.put(
        Pattern.compile("PATH_NOT_FOUND|Path does not exist"),
        "Check the path; it is read from every node");
    hints.put(
        Pattern.compile("Invalid signature file digest"),
        "Leave META-INF/*.SF, *.DSA and *.RSA out of the shaded jar");
    hints.put(
        Pattern.compile(
            "^(The YARN application has already ended|Application application_\\S+ finished with failed)"),
        "Read the log of the application master, which yarn logs -applicationId prints");
    return hints;
  }
}
