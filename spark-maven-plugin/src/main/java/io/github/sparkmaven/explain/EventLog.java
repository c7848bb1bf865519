/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.explain;

import io.github.sparkmaven.json.Json;
import io.github.sparkmaven.problem.EnvironmentException;
import io.github.sparkmaven.problem.InputException;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The log of events that an application leaves for the history server: lines of JSON, in one file
 * or in a folder of files that follow each other; only its settings are read, which stand among the
 * first lines.
 */
final class EventLog {
  private static final String ENVIRONMENT = "SparkListenerEnvironmentUpdate";
  private static final String FIRST = "{\"Event\":\"SparkListener";
  // RollingEventLogFilesWriter: eventlog_v2_<application>/events_<index>_<application>[.<codec>]
  private static final Pattern PART = Pattern.compile("events_(\\d+)_.*");
  // The event is logged as the context starts; a log without it is no application's.
  private static final int MOST_LINES = 10_000;

  private final Path file;
  private final Supplier<Path> sparkHome;

  EventLog(Path file, Supplier<Path> sparkHome) {
    this.file = file;
    this.sparkHome = sparkHome;
  }

  /** Says whether a file is an event log by its name or by its first line. */
  boolean isOne() {
    if (EventLogCodec.of(file).isPresent()) {
      return true;
    }
    try (InputStream stream = Files.newInputStream(file)) {
      return new String(stream.readNBytes(FIRST.length()), StandardCharsets.UTF_8).equals(FIRST);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /**
   * Returns the settings that the application ran with.
   *
   * @throws InputException if the file is damaged, or no log of an application
   */
  Map<String, String> settings() {
    Path part = Files.isDirectory(file) ? firstPart() : file;
    try (BufferedReader lines = new BufferedReader(open(part))) {
      return environment(lines).texts();
    } catch (EOFException e) {
      throw lacking(part);
    } catch (IOException e) {
      throw new InputException(
          OtherConfs.WHERE,
          "the event log " + part + " cannot be read: " + reason(e),
          "Give one that is whole");
    }
  }

  private Json environment(BufferedReader lines) throws IOException {
    for (int i = 0; i < MOST_LINES; i++) {
      String line = lines.readLine();
      if (line == null) {
        break;
      }
      if (line.contains(ENVIRONMENT)) {
        Json settings = Json.parse(line).at("Spark Properties");
        if (!settings.texts().isEmpty()) {
          return settings;
        }
      }
    }
    throw lacking(file);
  }

  private Reader open(Path part) throws IOException {
    InputStream raw = Files.newInputStream(part);
    Optional<EventLogCodec> codec = EventLogCodec.of(part);
    InputStream plain = codec.isPresent() ? codec.get().plain(raw, sparkHome) : raw;
    return new InputStreamReader(plain, StandardCharsets.UTF_8);
  }

  private Path firstPart() {
    try (Stream<Path> files = Files.list(file)) {
      return files
          .filter(part -> index(part) > 0)
          .min(Comparator.comparingInt(EventLog::index))
          .orElseThrow(
              () ->
                  new InputException(
                      OtherConfs.WHERE,
                      "the folder " + file + " holds no file of an event log, events_1_…",
                      "Give a folder eventlog_v2_…, or a file"));
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private static int index(Path part) {
    Matcher name = PART.matcher(String.valueOf(part.getFileName()));
    return name.matches() ? Integer.parseInt(name.group(1)) : 0;
  }

  private static InputException lacking(Path part) {
    return new InputException(
        OtherConfs.WHERE,
        "the event log " + part + " has no " + ENVIRONMENT + " with Spark's settings",
        "Give the log of an application that has started");
  }

  private static String reason(IOException e) {
    // Jackson's message goes on for lines with where it was.
    return String.valueOf(e.getMessage()).split("\n", 2)[0];
  }

  private EnvironmentException unreadable(IOException e) {
    return new EnvironmentException("Cannot read " + file + ": " + e, e);
  }
}
