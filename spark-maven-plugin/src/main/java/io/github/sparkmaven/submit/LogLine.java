/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submit;

import io.github.sparkmaven.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of what spark-submit writes.
 *
 * @param logged whether Spark's log wrote it, with a time and a level; else it goes on with what
 *     stands before it, or somebody printed it
 * @param logger the class that logged it; empty where it is not logged
 * @param text what it says
 */
record LogLine(boolean logged, String logger, String text) {
  /** Longer lines are read only so far; what they say stands at their beginning. */
  private static final int LONGEST = 8000;

  // Spark's own log4j2 pattern, "%d{yy/MM/dd HH:mm:ss} %p %c{1}: %m%n%ex", and what sites write
  // instead: any time, then a level, then a logger.
  private static final Pattern LOGGED =
      Pattern.compile(
          "^\\[?(?:\\d{2}|\\d{4})[-/.]\\d\\d[-/.]\\d\\d[ T]\\d\\d:\\d\\d:\\d\\d\\S*"
              + "\\s+\\[?(?:TRACE|DEBUG|INFO|WARN|WARNING|ERROR|FATAL)\\]?\\s+([^:\\s]+):\\s?(.*)");
  private static final Pattern STRUCTURED = Pattern.compile("^\\{\\s*\"ts\"\\s*:");

  /**
   * Reads a line as it was written: as one line, or, where Spark 4 logs JSON, as those that stand
   * in it.
   */
  static List<LogLine> of(String written) {
    if (STRUCTURED.matcher(written).lookingAt()) {
      try {
        return structured(Json.parse(written));
      } catch (IOException e) {
        // Not Spark's JSON, or the half of a line.
      }
    }
    String line = written.length() > LONGEST ? written.substring(0, LONGEST) : written;
    Matcher logged = LOGGED.matcher(line);
    return List.of(
        logged.matches()
            ? new LogLine(true, logged.group(1), logged.group(2))
            : new LogLine(false, "", line));
  }

  private static List<LogLine> structured(Json entry) {
    List<String> message = lines(entry.text("msg").orElse(""));
    List<LogLine> lines = new ArrayList<>();
    lines.add(new LogLine(true, entry.text("logger").orElse(""), message.get(0)));
    message.stream().skip(1).forEach(line -> lines.add(new LogLine(false, "", line)));
    Json exception = entry.at("exception");
    exception
        .text("class")
        .map(name -> name + exception.text("msg").map(said -> ": " + said).orElse(""))
        .ifPresent(head -> lines(head).forEach(line -> lines.add(new LogLine(false, "", line))));
    return lines;
  }

  private static List<String> lines(String text) {
    return Arrays.stream(text.split("\\R", -1))
        .map(line -> line.length() > LONGEST ? line.substring(0, LONGEST) : line)
        .toList();
  }
}
