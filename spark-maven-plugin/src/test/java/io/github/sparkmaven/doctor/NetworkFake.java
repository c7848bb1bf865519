/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.doctor;

import io.github.sparkmaven.cluster.Http;
import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A network that knows what it is told: the machine {@code box}, at 10.0.0.5, by itself. */
final class NetworkFake implements Network {
  private final Map<String, String> names = new HashMap<>(Map.of("localhost", "127.0.0.1"));
  private final Set<String> own = new HashSet<>(Set.of("127.0.0.1", "10.0.0.5"));
  private final Set<String> servers = new HashSet<>();
  private final Map<String, Http.Answer> pages = new HashMap<>();
  private final Map<String, IOException> failures = new HashMap<>();
  private Optional<String> address = Optional.of("10.0.0.5");

  /** Lets the machine's own name stand for another address, or none. */
  NetworkFake ownAddress(Optional<String> other) {
    address = other;
    return this;
  }

  /** Lets a name stand for an address; an empty one for none. */
  NetworkFake name(String name, String of) {
    names.put(name, of);
    return this;
  }

  /** Lets a server listen. */
  NetworkFake server(String hostAndPort) {
    servers.add(hostAndPort);
    return this;
  }

  /** Lets a page be read. */
  NetworkFake page(String uri, String body) {
    return page(uri, 200, body);
  }

  /** Lets a page answer with a status. */
  NetworkFake page(String uri, int status, String body) {
    pages.put(uri, new Http.Answer(status, body, Optional.empty()));
    return this;
  }

  /** Lets a page fail. */
  NetworkFake failure(String uri, IOException failure) {
    failures.put(uri, failure);
    return this;
  }

  @Override
  public InetAddress localHost() throws UnknownHostException {
    if (address.isEmpty()) {
      throw new UnknownHostException("box: box: Name or service not known");
    }
    return InetAddress.getByAddress("box", lookUp(address.get()).getAddress());
  }

  @Override
  public InetAddress lookUp(String host) throws UnknownHostException {
    String known = names.getOrDefault(host, host);
    if (!known.matches("[0-9.]+")) {
      throw new UnknownHostException(host);
    }
    return InetAddress.getByName(known);
  }

  @Override
  public void bind(InetAddress there) throws IOException {
    if (!own.contains(there.getHostAddress())) {
      throw new BindException("Cannot assign requested address");
    }
  }

  @Override
  public void connect(String host, int port) throws IOException {
    if (!servers.contains(host + ":" + port)) {
      throw new ConnectException("Connection refused");
    }
  }

  @Override
  public Http.Answer get(URI uri) throws IOException {
    IOException failure = failures.get(uri.toString());
    if (failure != null) {
      throw failure;
    }
    Http.Answer answer = pages.get(uri.toString());
    if (answer == null) {
      throw new IOException(uri + ": nothing listens there");
    }
    return answer;
  }

  @Override
  public Http.Answer get(URI uri, List<byte[]> authorities) throws IOException {
    return get(uri);
  }
}
