/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.github.sparkmaven.kubernetes.Watch.Change;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The API over HTTP; objects of every kind are kept as they come. */
final class ApiHandler implements HttpHandler {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * How long a watch stays open that has nothing to tell. An API server ends watches too, after
   * minutes, and clients watch on from where they were. Here it is soon, because the client of
   * Spark 3.5 that closes a watch over plain HTTP may wait for the next byte of it without end
   * (okhttp reads what is left of a chunked body), and the driver with it.
   */
  private static final long IDLE_SECONDS = 3;

  private final ApiStore store;
  private final KubeletDouble kubelet;
  private final Supplier<Optional<ApiError>> gate;
  private final Supplier<String> token;

  ApiHandler(
      ApiStore store,
      KubeletDouble kubelet,
      Supplier<Optional<ApiError>> gate,
      Supplier<String> token) {
    this.store = store;
    this.kubelet = kubelet;
    this.gate = gate;
    this.token = token;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      try {
        // A body that nobody reads lets the server close the connection.
        byte[] body = exchange.getRequestBody().readAllBytes();
        admit(exchange);
        serve(exchange, body.length == 0 ? JSON.createObjectNode() : JSON.readTree(body));
      } catch (ApiError e) {
        ObjectNode status = status("Failure").put("message", e.getMessage());
        send(exchange, e.code(), status.put("reason", e.reason()).put("code", e.code()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void admit(HttpExchange exchange) throws ApiError {
    Optional<ApiError> refusal = gate.get();
    if (refusal.isPresent()) {
      throw refusal.get();
    }
    String bearer = "Bearer " + token.get();
    if (!token.get().isEmpty()
        && !bearer.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
      throw new ApiError(401, "Unauthorized", "Unauthorized");
    }
  }

  private void serve(HttpExchange exchange, JsonNode body)
      throws ApiError, IOException, InterruptedException {
    ApiPath path = ApiPath.parse(exchange.getRequestURI().getPath());
    Map<String, String> query = query(exchange.getRequestURI().getRawQuery());
    switch (exchange.getRequestMethod()) {
      case "GET" -> get(exchange, path, query);
      case "POST" -> send(exchange, 201, created(path, (ObjectNode) body));
      case "PUT", "PATCH" -> send(exchange, 200, patched(exchange, path, body));
      case "DELETE" -> send(exchange, 200, deleted(path, query, body));
      default -> throw new ApiError(405, "MethodNotAllowed", exchange.getRequestMethod());
    }
  }

  private void get(HttpExchange exchange, ApiPath path, Map<String, String> query)
      throws ApiError, IOException, InterruptedException {
    if (query.getOrDefault("watch", "").equals("true")) {
      watch(exchange, path, query);
    } else if (path.subresource().equals("log")) {
      log(exchange, path);
    } else if (path.name().isEmpty()) {
      send(exchange, 200, list(path, Selector.of(query)));
    } else {
      send(exchange, 200, store.get(path));
    }
  }

  private JsonNode list(ApiPath path, Selector selector) {
    ObjectNode list = JSON.createObjectNode().put("kind", "List").put("apiVersion", "v1");
    list.putObject("metadata").put("resourceVersion", String.valueOf(store.version()));
    ArrayNode items = list.putArray("items");
    store.list(path.namespace(), path.plural(), selector).forEach(items::add);
    return list;
  }

  private JsonNode created(ApiPath path, ObjectNode object) throws ApiError, IOException {
    ObjectNode created = store.create(path, object);
    if (path.plural().equals("pods")) {
      kubelet.start(new ApiPath(path.namespace(), "pods", name(created), ""));
    }
    return created;
  }

  private JsonNode patched(HttpExchange exchange, ApiPath path, JsonNode body) throws ApiError {
    String type = String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type"));
    if (type.startsWith("application/json-patch")) {
      throw new ApiError(415, "UnsupportedMediaType", "the double knows no " + type);
    }
    return store.apply(path, (ObjectNode) body);
  }

  private JsonNode deleted(ApiPath path, Map<String, String> query, JsonNode options)
      throws ApiError {
    long grace = options.path("gracePeriodSeconds").asLong(30);
    if (!path.name().isEmpty()) {
      ObjectNode object = store.get(path);
      delete(path, grace);
      return object;
    }
    for (ObjectNode object : store.list(path.namespace(), path.plural(), Selector.of(query))) {
      delete(new ApiPath(path.namespace(), path.plural(), name(object), ""), grace);
    }
    return status("Success");
  }

  private void delete(ApiPath path, long grace) throws ApiError {
    if (path.plural().equals("pods")) {
      kubelet.delete(path, grace);
    } else {
      store.remove(path);
    }
  }

  private void watch(HttpExchange exchange, ApiPath path, Map<String, String> query)
      throws ApiError, IOException, InterruptedException {
    if (exchange.getRequestHeaders().containsKey("Upgrade")) {
      // The client then watches over plain HTTP.
      throw new ApiError(503, "ServiceUnavailable", "the double knows no web sockets");
    }
    Optional<Long> after =
        Optional.ofNullable(query.get("resourceVersion"))
            .filter(version -> !version.isEmpty() && !version.equals("0"))
            .map(Long::valueOf);
    Watch watch = store.watch(path, Selector.of(query), after);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream out = exchange.getResponseBody()) {
      Change change = watch.changes().poll(IDLE_SECONDS, TimeUnit.SECONDS);
      while (change != null) {
        ObjectNode event = JSON.createObjectNode().put("type", change.type());
        event.set("object", change.object());
        out.write((JSON.writeValueAsString(event) + "\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
        change = watch.changes().poll(IDLE_SECONDS, TimeUnit.SECONDS);
      }
    } finally {
      store.forget(watch);
    }
  }

  private void log(HttpExchange exchange, ApiPath path) throws ApiError, IOException {
    ObjectNode pod = store.get(new ApiPath(path.namespace(), path.plural(), path.name(), ""));
    if (pod.path("status").path("phase").asText().equals("Pending")) {
      throw new ApiError(
          400, "BadRequest", "container in pod \"" + path.name() + "\" is waiting to start");
    }
    Path log = kubelet.log(path);
    exchange.getResponseHeaders().set("Content-Type", "text/plain");
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream out = exchange.getResponseBody()) {
      if (Files.exists(log)) {
        Files.copy(log, out);
      }
    }
  }

  private static String name(JsonNode object) {
    return object.path("metadata").path("name").asText();
  }

  private static ObjectNode status(String status) {
    return JSON.createObjectNode()
        .put("kind", "Status")
        .put("apiVersion", "v1")
        .put("status", status);
  }

  private static void send(HttpExchange exchange, int code, JsonNode body) throws IOException {
    byte[] bytes = JSON.writeValueAsBytes(body);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(code, bytes.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  private static Map<String, String> query(@Nullable String raw) {
    Map<String, String> query = new HashMap<>();
    for (String pair : (raw == null ? "" : raw).split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        query.put(
            pair.substring(0, equals),
            URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
      }
    }
    return query;
  }
}
