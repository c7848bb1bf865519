/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Stands for a project, a job of it and an environment, in a form that every manager takes as part
 * of a name: two machines that build the same project come to the same one.
 */
public final class ProjectHash {
  private static final int BYTES = 8;

  private ProjectHash() {}

  /**
   * Returns 16 hexadecimal digits.
   *
   * @param coordinates {@code groupId:artifactId}
   * @param job the name among several jobs
   */
  public static String of(String coordinates, Optional<String> job, String environment) {
    String text = coordinates + "|" + job.orElse("") + "|" + environment;
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
