/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.doctor;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;

/** Where a server listens. */
record HostPort(String host, int port) {

  /** Reads {@code host:port}, where the port may be left out. */
  static HostPort of(String text, int otherwise) {
    int colon = text.lastIndexOf(':');
    String port = colon < 0 ? "" : text.substring(colon + 1);
    return port.matches("\\d{1,5}")
        ? new HostPort(text.substring(0, colon), Integer.parseInt(port))
        : new HostPort(text, otherwise);
  }

  /** Returns why it cannot be connected to, or nothing where it can. */
  Optional<String> refusal(Network network) {
    try {
      network.connect(host.replaceAll("[\\[\\]]", ""), port);
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(e.getMessage() == null ? e.toString() : e.getMessage());
    }
  }

  /** Returns the address of a page there. */
  URI uri(String scheme, String path) {
    return URI.create(scheme + "://" + this + path);
  }

  @Override
  public String toString() {
    return host + ":" + port;
  }
}
