/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.conf;

import java.util.regex.Pattern;

/** Knows which settings hold secrets, so that no log, plan or process list shows them. */
public final class SecretKeys {
  // Spark's own default of spark.redaction.regex
  // (core/src/main/scala/org/apache/spark/internal/config/package.scala), and other common names.
  private static final Pattern SECRET =
      Pattern.compile(
          "(?i)secret|password|passwd|passphrase|token|access[.]?key|api[._-]?key|private[._-]?key|credential");

  private SecretKeys() {}

  /** Says whether the value of this key is a secret. */
  public static boolean matches(String key) {
    return SECRET.matcher(key).find();
  }
}
