/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.ledger;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What is to be submitted, and how it is found again. It holds no secret.
 *
 * @param id the submission's own name; the ledger's file is named by it
 * @param project the tag of project, job and environment
 * @param content the tag of jar, arguments and configuration
 * @param job what people call it
 * @param environment the environment that it was planned for
 * @param manager {@code local}, {@code standalone}, {@code yarn} or {@code kubernetes}
 * @param deployMode {@code client} or {@code cluster}
 * @param host the machine that it is submitted on, and whose process the outcome names; nothing in
 *     pages of earlier versions
 * @param log the driver's log
 * @param settings the Spark settings by which the manager is reached, credentials left out
 */
public record Intent(
    String id,
    String project,
    String content,
    String job,
    String environment,
    String manager,
    String master,
    String deployMode,
    String sparkVersion,
    String scalaVersion,
    String resource,
    Optional<String> mainClass,
    Instant started,
    Optional<String> host,
    Path log,
    Map<String, String> settings) {

  /** Copies the settings. */
  public Intent {
    settings = Map.copyOf(settings);
  }
}
