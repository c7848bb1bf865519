/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven.parameter;

import org.jspecify.annotations.Nullable;

/** How an environment's element is laid over the one outside of it: what it names wins. */
final class Merge {
  private Merge() {}

  static <T> @Nullable T first(@Nullable T own, @Nullable T base) {
    return own == null ? base : own;
  }
}
