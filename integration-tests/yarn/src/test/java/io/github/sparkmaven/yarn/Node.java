/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.yarn;

/** What one NodeManager registers with. */
record Node(int memoryMib, int vcores) {
  Node {
    if (memoryMib < 1 || vcores < 1) {
      throw new IllegalArgumentException("A node of " + memoryMib + " MiB and " + vcores);
    }
  }
}
