/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.yarn;

/** The size that Spark asks a container to have, before YARN rounds it. */
record Ask(int mib, int vcores) {
  Ask {
    if (mib < 1 || vcores < 1) {
      throw new IllegalArgumentException("A request of " + mib + " MiB and " + vcores);
    }
  }
}
