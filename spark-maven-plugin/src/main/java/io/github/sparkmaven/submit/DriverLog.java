/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submit;

import io.github.sparkmaven.problem.EnvironmentException;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The driver's log: written to a file line by line, and read on the way for what a build wants to
 * know.
 *
 * <p>Lines come from two threads, standard output's and standard error's. Whatever the size of the
 * log, a few lines of it are remembered.
 */
final class DriverLog implements AutoCloseable {
  // SparkContext in local mode runs its executor in the driver; no other master does.
  private static final Pattern LOCAL_EXECUTOR =
      Pattern.compile("\\bExecutor\\b.*Starting executor ID driver on host");

  private final BufferedWriter writer;
  private final SubmitListener listener;
  private final LastLines last = new LastLines();
  private final IdentityReader identity;
  private final ReportReader reports = new ReportReader();
  private final CauseReader causes;
  private boolean ranLocally;

  /**
   * Writes to a file.
   *
   * @param settings the job's settings by their keys, so that a cause can name the limit that it
   *     met
   */
  DriverLog(Path file, SubmitListener listener, Function<String, Optional<String>> settings) {
    this(file, listener, settings, Optional.empty(), false);
  }

  /**
   * Writes to a file.
   *
   * @param applicationId the name that the application was given, where Spark does not tell it
   * @param python whether the program is Python
   */
  DriverLog(
      Path file,
      SubmitListener listener,
      Function<String, Optional<String>> settings,
      Optional<String> applicationId,
      boolean python) {
    this(writer(file), listener, settings, new IdentityReader(applicationId), python);
  }

  private DriverLog(
      Writer writer,
      SubmitListener listener,
      Function<String, Optional<String>> settings,
      IdentityReader identity,
      boolean python) {
    this.writer = new BufferedWriter(writer);
    this.identity = identity;
    this.listener = listener;
    this.causes = new CauseReader(new CauseAdvice(settings, python), python);
  }

  private static Writer writer(Path file) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      return new OutputStreamWriter(Files.newOutputStream(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new EnvironmentException("Cannot write the driver's log " + file + ": " + e, e);
    }
  }

  /**
   * Reads the log of a driver that ran elsewhere.
   *
   * @throws IOException if it cannot be read
   */
  static DriverFacts read(Path file, Function<String, Optional<String>> settings, boolean python)
      throws IOException {
    try (BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8));
        DriverLog log =
            new DriverLog(
                Writer.nullWriter(),
                SubmitListener.SILENT,
                settings,
                new IdentityReader(Optional.empty()),
                python)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        log.error(line);
      }
      return log.facts();
    }
  }

  /** Takes a line of the program's standard output. */
  void output(String line) {
    synchronized (this) {
      record(line);
      // A site's log4j2 configuration may log to standard output; what is the program's own there
      // must not be taken for Spark's word on anything else.
      seeLocalExecutor(line);
      causes.readPrinted(line);
    }
    listener.printed(LastLines.readable(line));
  }

  /** Takes a line of the driver's standard error, which Spark logs to. */
  synchronized void error(String line) {
    record(line);
    for (LogLine read : LogLine.of(line)) {
      seeLocalExecutor(read.logger() + " " + read.text());
      causes.read(read);
      reports.read(read);
      note(read);
    }
    reports.exitCode().ifPresent(code -> causes.driverContainer(code, reports.detail()));
  }

  /** Returns what both outputs have said so far. */
  synchronized DriverFacts facts() {
    return new DriverFacts(
        identity.applicationId(),
        identity.driverId(),
        identity.pod(),
        identity.ui(),
        ranLocally,
        reports.report(identity.pod()),
        causes.cause(),
        last.lines());
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
    last.add(line);
    try {
      writer.write(line);
      writer.newLine();
      writer.flush();
    } catch (IOException e) {
      // A full disk, or a line that arrives after the verdict: the verdict does not depend on the
      // log.
      last.add("(the log could not be written: " + e + ")");
    }
  }

  private void seeLocalExecutor(String text) {
    ranLocally |= LOCAL_EXECUTOR.matcher(text).find();
  }

  /** Tells at once what the line says first of the application's names and of its UI. */
  private void note(LogLine line) {
    Optional<String> before = identity.applicationId();
    Optional<String> driver = identity.driverId();
    Optional<String> pod = identity.pod();
    Optional<?> ui = identity.ui();
    identity.read(line);
    tell("Application ", before, identity.applicationId());
    tell("Driver ", driver, identity.driverId());
    tell("Driver pod ", pod, identity.pod());
    tell("Spark UI ", ui, identity.ui());
  }

  private void tell(String what, Optional<?> before, Optional<?> now) {
    if (now.isPresent() && !now.equals(before)) {
      listener.noted(what + now.get());
    }
  }
}
