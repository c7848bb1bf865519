/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpTest {
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final Http http = new Http(Duration.ofSeconds(5));
  private HttpServer server;
  private HttpServer other;

  @BeforeEach
  void start() throws IOException {
    other = server("other");
    server = server("server");
  }

  @AfterEach
  void end() {
    server.stop(0);
    other.stop(0);
  }

  @Test
  void followsARedirectOnTheSameHost() throws IOException {
    Http.Answer answer = http.get(at(server, "/to?/there"), Map.of("Authorization", "secret"));

    assertThat(answer.ok()).isTrue();
    assertThat(asked).containsExactly("server /to?/there secret", "server /there secret");
  }

  @Test
  void takesNothingToAnotherServer() throws IOException {
    String elsewhere = at(other, "/there").toString();

    Http.Answer answer =
        http.get(at(server, "/to?" + elsewhere), Map.of("Authorization", "secret"));

    assertThat(answer.ok()).isFalse();
    assertThat(answer.refusal()).isEqualTo("it answered HTTP 302 to " + elsewhere);
    assertThat(asked).containsExactly("server /to?" + elsewhere + " secret");
  }

  @Test
  void givesUpARedirectThatLeadsToItself() throws IOException {
    assertThat(http.get(at(server, "/to?/to?/to?/to?/to?/to?/there")).ok()).isFalse();
    assertThat(asked).hasSize(4);
  }

  @Test
  void saysWhyNobodyAnswers() throws IOException {
    int closed = closedPort();

    assertThatThrownBy(() -> http.get(URI.create("http://127.0.0.1:" + closed + "/x")))
        .isInstanceOf(IOException.class)
        .hasMessage("http://127.0.0.1:" + closed + "/x: nothing listens there");
    assertThatThrownBy(() -> http.get(URI.create("http://no.such.host.invalid/x")))
        .hasMessage("http://no.such.host.invalid/x: the host is not known");
  }

  @Test
  void doesNotWaitForASilentServer() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      URI address = URI.create("http://127.0.0.1:" + silent.getLocalPort() + "/x");

      assertThatThrownBy(() -> new Http(Duration.ofSeconds(1)).get(address))
          .hasMessage(address + ": no answer within 1 s");
    }
  }

  @Test
  void saysWhatAStatusMeans() throws IOException {
    assertThat(http.get(at(server, "/status?401")).refusal())
        .isEqualTo("it wants credentials (HTTP 401)");
    assertThat(http.get(at(server, "/status?403")).refusal())
        .isEqualTo("it refuses this user (HTTP 403)");
    assertThat(http.get(at(server, "/status?404")).refusal())
        .isEqualTo("it knows no such page (HTTP 404)");
    assertThat(http.get(at(server, "/status?500")).refusal()).isEqualTo("it answered HTTP 500");
  }

  private HttpServer server(String name) throws IOException {
    HttpServer started =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    started.createContext("/", exchange -> answer(name, exchange));
    started.start();
    return started;
  }

  private void answer(String name, HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String query = Objects.requireNonNullElse(exchange.getRequestURI().getQuery(), "");
    asked.add(
        name
            + " "
            + exchange.getRequestURI()
            + " "
            + exchange.getRequestHeaders().getFirst("Authorization"));
    if (path.equals("/to")) {
      exchange.getResponseHeaders().set("Location", query);
    }
    int status = path.equals("/to") ? 302 : path.equals("/status") ? Integer.parseInt(query) : 200;
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  private static URI at(HttpServer server, String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  private static int closedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
