/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.doctor;

import io.github.sparkmaven.cluster.Http;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;

/** Names, addresses and servers, as this machine sees them. */
public interface Network {

  /** Returns what the machine's own name stands for. */
  InetAddress localHost() throws UnknownHostException;

  /** Returns what a name or an address stands for. */
  InetAddress lookUp(String host) throws UnknownHostException;

  /** Listens on any free port of an address, and stops at once. */
  void bind(InetAddress address) throws IOException;

  /** Opens a connection, and closes it at once. */
  void connect(String host, int port) throws IOException;

  /** Reads a page, without credentials. */
  Http.Answer get(URI address) throws IOException;

  /**
   * Reads a page, without credentials, from a server whose certificate is of one of these
   * authorities; without any, of those that Java knows.
   *
   * @param authorities certificates, as PEM or DER
   */
  Http.Answer get(URI address, List<byte[]> authorities) throws IOException;
}
