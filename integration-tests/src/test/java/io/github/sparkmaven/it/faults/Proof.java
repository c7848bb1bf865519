/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.it.faults;

import org.junit.jupiter.api.Assumptions;

/** What runs with {@code -Pproof} alone. */
final class Proof {
  private Proof() {}

  /** Passes over what is only for the proof, loudly, unless this build is the proof. */
  static void passOver(String what) {
    if (!Boolean.getBoolean("faults.proof")) {
      System.err.println(what + ": passed over, because it runs with -Pproof alone");
      Assumptions.abort("it runs with -Pproof alone");
    }
  }
}
