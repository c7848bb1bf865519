/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.hardware;

import java.util.Locale;

/** The cluster managers that can be planned for. */
public enum Manager {
  /** No cluster: driver and tasks share one JVM. */
  LOCAL,
  /** Spark's own master and workers. */
  STANDALONE,
  /** Hadoop YARN. */
  YARN,
  /** Kubernetes. */
  KUBERNETES;

  /** Returns the name as it is written in the POM. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
