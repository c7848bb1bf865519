/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.hardware;

import io.github.sparkmaven.unit.MemorySize;

/**
 * Takes from a machine what is kept for the operating system and daemons: what the user reserves,
 * else a manager's stated default.
 */
record Reserves(DeclaredCluster.Reserved declared) {
  // Apart from a manager's default, which the text alone leads to.
  private static final String DECLARED = "reserved as declared";

  /** Returns the cores left of a machine. */
  Amount cores(Machines machines, long defaultMillicores, String forWhat) {
    Amount all = Amount.cores(machines.where() + "/cores", machines.cores());
    return declared.cores().isPresent()
        ? all.less(declared.cores().getAsInt() * 1000L, DECLARED).at("cluster/reservedCores")
        : all.less(defaultMillicores, forWhat);
  }

  /** Returns the memory left of a machine. */
  Amount memory(Machines machines, long defaultMib, String forWhat) {
    Amount all = Amount.memory(machines.where() + "/memory", machines.memory().mebibytes());
    return declared
        .memory()
        .map(MemorySize::mebibytes)
        .map(reserved -> all.less(reserved, DECLARED).at("cluster/reservedMemory"))
        .orElseGet(() -> all.less(defaultMib, forWhat));
  }
}
