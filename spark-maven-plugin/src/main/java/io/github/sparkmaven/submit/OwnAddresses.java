/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submit;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.util.stream.Stream;

/** Knows whether a master runs on this machine, whose files its workers then see. */
@FunctionalInterface
public interface OwnAddresses {

  /** Says whether a host is this machine. */
  boolean has(String host);

  /** Returns those of the network interfaces that this machine has. */
  static OwnAddresses ofInterfaces() {
    return host -> {
      try {
        InetAddress address = InetAddress.getByName(host);
        return address.isLoopbackAddress() || NetworkInterface.getByInetAddress(address) != null;
      } catch (IOException e) {
        // A name that cannot be looked up here is not this machine's.
        return false;
      }
    };
  }

  /** Says whether every master of {@code spark://host:port,host:port} is this machine. */
  default boolean isMaster(String master) {
    String hosts = master.substring(master.indexOf("://") + "://".length());
    return Stream.of(hosts.split(",", -1))
        .map(host -> host.replaceFirst(":\\d+$", ""))
        .allMatch(this::has);
  }
}
