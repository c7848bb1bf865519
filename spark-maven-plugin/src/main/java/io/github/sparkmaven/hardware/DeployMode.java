/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.hardware;

import java.util.Locale;

/** Where the driver runs. */
public enum DeployMode {
  /** On the machine that submits. */
  CLIENT,
  /** On a node of the cluster. */
  CLUSTER;

  /** Returns the name as Spark writes it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
