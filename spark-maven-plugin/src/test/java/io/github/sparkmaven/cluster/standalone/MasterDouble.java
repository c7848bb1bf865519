/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.cluster.standalone;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.sparkmaven.cluster.Http;
import io.github.sparkmaven.cluster.Target;
import io.github.sparkmaven.conf.Layer;
import io.github.sparkmaven.conf.LayeredConf;
import io.github.sparkmaven.hardware.DeployMode;
import io.github.sparkmaven.hardware.Manager;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A double of a master, its worker and a driver's web UI: pages that real ones gave, on one port.
 */
final class MasterDouble implements AutoCloseable {
  // What stands in the pages of 3.5.5.
  static final String RUNNING = "driver-20261122223139-0022";
  static final String WAITING = "driver-20261122222722-0019";
  static final String FINISHED = "driver-20261122222208-0000";
  static final String FAILED = "driver-20261122222217-0001";
  static final String ERROR = "driver-20261122222243-0004";
  static final String KILLED = "driver-20261122223034-0020";
  static final String APP = "app-20261122223150-0004";

  /** A driver that the pages do not know. */
  static final String UNKNOWN = "driver-20200101000000-0000";

  private final HttpServer server;
  private final String version;
  private final Map<String, Page> pages = new ConcurrentHashMap<>();
  private final List<String> posts = new CopyOnWriteArrayList<>();

  private MasterDouble(HttpServer server, String version) {
    this.server = server;
    this.version = version;
  }

  /** Starts a double that shows nothing yet. */
  static MasterDouble start(String version) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    MasterDouble master = new MasterDouble(server, version);
    server.createContext("/", master::answer);
    server.start();
    return master;
  }

  /** Reads a page that was recorded, with this double's address for those of worker and driver. */
  String recorded(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(getClass().getResourceAsStream(version + "/" + name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .replaceAll("http://(127.0.0.1|localhost):[0-9]+", address());
    }
  }

  MasterDouble shows(String path, String text) {
    pages.put(path, new Page(200, text, Optional.empty()));
    return this;
  }

  MasterDouble refuses(String path, int status) {
    pages.put(path, new Page(status, "", Optional.empty()));
    return this;
  }

  MasterDouble redirects(String path, String to) {
    pages.put(path, new Page(302, "", Optional.of(to)));
    return this;
  }

  String address() {
    return "http://127.0.0.1:" + port();
  }

  int port() {
    return server.getAddress().getPort();
  }

  /** Returns what was posted: path and body. */
  List<String> posts() {
    return posts;
  }

  /** Returns a target whose web UI and submission server are this double. */
  Target target() {
    return target("spark://127.0.0.1:7077", port(), port());
  }

  /** Returns a client that is soon out of patience. */
  static StandaloneClient client(int ui, int rest) {
    return new StandaloneClient(
        target("spark://127.0.0.1:7077", ui, rest),
        new Http(Duration.ofSeconds(5)),
        Duration.ofMillis(300));
  }

  /** Returns a port that nothing listens on. */
  static int closedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Shows the running application of 3.5.5, and the web UI of its driver. */
  void showTheApplication() throws IOException {
    shows("/app/?appId=" + APP, recorded("app.html"));
    shows("/api/v1/applications/" + APP + "/environment", recorded("environment.json"));
  }

  /** Returns a target whose web UI and submission server are on the ports. */
  static Target target(String master, int ui, int rest) {
    Map<String, String> settings =
        Map.of("spark.master.ui.port", "" + ui, "spark.master.rest.port", "" + rest);
    return new Target(
        Manager.STANDALONE,
        master,
        DeployMode.CLUSTER,
        LayeredConf.empty().with(Layer.ENVIRONMENT, settings, "test"));
  }

  private void answer(HttpExchange exchange) throws IOException {
    String query = exchange.getRequestURI().getQuery();
    String path = exchange.getRequestURI().getPath() + (query == null ? "" : "?" + query);
    if (exchange.getRequestMethod().equals("POST")) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      posts.add(path + " " + new String(body, StandardCharsets.UTF_8));
    }
    Page page = pages.getOrDefault(path, new Page(404, "", Optional.empty()));
    page.location().ifPresent(to -> exchange.getResponseHeaders().set("Location", to));
    byte[] text = page.text().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(page.status(), text.length == 0 ? -1 : text.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(text);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private record Page(int status, String text, Optional<String> location) {}
}
