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
      Pattern.compile("Starting executor ID driver on host");
  // What a 3.5 and a 4.1 driver print at their default level: JettyUtils the address that the UI is
  // to listen on, then Utils the port that was free.
  private static final Pattern UI_ADDRESS = Pattern.compile("Start Jetty (\\S+):\\d+ for SparkUI$");
  private static final Pattern UI_PORT =
      Pattern.compile("Successfully started service 'SparkUI' on port (\\d+)");
  private static final Pattern CAUSE =
      Pattern.compile("^(?:Exception in thread \"[^\"]*\" |Caused by: )(.*)");

  private final BufferedWriter writer;
  private final SubmitListener listener;
  private final Deque<String> last = new ArrayDeque<>();
  private Optional<String> applicationId = Optional.empty();
  private Optional<String> cause = Optional.empty();
  private String uiHost = "localhost";
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
    record(line);
    listener.printed(line);
  }

  /** Takes a line of the driver's standard error, which Spark logs to. */
  synchronized void error(String line) {
    record(line);
    last.addLast(line);
    if (last.size() > LAST_LINES) {
      last.removeFirst();
    }
    ranLocally |= LOCAL_EXECUTOR.matcher(line).find();
    Matcher causes = CAUSE.matcher(line);
    if (causes.find()) {
      cause = Optional.of(causes.group(1));
    }
    note(line);
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

  private synchronized void record(String line) {
    try {
      writer.write(line);
      writer.newLine();
      writer.flush();
    } catch (IOException e) {
      // A full disk, or a line that arrives after the verdict: the verdict does not depend on the
      // log.
      last.addLast("(the log could not be written: " + e + ")");
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
