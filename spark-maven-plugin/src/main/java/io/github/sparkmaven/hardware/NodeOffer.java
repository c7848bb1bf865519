/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.hardware;

import io.github.sparkmaven.problem.Problems;
import io.github.sparkmaven.unit.MemorySize;
import java.util.Locale;

/**
 * What one node offers to executors: what it has, less what is kept back.
 *
 * @param cores the cores
 * @param memory the memory
 */
record NodeOffer(Cores cores, Memory memory) {

  /** Adds a problem for each resource of which nothing is left. */
  void check(Problems problems) {
    problems.require(
        cores.offered() >= 1,
        cores.where(),
        cores + " leaves no core for executors",
        "Give a machine more cores, or reserve fewer");
    problems.require(
        memory.offeredMib() >= 1,
        memory.where(),
        memory + " leaves no memory for executors",
        "Give a machine more memory, or reserve less");
  }

  /** Returns how the offer came about, with its numbers. */
  String reason() {
    return String.format(Locale.ROOT, "a node offers %s cores and %s", cores, memory);
  }

  /**
   * Cores of one node.
   *
   * @param where the parameter to change when none is left
   * @param total cores that there are
   * @param reserved cores that are kept back
   */
  record Cores(String where, int total, int reserved) {
    static Cores given(String where, int offered) {
      return new Cores(where, offered, 0);
    }

    static Cores of(int total, DeclaredCluster declared, int defaultReserved) {
      return new Cores(
          declared.reservedCores().isPresent() ? "cluster/reservedCores" : "cluster/cores",
          total,
          declared.reservedCores().orElse(defaultReserved));
    }

    int offered() {
      return total - reserved;
    }

    @Override
    public String toString() {
      return reserved == 0 ? "" + total : total + " - " + reserved + " reserved = " + offered();
    }
  }

  /**
   * Memory of one node.
   *
   * @param where the parameter to change when none is left
   * @param total memory that there is
   * @param reserved memory that is kept back
   */
  record Memory(String where, MemorySize total, MemorySize reserved) {
    static Memory given(String where, MemorySize offered) {
      return new Memory(where, offered, new MemorySize(0));
    }

    static Memory of(MemorySize total, DeclaredCluster declared, long defaultReservedMib) {
      return new Memory(
          declared.reservedMemory().isPresent() ? "cluster/reservedMemory" : "cluster/memory",
          total,
          declared.reservedMemory().orElse(MemorySize.ofMebibytes(defaultReservedMib)));
    }

    long offeredMib() {
      return total.mebibytes() - reserved.mebibytes();
    }

    @Override
    public String toString() {
      return reserved.bytes() == 0
          ? total.mebibytes() + " MiB"
          : String.format(
              Locale.ROOT,
              "%d - %d reserved = %d MiB",
              total.mebibytes(),
              reserved.mebibytes(),
              offeredMib());
    }
  }
}
