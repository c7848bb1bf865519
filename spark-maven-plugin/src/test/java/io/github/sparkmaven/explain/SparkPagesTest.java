/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.sparkmaven.problem.EnvironmentException;
import io.github.sparkmaven.problem.InputException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SparkPagesTest {
  private static final String ENVIRONMENT =
      "{\"sparkProperties\":[[\"spark.executor.memory\",\"4g\"],[\"spark.app.id\",\"app-1\"]]}";

  private final Map<String, String> pages = new HashMap<>();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void end() {
    server.stop(0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "/", "/jobs/", "/environment", "/SQL/execution/?id=0", "/api/v1/applications"})
  void asksTheOnlyApplicationOfARunningPage(String page) {
    pages.put("/api/v1/applications", "[{\"id\":\"app-1\"}]");
    pages.put("/api/v1/applications/app-1/environment", ENVIRONMENT);

    OtherConf conf = read(page);

    assertThat(conf.settings())
        .isEqualTo(Map.of("spark.executor.memory", "4g", "spark.app.id", "app-1"));
    assertThat(conf.ofApplication()).isTrue();
    assertThat(conf.name()).isEqualTo("application app-1 at " + at(page));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/history/app-1", "/history/app-1/", "/history/app-1/jobs/"})
  void asksAHistoryServerForTheApplicationInTheAddress(String page) {
    pages.put("/api/v1/applications/app-1/environment", ENVIRONMENT);

    assertThat(read(page).settings()).containsEntry("spark.executor.memory", "4g");
  }

  @Test
  void asksForTheAttemptOfAnApplicationThatHasSome() {
    pages.put("/api/v1/applications/app-1/1/environment", ENVIRONMENT);

    assertThat(read("/history/app-1").settings()).isNotEmpty();
    assertThat(read("/history/app-1/1/jobs/").settings()).isNotEmpty();
  }

  @Test
  void asksThroughTheProxyOfYarn() {
    pages.put("/proxy/application_1/api/v1/applications", "[{\"id\":\"application_1\"}]");
    pages.put("/proxy/application_1/api/v1/applications/application_1/environment", ENVIRONMENT);

    assertThat(read("/proxy/application_1/jobs/").settings()).isNotEmpty();
  }

  @Test
  void asksForANameWhereAHistoryServerKnowsSeveral() {
    pages.put("/api/v1/applications", "[{\"id\":\"app-2\"},{\"id\":\"app-1\"}]");

    assertThatThrownBy(() -> read(""))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "explain/diff: %s knows 2 applications. Name one, as in %s/history/app-2; the latest are app-2, app-1",
            at(""), at(""));
    pages.put("/api/v1/applications", "[]");
    assertThatThrownBy(() -> read(""))
        .hasMessage(
            "explain/diff: %s knows 0 applications. Give the address of one that has run", at(""));
  }

  @Test
  void namesTheApplicationThatIsNotThere() {
    assertThatThrownBy(() -> read("/history/app-9"))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(
            "explain/diff: "
                + at("/api/v1/applications/app-9/environment")
                + ": it knows no such page (HTTP 404).");
  }

  @Test
  void refusesAPageThatIsNotSparks() {
    assertThatThrownBy(() -> read(""))
        .hasMessage(
            "explain/diff: %s: it knows no such page (HTTP 404). Give the address of an"
                + " application's page, http://host:4040, or of a history server",
            at("/api/v1/applications"));
    pages.put("/api/v1/applications", "<html>");
    assertThatThrownBy(() -> read(""))
        .hasMessageContaining("answers something else than Spark's REST API");
  }

  @Test
  void tellsThatNobodyListens() {
    URI address = at("");
    server.stop(0);

    assertThatThrownBy(() -> new OtherConfs(() -> Path.of("home")).ofAddress(address))
        .isInstanceOf(EnvironmentException.class)
        .hasMessage(
            "explain/diff: cannot ask %s/api/v1/applications: nothing listens there. Is the"
                + " application, or the history server, still running?",
            address);
  }

  private OtherConf read(String page) {
    return new OtherConfs(() -> Path.of("home")).ofAddress(at(page));
  }

  private URI at(String page) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + page);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String page = pages.getOrDefault(exchange.getRequestURI().getPath(), "");
    byte[] body = page.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(page.isEmpty() ? 404 : 200, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
