/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The name of this machine: a process id says nothing without it. */
public final class HostName {
  private static final Path OF_KERNEL = Path.of("/proc/sys/kernel/hostname");

  private HostName() {}

  /** Returns the name that the machine gives itself, where it has one. */
  public static Optional<String> here() {
    return ofKernel().or(HostName::ofNetwork).map(String::strip).filter(name -> !name.isEmpty());
  }

  private static Optional<String> ofKernel() {
    try {
      return Optional.of(Files.readString(OF_KERNEL));
    } catch (IOException e) {
      // No Linux.
      return Optional.empty();
    }
  }

  private static Optional<String> ofNetwork() {
    try {
      return Optional.of(InetAddress.getLocalHost().getHostName());
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }
}
