/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.trust;

import java.util.Random;

/** Chance, the same in every run of a seed. */
record Draw(Random random) {
  static Draw of(long seed) {
    return new Draw(new Random(seed));
  }

  /** Says yes once in so many times. */
  boolean once(int in) {
    return random.nextInt(in) == 0;
  }

  int between(int low, int high) {
    return low + random.nextInt(high - low + 1);
  }

  String one(String... values) {
    return values[random.nextInt(values.length)];
  }
}
