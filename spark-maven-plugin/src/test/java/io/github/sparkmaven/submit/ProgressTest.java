/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submit;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Against a double of a driver's UI: real HTTP, made-up answers. */
@Timeout(60)
class ProgressTest {
  private static final String ID = "local-1795386181972";

  private final Heard heard = new Heard();
  private final MovingClock clock = new MovingClock();
  private final Progress progress = new Progress(heard, clock, Runnable::run);
  private final Map<String, String> answers = new ConcurrentHashMap<>();
  private final AtomicInteger status = new AtomicInteger(200);
  private final AtomicInteger requests = new AtomicInteger();
  private final CountDownLatch release = new CountDownLatch(1);
  private HttpServer server;

  @BeforeEach
  void serve() throws IOException {
    answers.put("/api/v1/applications", "[{\"id\":\"" + ID + "\"}]");
    answers.put("/jobs?status=running", "[]");
    answers.put("/executors", "[]");
    stage(1);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          requests.incrementAndGet();
          String uri = exchange.getRequestURI().toString();
          String path = uri.replace("/api/v1/applications/" + ID, "");
          if (path.startsWith("/proxy/")) {
            exchange.getResponseHeaders().add("Location", uri.substring("/proxy".length()));
            exchange.sendResponseHeaders(302, -1);
          } else {
            byte[] answer =
                answers.getOrDefault(path, "no such page").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(
                answers.containsKey(path) ? status.get() : 404, answer.length);
            exchange.getResponseBody().write(answer);
          }
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    progress.close();
    release.countDown();
    server.stop(0);
  }

  @Test
  void tellsAtMostOneLineInFiveSeconds() {
    progress.look(facts(ui(""), Optional.of(ID)));
    int asked = requests.get();
    stage(2);
    clock.advance(Duration.ofMillis(4900));
    progress.look(facts(ui(""), Optional.of(ID)));
    assertThat(requests).hasValue(asked);
    clock.advance(Duration.ofMillis(100));
    progress.look(facts(ui(""), Optional.of(ID)));

    assertThat(heard.progress())
        .containsExactly(
            "Stage 1 of 1 (count): 1 of 9 tasks, 1 running",
            "Stage 1 of 1 (count): 2 of 9 tasks, 1 running");
  }

  @Test
  void countsTheFiveSecondsFromTheLineNotFromTheQuestion() {
    Progress slow =
        new Progress(
            heard,
            clock,
            question -> {
              clock.advance(Duration.ofSeconds(4));
              question.run();
            });
    slow.look(facts(ui(""), Optional.of(ID)));
    stage(2);
    clock.advance(Duration.ofSeconds(1));
    slow.look(facts(ui(""), Optional.of(ID)));

    assertThat(heard.progress()).hasSize(1);
  }

  @Test
  void tellsTheIdThatOnlyTheUiKnows() {
    progress.look(facts(ui(""), Optional.empty()));
    stage(2);
    clock.advance(Duration.ofSeconds(5));
    progress.look(facts(ui(""), Optional.empty()));

    assertThat(progress.applicationId()).contains(ID);
    assertThat(heard.noted()).containsExactly("Application " + ID);
  }

  /** What a real UI answers, with status 200, before the context is made. */
  @Test
  void waitsForAUiThatIsStarting() {
    String starting = "Spark is starting up. Please wait a while until it's ready.";
    String applications = answers.put("/api/v1/applications", starting);
    progress.look(facts(ui(""), Optional.empty()));
    answers.put("/api/v1/applications", applications);
    clock.advance(Duration.ofSeconds(1));
    progress.look(facts(ui(""), Optional.empty()));

    assertThat(heard.progress()).hasSize(1);
    assertThat(heard.traced()).isEmpty();
  }

  @Test
  void saysOnceAMinuteThatNothingChanges() {
    for (int second = 0; second <= 130; second += 5) {
      progress.look(facts(ui(""), Optional.of(ID)));
      clock.advance(Duration.ofSeconds(5));
    }

    String line = "Stage 1 of 1 (count): 1 of 9 tasks, 1 running";
    assertThat(heard.progress())
        .containsExactly(line, line + "; still running for 1 m", line + "; still running for 2 m");
  }

  @Test
  void followsTheProxysRedirects() {
    progress.look(facts(ui("/proxy/"), Optional.of(ID)));

    assertThat(heard.progress()).containsExactly("Stage 1 of 1 (count): 1 of 9 tasks, 1 running");
    assertThat(heard.traced()).isEmpty();
  }

  @Test
  void isSilentAfterOneWordWhereTheUiRefuses() {
    status.set(401);
    for (int second = 0; second < 60; second++) {
      progress.look(facts(ui(""), Optional.of(ID)));
      clock.advance(Duration.ofSeconds(1));
    }

    // Once a second while the UI may be starting, then every five.
    assertThat(requests).hasValue(16 + 8);
    assertThat(heard.progress()).isEmpty();
    assertThat(heard.noted()).isEmpty();
    assertThat(heard.traced())
        .containsExactly(
            "No progress is shown, because "
                + ui("").get()
                + " does not answer: java.io.IOException: "
                + ui("").get()
                + "/api/v1/applications/"
                + ID
                + "/stages?status=active answers 401");
  }

  @Test
  void forgivesAUiThatRefusesForAMoment() {
    status.set(404);
    progress.look(facts(ui(""), Optional.of(ID)));
    status.set(200);
    clock.advance(Duration.ofSeconds(1));
    progress.look(facts(ui(""), Optional.of(ID)));

    assertThat(heard.progress()).hasSize(1);
    assertThat(heard.traced()).isEmpty();
  }

  @Test
  void neverWaitsForAUiThatHangs() {
    server.createContext("/slow", exchange -> await(release));
    Progress real = new Progress(heard, clock);

    // Whoever waits for the answer hears that there is none.
    real.look(facts(ui("/slow"), Optional.of(ID)));
    real.look(facts(ui("/slow"), Optional.of(ID)));
    real.close();

    assertThat(heard.traced()).isEmpty();
  }

  @Test
  void endsItsLine() {
    progress.look(facts(ui(""), Optional.of(ID)));
    progress.close();
    clock.advance(Duration.ofSeconds(5));
    progress.look(facts(ui(""), Optional.of(ID)));

    assertThat(heard.progress()).hasSize(2).endsWith("");
  }

  @Test
  void hasNothingToEndWhereNothingWasShown() {
    progress.look(facts(Optional.empty(), Optional.of(ID)));
    progress.close();

    assertThat(heard.progress()).isEmpty();
    assertThat(requests).hasValue(0);
  }

  private void stage(int complete) {
    answers.put(
        "/stages?status=active",
        "[{\"stageId\":0,\"name\":\"count\",\"numTasks\":9,\"numActiveTasks\":1,"
            + "\"numCompleteTasks\":"
            + complete
            + ",\"numFailedTasks\":0}]");
  }

  private Optional<URI> ui(String path) {
    return Optional.of(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path));
  }

  private static DriverFacts facts(Optional<URI> ui, Optional<String> id) {
    return new DriverFacts(
        id,
        Optional.empty(),
        Optional.empty(),
        ui,
        false,
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
