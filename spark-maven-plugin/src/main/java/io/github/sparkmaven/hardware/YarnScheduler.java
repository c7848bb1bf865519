/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.hardware;

import java.util.Locale;

/** Which scheduler YARN runs ({@code yarn.resourcemanager.scheduler.class}). */
public enum YarnScheduler {
  /** The Capacity Scheduler; YARN's default. */
  CAPACITY,
  /** The Fair Scheduler. */
  FAIR;

  /** Returns the name as it is written in the POM. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
