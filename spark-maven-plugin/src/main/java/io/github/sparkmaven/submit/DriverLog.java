/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submit;

import io.github.sparkmaven.problem.EnvironmentException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The driver's log: written to a file line by line, and read on the way for what a build wants to
 * know.
 *
 * <p>Lines come from two threads, standard output's and standard error's.
 */
final class DriverLog implements AutoCloseable {
  private static final int LAST_LINES = 12;
  private static final Pattern APPLICATION_ID =
      Pattern.compile("\\b(local-\\d{13}|app-\\d{14}-\\d{4}|application_\\d{13}_\\d{4,})\\b");
  // SparkContext in local mode runs its executor in the driver; no other master does.
  private static final Pattern LOCAL_EXECUTOR =
      Pattern.compile("\\bExecutor\\b.*Starting executor ID driver on host");
  // What a 3.5 and a 4.1 driver print at their default level: JettyUtils the address that the UI is
  // to listen on, then Utils the port that was free.
  private static final Pattern UI_ADDRESS = Pattern.compile("Start Jetty (\\S+):\\d+ for SparkUI$");
  private static final Pattern UI_PORT =
      Pattern.compile("Successfully started service 'SparkUI' on port (\\d+)");
  // Only what ended a thread counts: a program may print traces of what it has recovered from.
  private static final Pattern UNCAUGHT = Pattern.compile("^Exception in thread \"[^\"]*\" (.*)");
  private static final Pattern CAUSED_BY = Pattern.compile("^Caused by: (.*)");
  private static final Pattern SPARK_LOG_LINE = Pattern.compile("^\\d\\d/\\d\\d/\\d\\d ");

  private final BufferedWriter writer;
  private final SubmitListener listener;
  private final Deque<String> last = new ArrayDeque<>();
  private Optional<String> applicationId = Optional.empty();
  private Optional<String> cause = Optional.empty();
  private String uiHost = "localhost";
  private boolean inUncaughtTrace;
  private boolean ranLocally;

  DriverLog(Path file, SubmitListener listener) {
    this.listener = listener;
    try {
      Files.createDirectories(file.getParent());
      this.writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new EnvironmentException("Cannot write the driver's log " + file + ": " + e, e);
    }
  }

  /** Takes a line of the program's standard output. */
  void output(String line) {
    synchronized (this) {
      record(line);
      // A site's log4j2 configuration may log to standard output; what is the program's own there
      // must not be taken for Spark's word on anything else.
      ranLocally |= LOCAL_EXECUTOR.matcher(line).find();
    }
    listener.printed(line);
  }

  /** Takes a line of the driver's standard error, which Spark logs to. */
  synchronized void error(String line) {
    record(line);
    ranLocally |= LOCAL_EXECUTOR.matcher(line).find();
    readCause(line);
    note(line);
  }

  private void remember(String line) {
    last.addLast(line);
    if (last.size() > LAST_LINES) {
      last.removeFirst();
    }
  }

  private void readCause(String line) {
    Matcher uncaught = UNCAUGHT.matcher(line);
    Matcher causedBy = CAUSED_BY.matcher(line);
    if (uncaught.find()) {
      inUncaughtTrace = true;
      cause = Optional.of(uncaught.group(1));
    } else if (inUncaughtTrace && causedBy.find()) {
      cause = Optional.of(causedBy.group(1));
    } else if (SPARK_LOG_LINE.matcher(line).find()) {
      inUncaughtTrace = false;
    }
  }

  synchronized Optional<String> applicationId() {
    return applicationId;
  }

  /** Returns the innermost exception of the last stack trace. */
  synchronized Optional<String> cause() {
    return cause;
  }

  synchronized boolean ranLocally() {
    return ranLocally;
  }

  synchronized List<String> lastLines() {
    return List.copyOf(last);
  }

  @Override
  public synchronized void close() {
    try {
      writer.close();
    } catch (IOException e) {
      throw new EnvironmentException("Cannot write the driver's log: " + e, e);
    }
  }

  private void record(String line) {
    remember(line);
    try {
      writer.write(line);
      writer.newLine();
      writer.flush();
    } catch (IOException e) {
      // A full disk, or a line that arrives after the verdict: the verdict does not depend on the
      // log.
      remember("(the log could not be written: " + e + ")");
    }
  }

  private void note(String line) {
    Matcher id = APPLICATION_ID.matcher(line);
    if (applicationId.isEmpty() && id.find()) {
      applicationId = Optional.of(id.group(1));
      listener.noted("Application " + id.group(1));
    }
    noteUi(line);
  }

  private void noteUi(String line) {
    Matcher address = UI_ADDRESS.matcher(line);
    if (address.find() && !address.group(1).equals("0.0.0.0")) {
      uiHost = address.group(1);
    }
    Matcher port = UI_PORT.matcher(line);
    if (port.find()) {
      listener.noted("Spark UI http://" + uiHost + ":" + port.group(1));
    }
  }
}
