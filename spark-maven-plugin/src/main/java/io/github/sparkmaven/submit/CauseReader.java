/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submit;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Looks for what ended the job, in the order in which the lines come.
 *
 * <p>A program may print traces of what it has recovered from, so that an exception counts only
 * where it is known to end something, and of two the one that ended more. What ended less than the
 * program is forgotten when Spark finishes a later job.
 */
final class CauseReader {
  /** What a cause ended; of the same weight, the last one counts. */
  private enum Weight {
    PRINTED,
    THREAD,
    STAGE,
    MAIN,
    APPLICATION
  }

  /** A line that begins a cause; the exception is its first group, or stands on the next line. */
  private record Opening(Weight weight, boolean logged, Pattern pattern) {
    static Opening logged(Weight weight, String pattern) {
      return new Opening(weight, true, Pattern.compile(pattern));
    }

    static Opening plain(Weight weight, String pattern) {
      return new Opening(weight, false, Pattern.compile(pattern));
    }
  }

  private static final List<Opening> OPENINGS =
      List.of(
          // What main sees of a context that something else has ended.
          Opening.plain(
              Weight.PRINTED,
              "^Exception in thread \"main\" (.*SparkContext (?:was shut down|has been shutdown).*)"),
          Opening.plain(Weight.MAIN, "^Exception in thread \"main\" (.*)"),
          Opening.plain(Weight.THREAD, "^Exception in thread \"[^\"]*\" (.*)"),
          Opening.logged(
              Weight.STAGE, "^(?:Result|ShuffleMap)Stage \\d+ .* failed in .*? due to (.*)"),
          // YARN's client logs the report of the application master line by line.
          Opening.plain(Weight.APPLICATION, "User class threw exception: ?(.*)"),
          Opening.logged(Weight.APPLICATION, "User class threw exception: ?(.*)"),
          Opening.logged(Weight.APPLICATION, "^Uncaught exception: ?(.*)"),
          Opening.logged(
              Weight.APPLICATION, "^(?:Application d|D)iagnostics message: (?!N/A$)(.+)"),
          Opening.logged(Weight.APPLICATION, "^Application has been killed\\. Reason: (.*)"),
          Opening.logged(Weight.APPLICATION, "^Exception from cluster(?: was: (.*))?$"),
          Opening.logged(Weight.APPLICATION, "^(Application submission failed(?:: .*)?)$"),
          Opening.logged(Weight.APPLICATION, "^(No master is available), exiting\\.$"),
          Opening.plain(Weight.APPLICATION, "^Error: (Failed to load .*?)\\.?$"),
          Opening.plain(Weight.PRINTED, "^(?:Error|ERROR): (.*)"),
          Opening.plain(Weight.PRINTED, "^(Error occurred during initialization of VM.*)"),
          Opening.plain(Weight.PRINTED, "^(Traceback \\(most recent call last\\):)$"));
  private static final Pattern JOB_FINISHED = Pattern.compile("^Job \\d+ finished");
  private static final Pattern OUT_OF_MEMORY =
      Pattern.compile(
          "^Terminating due to (java\\.lang\\.OutOfMemoryError.*)"
              + "|^# (There is insufficient memory for the Java Runtime Environment to continue)");
  private static final Pattern LOST_EXECUTOR =
      Pattern.compile("^Lost executor (\\S+) on \\S+: (.*)");
  private static final Pattern TOO_MANY_LOST = Pattern.compile("^Max number of executor failures");
  private static final Pattern MISSING_JAR = Pattern.compile("^Local jar .* does not exist");
  private static final Pattern MASTER =
      Pattern.compile(
          "^(?:Connecting to master (\\S+?)\\.\\.\\.|Error connecting to master \\(?(.+?)\\)?\\.$)");

  private final CauseAdvice advice;
  private @Nullable Weight weight;
  private @Nullable StackTrace trace;

  /** Whether the lines that come still belong to the trace, or to one that does not count. */
  private boolean open;

  private final boolean python;
  private @Nullable StackTrace traceback;
  // Of two outputs, the other one's lines stand between the traceback's.
  private boolean tracebackIsPrinted;
  private @Nullable Weight headIsNext;
  private String master = "";
  private String missingJar = "";
  private Optional<String> lostExecutor = Optional.empty();
  private Optional<RootCause> container = Optional.empty();

  /**
   * Looks for causes.
   *
   * @param python whether the program is Python, whose tracebacks end it
   */
  CauseReader(CauseAdvice advice, boolean python) {
    this.advice = advice;
    this.python = python;
  }

  /** Takes a line of standard error. */
  void read(LogLine line) {
    if (python && !line.logged()) {
      readPython(line.text(), false);
    }
    if (line.logged()) {
      open = false;
      remember(line.text());
    } else if (headIsNext != null && !line.text().isBlank()) {
      begin(headIsNext, line.text());
      return;
    }
    for (Opening opening : OPENINGS) {
      Matcher matcher = opening.pattern().matcher(line.text());
      if (opening.logged() == line.logged() && matcher.find()) {
        begin(opening.weight(), Optional.ofNullable(matcher.group(1)).orElse(""));
        return;
      }
    }
    if (open && trace != null) {
      trace.add(line.text());
    }
  }

  /**
   * Takes a line of standard output, where only the JVM is believed, and of a Python program its
   * interpreter (whose standard error Spark's PythonRunner puts there).
   */
  void readPrinted(String line) {
    if (python) {
      readPython(line, true);
    }
    Matcher matcher = OUT_OF_MEMORY.matcher(line);
    if (matcher.find()) {
      begin(
          Weight.APPLICATION,
          Optional.ofNullable(matcher.group(1)).orElseGet(() -> matcher.group(2)));
      open = false;
    }
  }

  /** Takes what a manager says of the container that the driver ran in. */
  void driverContainer(int exitCode, String reason) {
    container =
        exitCode == 0 ? Optional.empty() : Optional.of(advice.ofContainer(exitCode, reason));
  }

  /** Returns what ended the job, where anything said it. */
  Optional<RootCause> cause() {
    // Only what a manager says of the application says more than the program's own exception.
    if (traceback != null && weight != Weight.APPLICATION) {
      return Optional.of(
          advice.of(traceback.rootCause(), traceback.executor(), traceback.inWorker()));
    }
    return trace == null ? container : Optional.of(ofTrace(trace));
  }

  /** Executors that were lost too often are no cause: what ended the last of them is. */
  private RootCause ofTrace(StackTrace told) {
    String root = named(told.rootCause());
    return lostExecutor.isPresent() && TOO_MANY_LOST.matcher(root).find()
        ? advice.of(lostExecutor.get(), Optional.empty(), false)
        : advice.of(root, told.executor(), told.inWorker());
  }

  /** The last one counts: what the program has recovered from, it has printed before. */
  private void readPython(String line, boolean printed) {
    if (line.equals(StackTrace.TRACEBACK)) {
      traceback =
          traceback != null && traceback.announcesWorker()
              ? StackTrace.ofWorker(line)
              : new StackTrace(line);
      tracebackIsPrinted = printed;
    } else if (traceback != null && printed == tracebackIsPrinted) {
      traceback.add(line);
    }
  }

  private void begin(Weight begun, String head) {
    // The JVM prints the head in two pieces, between which another thread may log.
    if (head.isBlank() || LogLine.of(head).get(0).logged()) {
      headIsNext = begun;
      open = false;
      return;
    }
    headIsNext = null;
    open = weight == null || begun.compareTo(weight) >= 0;
    if (open) {
      weight = begun;
      trace = new StackTrace(head);
    }
  }

  private void remember(String text) {
    Matcher connecting = MASTER.matcher(text);
    if (connecting.find()) {
      master = Optional.ofNullable(connecting.group(1)).orElseGet(() -> connecting.group(2));
    }
    Matcher lost = LOST_EXECUTOR.matcher(text);
    if (lost.find()) {
      lostExecutor = Optional.of(CauseAdvice.lostExecutor(lost.group(1), lost.group(2)));
    }
    Matcher jar = MISSING_JAR.matcher(text);
    if (jar.find()) {
      missingJar = jar.group();
    }
    if (JOB_FINISHED.matcher(text).find()
        && weight != null
        && weight.compareTo(Weight.STAGE) <= 0) {
      weight = null;
      trace = null;
    }
  }

  /** Adds what the line itself leaves out. */
  private String named(String text) {
    if (text.startsWith("All masters are unresponsive")) {
      return "All masters are unresponsive: " + master;
    }
    if (text.startsWith("No master is available")) {
      return text + ": " + master;
    }
    return text.startsWith("Failed to load ") && !missingJar.isEmpty()
        ? missingJar + " (" + text + ")"
        : text;
  }
}
