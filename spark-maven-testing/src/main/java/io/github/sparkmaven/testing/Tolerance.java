/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.testing;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How far apart floating-point numbers may be and still count as equal. */
final class Tolerance implements Serializable {
  private static final long serialVersionUID = 1;

  static final Tolerance NONE = new Tolerance(0, 0);

  private final double absolute;
  private final double relative;

  private Tolerance(double absolute, double relative) {
    this.absolute = absolute;
    this.relative = relative;
  }

  Tolerance absolute(double difference) {
    return new Tolerance(checked("withTolerance", difference), relative);
  }

  Tolerance relative(double share) {
    return new Tolerance(absolute, checked("withRelativeTolerance", share));
  }

  boolean isNone() {
    return absolute == 0 && relative == 0;
  }

  /** Answers whether the finite numbers are within the absolute or the relative difference. */
  boolean covers(double a, double b) {
    double share = relative * Math.max(Math.abs(a), Math.abs(b));
    return Math.abs(a - b) <= Math.max(absolute, share);
  }

  /** Answers whether each number is within the tolerance of its counterpart. */
  boolean covers(List<Double> a, List<Double> b) {
    for (int i = 0; i < a.size(); i++) {
      if (!covers(a.get(i), b.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** Answers whether the values, of whatever type, count as equal. */
  boolean same(@Nullable Object a, @Nullable Object b) {
    return same(Canonical.apart(a), Canonical.apart(b));
  }

  boolean same(Canonical a, Canonical b) {
    return a.text().equals(b.text()) && covers(a.floats(), b.floats());
  }

  private static double checked(String method, double value) {
    if (!(value >= 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(
          method + "(" + value + "): give a finite number of at least 0, as in 1e-6.");
    }
    return value;
  }
}
