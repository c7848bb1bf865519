/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import io.github.sparkmaven.home.SparkHome;
import io.github.sparkmaven.submit.SubmitListener;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.plugin.logging.Log;

/**
 * Shows a submission in Maven's log; its progress in one line that is written over and over, where
 * there is a terminal.
 */
final class SubmitLog implements SubmitListener {
  private static final String PREFIX = "[INFO] ";
  // A line that wraps cannot be taken back; nobody tells Java how wide a terminal is.
  private static final int WIDTH = 79;

  private final Log log;
  private final Optional<PrintStream> terminal;
  private int shown;

  /**
   * Shows a submission.
   *
   * @param terminal where a line can be taken back; without it, progress is lines of the log
   */
  SubmitLog(Log log, Optional<PrintStream> terminal) {
    this.log = log;
    this.terminal = terminal;
  }

  @Override
  public synchronized void starting(SparkHome home, String master, Path logFile) {
    erase();
    log.info("Submitting to " + master + " from " + home.path() + " (" + home.origin() + ")");
    log.info("The driver's log: " + logFile);
  }

  @Override
  public synchronized void printed(String line) {
    erase();
    log.info(line);
  }

  @Override
  public synchronized void warned(String warning) {
    erase();
    log.warn(warning);
  }

  @Override
  public synchronized void noted(String note) {
    erase();
    log.info(note);
  }

  @Override
  public synchronized void progress(String line) {
    erase();
    if (line.isEmpty() || !log.isInfoEnabled()) {
      return;
    }
    if (terminal.isEmpty()) {
      log.info(line);
      return;
    }
    String whole = PREFIX + line;
    String cut = whole.length() > WIDTH ? whole.substring(0, WIDTH - 1) + "…" : whole;
    terminal.get().print(cut);
    terminal.get().flush();
    shown = cut.length();
  }

  @Override
  public synchronized void traced(String detail) {
    if (log.isDebugEnabled()) {
      erase();
      log.debug(detail);
    }
  }

  private void erase() {
    if (shown > 0) {
      terminal.ifPresent(
          stream -> {
            stream.print("\r" + " ".repeat(shown) + "\r");
            stream.flush();
          });
      shown = 0;
    }
  }
}
