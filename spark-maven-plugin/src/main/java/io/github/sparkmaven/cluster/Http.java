/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.cluster;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Asks a manager over HTTP, patiently enough for a living one and no longer.
 *
 * <p>No request bears credentials unless the caller gives them as headers, and a redirect is
 * followed only on the host that was asked, so that they reach nobody else.
 */
public final class Http {
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final int MOST_REDIRECTS = 3;

  private final Duration patience;
  private final Optional<SSLContext> trust;
  private @Nullable HttpClient client;

  /** Waits for two seconds for a connection, and as long again for an answer. */
  public Http() {
    this(PATIENCE);
  }

  /** Waits so long for a connection, and as long again for an answer. */
  public Http(Duration patience) {
    this.patience = patience;
    this.trust = Optional.empty();
  }

  /** Waits so long, and trusts other servers than Java by itself does. */
  public Http(Duration patience, SSLContext trust) {
    this.patience = patience;
    this.trust = Optional.of(trust);
  }

  /**
   * An answer, whatever its status.
   *
   * @param status the HTTP status
   * @param body the text, as UTF-8
   * @param location where a redirect that was not followed leads
   */
  public record Answer(int status, String body, Optional<URI> location) {

    /** Says whether the request was met. */
    public boolean ok() {
      return status / 100 == 2;
    }

    /** Says in words why this is not the answer that was wished for. */
    public String refusal() {
      return switch (status) {
        case 401 -> "it wants credentials (HTTP 401)";
        case 403 -> "it refuses this user (HTTP 403)";
        case 404 -> "it knows no such page (HTTP 404)";
        default -> "it answered HTTP " + status + location.map(to -> " to " + to).orElse("");
      };
    }
  }

  /**
   * Reads a page.
   *
   * @throws IOException if there is no answer; the message is the address and the reason in words
   */
  public Answer get(URI address, Map<String, String> headers) throws IOException {
    URI asked = address;
    for (int redirects = 0; ; redirects++) {
      Answer answer = send(request(asked, headers).GET());
      Optional<URI> next =
          answer.location().map(asked::resolve).filter(to -> sameHost(address, to));
      if (next.isEmpty() || redirects == MOST_REDIRECTS) {
        return answer;
      }
      asked = next.get();
    }
  }

  /**
   * Reads a page without credentials.
   *
   * @throws IOException if there is no answer; the message is the address and the reason in words
   */
  public Answer get(URI address) throws IOException {
    return get(address, Map.of());
  }

  /**
   * Posts a body; no redirect is followed.
   *
   * @throws IOException if there is no answer; the message is the address and the reason in words
   */
  public Answer post(URI address, Map<String, String> headers, String body) throws IOException {
    return send(request(address, headers).POST(BodyPublishers.ofString(body)));
  }

  private HttpRequest.Builder request(URI address, Map<String, String> headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(patience);
    headers.forEach(request::setHeader);
    return request;
  }

  private Answer send(HttpRequest.Builder builder) throws IOException {
    HttpRequest request = builder.build();
    try {
      HttpResponse<String> response =
          client().send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
      Optional<URI> location =
          response.statusCode() / 100 == 3
              ? response.headers().firstValue("location").map(URI::create)
              : Optional.empty();
      return new Answer(response.statusCode(), response.body(), location);
    } catch (IOException | IllegalArgumentException e) {
      throw new IOException(request.uri() + ": " + reason(e), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(request.uri() + ": interrupted", e);
    }
  }

  private synchronized HttpClient client() {
    if (client == null) {
      HttpClient.Builder builder =
          HttpClient.newBuilder()
              .version(HttpClient.Version.HTTP_1_1)
              .followRedirects(HttpClient.Redirect.NEVER)
              .connectTimeout(patience);
      trust.ifPresent(builder::sslContext);
      client = builder.build();
    }
    return client;
  }

  private String reason(Exception failure) {
    if (failure instanceof HttpTimeoutException) {
      return "no answer within " + patience.toSeconds() + " s";
    }
    Throwable cause = deepCause(failure);
    if (cause instanceof UnresolvedAddressException || cause instanceof UnknownHostException) {
      return "the host is not known";
    }
    if (failure instanceof ConnectException) {
      return "nothing listens there";
    }
    return failure.getMessage() == null ? failure.toString() : failure.getMessage();
  }

  private static Throwable deepCause(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }

  private static boolean sameHost(URI asked, URI next) {
    boolean same = asked.getPort() == next.getPort() && asked.getScheme().equals(next.getScheme());
    // Spark's pages lead to their encrypted port.
    boolean encrypted = asked.getScheme().equals("http") && "https".equals(next.getScheme());
    return asked.getHost() != null
        && asked.getHost().equalsIgnoreCase(next.getHost())
        && (same || encrypted);
  }
}
