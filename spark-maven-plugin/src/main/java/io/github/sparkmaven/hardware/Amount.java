/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.hardware;

import io.github.sparkmaven.unit.CpuAmount;
import java.util.ArrayList;
import java.util.List;

/**
 * An amount that a machine has, and what is taken from it step by step until the manager's offer is
 * left.
 *
 * @param where the parameter to change when nothing is left
 * @param kind what it is an amount of
 * @param total what there is: thousandths of a core, or MiB
 * @param less what is taken from it, in order
 */
record Amount(String where, Kind kind, long total, List<Less> less) {

  enum Kind {
    CORES,
    MEMORY
  }

  /**
   * A part that is taken away.
   *
   * @param amount in the unit of the whole
   * @param forWhat who takes it
   */
  record Less(long amount, String forWhat) {}

  Amount {
    less = List.copyOf(less);
  }

  static Amount cores(String where, int cores) {
    return new Amount(where, Kind.CORES, cores * 1000L, List.of());
  }

  static Amount memory(String where, long mebibytes) {
    return new Amount(where, Kind.MEMORY, mebibytes, List.of());
  }

  /** Returns this amount with a part taken away; taking nothing leaves no trace. */
  Amount less(long amount, String forWhat) {
    if (amount == 0) {
      return this;
    }
    List<Less> more = new ArrayList<>(less);
    more.add(new Less(amount, forWhat));
    return new Amount(where, kind, total, more);
  }

  /** Returns this amount with another parameter named when nothing is left. */
  Amount at(String other) {
    return new Amount(other, kind, total, less);
  }

  /** Returns what is left, in whole cores or MiB; it may be negative. */
  long offered() {
    long rest = rest();
    return kind == Kind.CORES ? Math.floorDiv(rest, 1000) : rest;
  }

  private long rest() {
    return total - less.stream().mapToLong(Less::amount).sum();
  }

  /** Returns the sum with its numbers: {@code 16 - 1 reserved = 15}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(number(total));
    less.forEach(
        part ->
            text.append(" - ").append(number(part.amount())).append(' ').append(part.forWhat()));
    if (!less.isEmpty()) {
      text.append(" = ").append(number(rest()));
    }
    if (kind == Kind.MEMORY) {
      return text.append(" MiB").toString();
    }
    return rest() % 1000 == 0 ? text.toString() : text + ", in whole cores " + offered();
  }

  private String number(long amount) {
    if (kind == Kind.MEMORY) {
      return "" + amount;
    }
    return amount < 0 ? "-" + new CpuAmount(-amount) : new CpuAmount(amount).toString();
  }
}
