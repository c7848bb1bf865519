/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.doctor;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The machine, as it can be looked at.
 *
 * @param environment the environment variables
 * @param temporary the folder for temporary files, {@code java.io.tmpdir}
 * @param userHome the user's home folder, {@code user.home}
 * @param root the root of {@code /proc}, {@code /sys} and {@code /etc}
 * @param network names and addresses
 * @param commands other programs
 */
public record Surroundings(
    Map<String, String> environment,
    Path temporary,
    Path userHome,
    Path root,
    Network network,
    Commands commands,
    Clock clock) {

  /** Copies the variables. */
  public Surroundings {
    environment = Map.copyOf(environment);
  }

  /**
   * Returns this machine.
   *
   * @param patience how long a host or a program is waited for
   */
  public static Surroundings ofThisMachine(Duration patience) {
    return new Surroundings(
        System.getenv(),
        Path.of(System.getProperty("java.io.tmpdir")),
        Path.of(System.getProperty("user.home")),
        Path.of("/"),
        new LiveNetwork(patience),
        new LiveCommands(patience),
        Clock.system(ZoneId.systemDefault()));
  }

  /** Returns these with other environment variables. */
  public Surroundings with(Map<String, String> variables) {
    Map<String, String> all = new HashMap<>(environment);
    all.putAll(variables);
    return new Surroundings(all, temporary, userHome, root, network, commands, clock);
  }

  /** Returns an environment variable, unless it is blank. */
  Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }
}
