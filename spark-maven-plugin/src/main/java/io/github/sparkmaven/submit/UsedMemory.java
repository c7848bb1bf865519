/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submit;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What YARN says that a container used, and was allowed to.
 *
 * @param text its own words, as in {@code 2.2 GB of 1.9 GB}
 */
record UsedMemory(String text, long usedMib) {
  // ContainersMonitorImpl.formatErrorMessage, of which Spark's YarnAllocator keeps these words.
  private static final Pattern USED =
      Pattern.compile("(([\\d.]+) ([KMGT]?)B of [\\d.]+ [KMGT]?B) physical memory used");
  private static final String UNITS = "KMGT";

  /** Finds it in a diagnosis. */
  static Optional<UsedMemory> in(String diagnosis) {
    Matcher used = USED.matcher(diagnosis);
    return used.find()
        ? Optional.of(
            new UsedMemory(
                used.group(1), mebibytes(Double.parseDouble(used.group(2)), used.group(3))))
        : Optional.empty();
  }

  /** The prefixes are those of powers of 1024 (StringUtils.TraditionalBinaryPrefix in Hadoop). */
  private static long mebibytes(double amount, String unit) {
    int power = unit.isEmpty() ? 0 : UNITS.indexOf(unit) + 1;
    return (long) Math.ceil(amount * Math.pow(1024, power - 2));
  }
}
