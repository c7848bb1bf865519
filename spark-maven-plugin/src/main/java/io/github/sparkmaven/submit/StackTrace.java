/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submit;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A stack trace as it is being printed, of which only what matters is kept: its head, and the
 * innermost cause.
 *
 * <p>Spark's exception of a failed stage carries the task's whole trace in its message, its causes
 * included, and then its own causes, which are the task's again; the last "Caused by" is the
 * innermost of both. What is indented, suppressed exceptions among it, does not count.
 */
final class StackTrace {
  private static final int LONGEST = 500;
  private static final String CAUSED_BY = "Caused by: ";
  static final String TRACEBACK = "Traceback (most recent call last):";
  // Kubernetes' reason of a lost executor begins with line breaks.
  private static final String REASON = " Reason:";
  // In the diagnosis of an application master that YARN killed.
  private static final Pattern BEYOND_LIMIT =
      Pattern.compile("beyond the '(?:PHYSICAL|VIRTUAL)' memory limit");
  private static final Pattern TASK =
      Pattern.compile("\\(TID \\d+\\) \\(\\S+?[, ]\\s*executor ([^)]+)\\): (.*)");
  private static final Pattern STAGE_FAILURE =
      Pattern.compile("Job aborted due to stage failure: (.*)");
  // Each netty connect exception has the JDK's as its cause, which lacks the address.
  private static final Pattern REFUSED = Pattern.compile("\\S*ConnectException: (.+: .*/.*:\\d+)");
  private static final Pattern PYTHON_ERROR = Pattern.compile("^[A-Za-z_][\\w.<>]*(: .*)?$");
  private static final Pattern PYTHON_FRAME =
      Pattern.compile("^\\s+File \"(?:.*/)?([^/\"]+)\", line (\\d+), in (.+)$");
  // Of these the reader is not the author.
  private static final Pattern OF_LIBRARIES =
      Pattern.compile(
          "[/\\\\](?:site-packages|dist-packages|pyspark\\.zip|py4j-[^/]*\\.zip)/|<frozen ");
  // pyspark/errors/exceptions/captured.py, before the trace of a function that SQL called.
  private static final String THROWN_IN_WORKER = "An exception was thrown from the Python worker.";
  // Its cause is how the JVM noticed: a stream that ended, or a wait that did.
  private static final String LOST_WORKER = "Python worker exited unexpectedly";
  // What py4j puts before the JVM's own exception.
  private static final String OF_JVM = ": ";

  private final String head;
  private final boolean ofWorker;
  private String innermost;
  private Optional<String> executor;
  private boolean announcesWorker;
  private boolean inPython;
  private boolean afterPy4j;
  private String frame = "";

  /** Begins with the first line, which names the exception. */
  StackTrace(String head) {
    this(head, false);
  }

  private StackTrace(String head, boolean ofWorker) {
    this.ofWorker = ofWorker;
    this.head = head.stripTrailing();
    this.innermost = this.head;
    this.executor = executor(head);
    this.inPython = head.endsWith(TRACEBACK);
  }

  /** Begins with the first line of what a Python worker, and not the driver, tells. */
  static StackTrace ofWorker(String head) {
    return new StackTrace(head, true);
  }

  /** Takes a line that follows the first. */
  void add(String line) {
    announcesWorker |= line.contains(THROWN_IN_WORKER);
    if (line.startsWith(CAUSED_BY)) {
      String cause = line.substring(CAUSED_BY.length());
      if (!lacksTheAddress(cause) && !innermost.contains(LOST_WORKER)) {
        innermost = cause;
      }
      executor = executor.or(() -> executor(cause));
      begin(cause);
    } else if (afterPy4j && line.startsWith(OF_JVM)) {
      innermost = line.substring(OF_JVM.length());
      executor = executor.or(() -> executor(line));
      begin(line);
    } else if (line.startsWith("\tat ")) {
      inPython = false;
    } else if (innermost.endsWith(REASON) && !line.isBlank()) {
      innermost = innermost + " " + line;
    } else if (BEYOND_LIMIT.matcher(line).find()) {
      innermost = line;
    } else if (inPython) {
      readPython(line);
    }
  }

  private void begin(String line) {
    inPython = line.endsWith(TRACEBACK);
    afterPy4j = false;
    frame = inPython ? "" : frame;
  }

  /** The exception stands behind its frames, of which the last that is the user's counts. */
  private void readPython(String line) {
    Matcher place = PYTHON_FRAME.matcher(line);
    if (place.matches()) {
      if (!OF_LIBRARIES.matcher(line).find()) {
        frame = " (" + place.group(1) + ", line " + place.group(2) + ", in " + place.group(3) + ")";
      }
    } else if (PYTHON_ERROR.matcher(line).matches()) {
      innermost = line + frame;
      afterPy4j = line.contains("Py4JJavaError: ");
      inPython = false;
    }
  }

  /** Returns the task's or the program's own exception, in one line. */
  String rootCause() {
    String root = isAnalysisError(head) ? head : innermost;
    Matcher task = TASK.matcher(root);
    Matcher stage = STAGE_FAILURE.matcher(root);
    Matcher refused = REFUSED.matcher(root);
    if (task.find()) {
      root = task.group(2);
    } else if (stage.find()) {
      root = stage.group(1);
    } else if (refused.matches()) {
      root = "java.net.ConnectException: " + refused.group(1);
    }
    return root.length() > LONGEST ? root.substring(0, LONGEST) + " …" : root.strip();
  }

  /** Returns the executor whose task failed, where one did; "driver" in local mode. */
  Optional<String> executor() {
    return executor;
  }

  /** Says whether a task failed, or the Python function that it called. */
  boolean inWorker() {
    return ofWorker || executor.isPresent();
  }

  /** Says whether the trace of a Python worker is to follow. */
  boolean announcesWorker() {
    return announcesWorker;
  }

  private boolean lacksTheAddress(String cause) {
    return cause.startsWith("java.net.ConnectException: ") && REFUSED.matcher(innermost).matches();
  }

  private static Optional<String> executor(String text) {
    Matcher task = TASK.matcher(text);
    return task.find() ? Optional.of(task.group(1)) : Optional.empty();
  }

  /** Says whether Spark SQL refused a query: what follows the first line is the query's plan. */
  private static boolean isAnalysisError(String head) {
    return head.contains("AnalysisException: ") || head.contains("ParseException: ");
  }
}
