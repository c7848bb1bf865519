/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.check;

import java.util.Locale;

/** How grave a finding is; the gravest first. */
public enum Severity {
  /** The job cannot run, or would run elsewhere than asked: the build fails. */
  ERROR,
  /** The job may fail, or does far more work than it needs. */
  WARNING,
  /** There is a better form; what stands there works. */
  NOTE;

  /** Returns the name as the POM and reports have it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
