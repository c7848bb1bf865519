/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.run;

import java.io.PrintWriter;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the standard error of a job's JVM: all of it goes to a file, and to the terminal what is
 * not Spark's own chatter. The runner's events come the same way ({@code EventChannel} in
 * spark-maven-runner is the other end).
 */
final class RunOutput {
  private static final char MARK = '\u0001';
  // The layout of Spark's own log4j2-defaults.properties: what a user's own says is shown as it is.
  private static final Pattern CHATTER =
      Pattern.compile(
          "\\d\\d/\\d\\d/\\d\\d \\d\\d:\\d\\d:\\d\\d (?:INFO|DEBUG|TRACE) ([^:\\s]+):.*");
  private static final String PROFILE = "Using Spark's default log4j profile: ";

  private final Set<String> loggers;
  private final boolean verbose;
  private final PrintWriter file;
  private final RunListener listener;
  private Optional<String> cause = Optional.empty();
  private boolean contextMade;

  /**
   * Reads for a listener.
   *
   * @param loggers simple names of classes whose whole log is shown
   * @param verbose whether all is shown
   * @param file gets all lines
   */
  RunOutput(Set<String> loggers, boolean verbose, PrintWriter file, RunListener listener) {
    this.loggers = loggers;
    this.verbose = verbose;
    this.file = file;
    this.listener = listener;
  }

  synchronized void line(String line) {
    int mark = line.indexOf(MARK);
    if (mark < 0) {
      text(line);
      return;
    }
    if (mark > 0) {
      text(line.substring(0, mark));
    }
    try {
      event(
          Arrays.stream(line.substring(mark + 1).split("\t", -1))
              .map(field -> URLDecoder.decode(field, StandardCharsets.UTF_8))
              .toList());
    } catch (IllegalArgumentException e) {
      // Torn by what else was written: the exit code decides all the same.
    }
  }

  /** Returns what ended the job, where the runner has told it. */
  synchronized Optional<String> cause() {
    return cause;
  }

  /** Says whether the job has made a context. */
  synchronized boolean isContextMade() {
    return contextMade;
  }

  private void text(String line) {
    file.println(line);
    if (verbose || !isChatter(line)) {
      listener.printed(line);
    }
  }

  private boolean isChatter(String line) {
    Matcher chatter = CHATTER.matcher(line);
    return chatter.matches() ? !loggers.contains(chatter.group(1)) : line.startsWith(PROFILE);
  }

  private void event(List<String> fields) {
    if (fields.get(0).equals("failed") && fields.size() > 1) {
      cause = Optional.of(fields.get(1)).filter(text -> !text.isEmpty());
    } else if (fields.get(0).equals("context") && fields.size() > 2) {
      contextMade = true;
      context(fields.get(1), fields.get(2));
    }
  }

  private void context(String master, String address) {
    if (!address.isEmpty()) {
      listener.info("Spark UI: " + address);
    }
    if (!master.startsWith("local")) {
      listener.warn(
          "The program itself sets the master "
              + master
              + ", which stands above every setting: it runs there, not in local mode. Leave the master to the"
              + " environment");
    }
  }
}
