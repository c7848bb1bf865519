/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.hardware;

import java.util.Locale;

/**
 * How YARN's scheduler compares resources ({@code yarn.scheduler.capacity.resource-calculator}).
 */
public enum ResourceCalculator {
  /** By memory alone; YARN's default. */
  DEFAULT,
  /** By memory and vcores. */
  DOMINANT;

  /** Returns the name as it is written in the POM. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
