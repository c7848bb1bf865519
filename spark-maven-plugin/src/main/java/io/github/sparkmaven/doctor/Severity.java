/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.doctor;

import java.util.Locale;

/** How grave a finding is; the gravest first. */
public enum Severity {
  /** Spark fails here, or the goal that would start it does. */
  ERROR,
  /** Spark may fail, or run otherwise than asked. */
  WARNING,
  /** Worth knowing when something else is looked for; nothing has to be done. */
  NOTE,
  /** As it should be. */
  OK;

  /** Returns the name as reports have it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
