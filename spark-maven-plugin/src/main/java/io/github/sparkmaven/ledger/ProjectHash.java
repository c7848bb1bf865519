/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.ledger;

import io.github.sparkmaven.files.Digest;
import java.util.Optional;

/**
 * Stands for a project, a job of it and an environment, in a form that every manager takes as part
 * of a name: two machines that build the same project come to the same one.
 */
public final class ProjectHash {
  private static final int DIGITS = 16;

  private ProjectHash() {}

  /**
   * Returns 16 hexadecimal digits.
   *
   * @param coordinates {@code groupId:artifactId}
   * @param job the name among several jobs
   */
  public static String of(String coordinates, Optional<String> job, String environment) {
    String text = coordinates + "|" + job.orElse("") + "|" + environment;
    return Digest.of(text, DIGITS);
  }
}
