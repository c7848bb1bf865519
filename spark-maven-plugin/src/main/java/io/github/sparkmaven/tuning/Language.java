/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.tuning;

import java.util.Locale;

/** What the job's own code runs in. */
public enum Language {
  /** Java, Scala, Kotlin: the executor's JVM. */
  JVM,
  /** Python workers beside the executor's JVM. */
  PYTHON;

  /** Returns the name as it is written in the POM. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
