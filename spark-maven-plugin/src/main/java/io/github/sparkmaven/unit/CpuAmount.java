/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.unit;

import io.github.sparkmaven.problem.InputException;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * An amount of CPU as Kubernetes writes it: {@code 4}, {@code 31.85}, {@code 31850m}.
 *
 * @param millicores thousandths of a core; not negative
 */
public record CpuAmount(long millicores) {
  private static final Pattern FORM = Pattern.compile("[0-9]{1,7}(\\.[0-9]{1,3})?|[0-9]{1,10}m");

  /** Checks that the amount is not negative. */
  public CpuAmount {
    if (millicores < 0) {
      throw new IllegalArgumentException("negative amount of CPU: " + millicores);
    }
  }

  /**
   * Reads an amount.
   *
   * @param where the parameter that holds it, for the error
   * @throws InputException if it is no amount of CPU
   */
  public static CpuAmount parse(String where, String text) {
    String given = text.trim();
    if (!FORM.matcher(given).matches()) {
      throw new InputException(
          where,
          "'" + text + "' is no amount of CPU",
          "Give cores or millicores, as in 4, 31.85 or 31850m");
    }
    return given.endsWith("m")
        ? new CpuAmount(Long.parseLong(given.substring(0, given.length() - 1)))
        : new CpuAmount(new BigDecimal(given).movePointRight(3).longValueExact());
  }

  /** Returns the amount in cores, without needless zeros: {@code 31.85}. */
  @Override
  public String toString() {
    return BigDecimal.valueOf(millicores, 3).stripTrailingZeros().toPlainString();
  }
}
