/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.cluster.standalone;

import io.github.sparkmaven.cluster.Http;
import io.github.sparkmaven.json.Json;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The web UIs of running applications.
 *
 * <p>The master's JSON does not say where they are. Its page of the application does, as the link
 * "Application Detail UI" (Spark's {@code ApplicationPage}); with {@code spark.ui.reverseProxy}
 * that leads through the master itself. What an application's environment says does not change, so
 * each is asked once.
 */
final class AppPages {
  private static final Pattern LINK =
      Pattern.compile("<a href=\"([^\"]*)\"[^>]*>\\s*Application Detail UI\\s*</a>");

  // What is behind a firewall takes our patience at every question.
  private static final Duration SLOW = Duration.ofSeconds(1);

  private final Http http;
  private final Map<String, RunningApp> known = new ConcurrentHashMap<>();
  private final Map<String, Silence> silences = new ConcurrentHashMap<>();

  AppPages(Http http) {
    this.http = http;
  }

  /**
   * Reads what an application's web UI tells.
   *
   * @throws IOException if it has none, or it does not answer for this application; the message
   *     says why
   */
  RunningApp read(URI master, String id) throws IOException {
    RunningApp before = known.get(id);
    if (before != null) {
      return before;
    }
    URI ui = ui(master, id);
    // With the application's id: another application may have the address by now.
    URI page = URI.create(ui + "/api/v1/applications/" + id + "/environment");
    Http.Answer answer = http.get(page);
    if (!answer.ok()) {
      throw new IOException(page + ": " + answer.refusal());
    }
    RunningApp app = RunningApp.of(ui, Json.parse(answer.body()));
    known.put(id, app);
    return app;
  }

  /** Finds the application whose driver runs in a folder of that name. */
  Optional<RunningApp> ofDriver(MasterState state, DriverEntry driver) {
    for (AppEntry app : state.apps()) {
      boolean later =
          app.since().isEmpty()
              || driver.since().isEmpty()
              || !app.since().get().isBefore(driver.since().get());
      if (app.active() && later) {
        Silence silence = silences.get(app.id());
        Optional<RunningApp> found =
            silence != null && silence.lasts() ? Optional.empty() : tried(state.page(), app.id());
        if (found.filter(running -> running.driver().equals(driver.id())).isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  /** Reads what an application's web UI tells, if it does now. */
  Optional<RunningApp> tried(URI master, String id) {
    long start = System.nanoTime();
    try {
      return Optional.of(read(master, id));
    } catch (IOException e) {
      // It starts or ends just now, has no web UI, or is out of reach: the next question may do.
      if (System.nanoTime() - start > SLOW.toNanos()) {
        silences.merge(id, Silence.first(), (before, first) -> before.longer());
      }
      return Optional.empty();
    }
  }

  private URI ui(URI master, String id) throws IOException {
    URI page = URI.create(master + "/app/?appId=" + id);
    Http.Answer answer = http.get(page);
    Matcher link = LINK.matcher(answer.body());
    if (!link.find()) {
      throw new IOException(
          page + ": " + (answer.ok() ? "the application has no web UI" : answer.refusal()));
    }
    String address = link.group(1).replace("&amp;", "&");
    try {
      URI ui = master.resolve(address);
      return URI.create(ui.toString().replaceAll("/+$", ""));
    } catch (IllegalArgumentException e) {
      throw new IOException(page + ": the link '" + address + "' is no address", e);
    }
  }

  /**
   * How long an application that kept us waiting for nothing is passed over: shortly at first,
   * because it may only be starting, and longer each time.
   */
  private record Silence(long until, Duration pause) {
    private static final Duration SHORTEST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    static Silence first() {
      return new Silence(System.nanoTime() + SHORTEST.toNanos(), SHORTEST);
    }

    Silence longer() {
      Duration twice = pause.multipliedBy(2);
      Duration next = twice.compareTo(LONGEST) > 0 ? LONGEST : twice;
      return new Silence(System.nanoTime() + next.toNanos(), next);
    }

    boolean lasts() {
      return System.nanoTime() - until < 0;
    }
  }
}
