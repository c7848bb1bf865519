/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.cluster.standalone;

import io.github.sparkmaven.cluster.Http;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The logs of drivers, as the workers' web UIs give them ({@code /log/}, Spark's {@code LogPage}).
 *
 * <p>A worker's address may lie behind the master's reverse proxy; then it is asked through that.
 */
final class WorkerLogs {
  private static final int CHUNK = 8 * 1024 * 1024;
  private static final int HEAD = 256 * 1024;
  private static final Pattern RANGE =
      Pattern.compile("==== Bytes (\\d+)-(\\d+) of (\\d+) of .* ====");
  private static final String LAUNCH = "Launch Command: ";
  private static final Pattern SETTING = Pattern.compile("\"-D(spark\\.[^=\"]+)=([^\"]*)\"");

  private final Http http;

  WorkerLogs(Http http) {
    this.http = http;
  }

  /**
   * Copies one of a driver's streams.
   *
   * @param stream {@code stdout} or {@code stderr}
   * @return how many bytes it has
   * @throws IOException if the worker does not give it
   */
  long copy(MasterState state, WorkerEntry worker, String driver, String stream, Writer to)
      throws IOException {
    long offset = 0;
    while (true) {
      Part part = read(state, worker, driver, stream, offset, CHUNK);
      to.write(part.text());
      if (part.end() >= part.total() || part.end() <= offset) {
        return part.total();
      }
      offset = part.end();
    }
  }

  /**
   * Reads the Spark settings of a driver's command line, with which a worker begins the driver's
   * standard error.
   *
   * @return empty if the log does not begin with that
   */
  Optional<Map<String, String>> settings(MasterState state, DriverEntry driver) {
    return state
        .worker(driver)
        .filter(worker -> !worker.lost())
        .flatMap(worker -> head(state, worker, driver.id()))
        .filter(head -> head.startsWith(LAUNCH) && head.contains("\n"))
        .map(head -> settings(head.substring(0, head.indexOf('\n'))));
  }

  /** Returns the page for people, where a driver's standard error is shown. */
  static Optional<URI> page(MasterState state, DriverEntry driver) {
    return state
        .worker(driver)
        .flatMap(WorkerEntry::page)
        .map(root -> URI.create(root + "/logPage/?driverId=" + driver.id() + "&logType=stderr"));
  }

  private Optional<String> head(MasterState state, WorkerEntry worker, String driver) {
    try {
      return Optional.of(read(state, worker, driver, "stderr", 0, HEAD).text());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Map<String, String> settings(String command) {
    Map<String, String> settings = new LinkedHashMap<>();
    Matcher setting = SETTING.matcher(command);
    while (setting.find()) {
      settings.put(setting.group(1), setting.group(2));
    }
    return settings;
  }

  private Part read(
      MasterState state, WorkerEntry worker, String driver, String stream, long offset, int length)
      throws IOException {
    String query =
        "/log/?driverId="
            + driver
            + "&logType="
            + stream
            + "&offset="
            + offset
            + "&byteLength="
            + length;
    List<String> why = new ArrayList<>();
    for (URI root : roots(state, worker)) {
      try {
        URI address = URI.create(root + query);
        Http.Answer answer = http.get(address);
        if (answer.ok()) {
          return part(address, answer.body());
        }
        why.add(address + ": " + answer.refusal());
      } catch (IOException e) {
        why.add(String.valueOf(e.getMessage()));
      }
    }
    throw new IOException(String.join("; ", why));
  }

  private static List<URI> roots(MasterState state, WorkerEntry worker) {
    List<URI> roots = new ArrayList<>(worker.page().stream().toList());
    roots.add(URI.create(state.page() + "/proxy/" + worker.id()));
    return roots;
  }

  private static Part part(URI address, String body) throws IOException {
    int end = body.indexOf('\n');
    Matcher range = RANGE.matcher(end < 0 ? body : body.substring(0, end));
    if (!range.matches()) {
      throw new IOException(address + ": this is no log of a worker");
    }
    String text = end < 0 ? "" : body.substring(end + 1);
    long total = Long.parseLong(range.group(3));
    if (total == 0 && text.startsWith("Error")) {
      throw new IOException(address + ": " + text.strip());
    }
    return new Part(Long.parseLong(range.group(2)), total, text);
  }

  /** A piece of a log: where it ends, how long the log is, and the text. */
  private record Part(long end, long total, String text) {}
}
