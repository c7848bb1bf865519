/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submit;

import io.github.sparkmaven.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.URI;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Asks the REST interface of a running driver's UI. */
final class SparkUi {
  private static final int CONNECT_MILLIS = 1000;
  private static final int READ_MILLIS = 3000;
  private static final int LARGEST_ANSWER = 8 << 20;

  // ServerInfo's default handler answers so, with status 200, until the context is made.
  private static final String STARTING = "Spark is starting up.";

  private final URI applications;

  /**
   * Asks a driver, itself or through YARN's proxy.
   *
   * @param ui the UI's address, with or without a slash at the end
   */
  SparkUi(URI ui) {
    String address = ui.toString();
    this.applications =
        URI.create((address.endsWith("/") ? address : address + "/") + "api/v1/applications");
  }

  /**
   * Returns the id of the application that the UI is of.
   *
   * @throws IOException if the UI does not answer, or not with JSON
   */
  Optional<String> applicationId() throws IOException {
    return get("").list().stream().findFirst().flatMap(one -> one.text("id"));
  }

  /**
   * Returns a line that says how far the application is; empty where no stage runs.
   *
   * @throws IOException if the UI does not answer, or not with JSON
   */
  Optional<String> progress(String applicationId) throws IOException {
    String application = "/" + applicationId;
    Json stages = get(application + "/stages?status=active");
    return stages.list().isEmpty()
        ? Optional.empty()
        : StageProgress.line(
            stages, get(application + "/jobs?status=running"), get(application + "/executors"));
  }

  private Json get(String path) throws IOException {
    URI uri = URI.create(applications + path);
    boolean loopback = InetAddress.getByName(uri.getHost()).isLoopbackAddress();
    URLConnection connection =
        loopback ? uri.toURL().openConnection(Proxy.NO_PROXY) : uri.toURL().openConnection();
    connection.setConnectTimeout(CONNECT_MILLIS);
    connection.setReadTimeout(READ_MILLIS);
    connection.setRequestProperty("Accept", "application/json");
    if (connection instanceof HttpURLConnection http && http.getResponseCode() != 200) {
      http.disconnect();
      throw new IOException(uri + " answers " + http.getResponseCode());
    }
    try (InputStream answer = connection.getInputStream()) {
      String text = new String(answer.readNBytes(LARGEST_ANSWER), StandardCharsets.UTF_8);
      return Json.parse(text.startsWith(STARTING) ? "[]" : text);
    }
  }
}
