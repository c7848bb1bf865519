/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.runner.cases;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * What became of a case, in a file: the JVM that ran it may be gone when it is judged. The plugin
 * writes the file itself where a job has ended the JVM.
 *
 * <p>Keys: {@code end} ({@code returned}, {@code threw}, {@code exited}, {@code timed-out}), {@code
 * exitCode}, {@code millis}, {@code type}, {@code message}, {@code stackTrace}, {@code notes.<n>}.
 */
final class CaseFacts {
  private static final String FILE = "facts.properties";

  private final Properties properties;

  CaseFacts(Properties properties) {
    this.properties = properties;
  }

  static CaseFacts returned(long millis) {
    return of("returned", 0, millis);
  }

  static CaseFacts threw(Throwable thrown, int exitCode, String stackTrace, long millis) {
    CaseFacts facts = of("threw", exitCode, millis);
    facts.properties.setProperty("type", thrown.getClass().getName());
    facts.properties.setProperty("message", String.valueOf(thrown.getMessage()));
    facts.properties.setProperty("stackTrace", stackTrace);
    return facts;
  }

  static CaseFacts timedOut(long millis) {
    return of("timed-out", 0, millis);
  }

  private static CaseFacts of(String end, int exitCode, long millis) {
    Properties properties = new Properties();
    properties.setProperty("end", end);
    properties.setProperty("exitCode", Integer.toString(exitCode));
    properties.setProperty("millis", Long.toString(millis));
    return new CaseFacts(properties);
  }

  CaseFacts withNotes(List<String> notes) {
    for (int i = 0; i < notes.size(); i++) {
      properties.setProperty("notes." + i, notes.get(i));
    }
    return this;
  }

  static Optional<CaseFacts> read(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      properties.load(reader);
    }
    return Optional.of(new CaseFacts(properties));
  }

  void write(Path folder) throws IOException {
    Path temporary = folder.resolve(FILE + ".tmp");
    try (Writer writer = Files.newBufferedWriter(temporary, StandardCharsets.UTF_8)) {
      properties.store(writer, null);
    }
    Files.move(temporary, folder.resolve(FILE), StandardCopyOption.REPLACE_EXISTING);
  }

  boolean isTimedOut() {
    return properties.getProperty("end", "").equals("timed-out");
  }

  boolean hasFailed() {
    return exitCode() != 0 || isTimedOut();
  }

  int exitCode() {
    return Integer.parseInt(properties.getProperty("exitCode", "0"));
  }

  long millis() {
    return Long.parseLong(properties.getProperty("millis", "0"));
  }

  String type() {
    return properties.getProperty("type", "");
  }

  String message() {
    return properties.getProperty("message", "");
  }

  String stackTrace() {
    return properties.getProperty("stackTrace", "");
  }

  List<String> notes() {
    return new Keys(properties, "").list("notes");
  }
}
