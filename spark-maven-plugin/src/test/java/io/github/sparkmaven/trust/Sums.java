/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.trust;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Does every sum of a text again, in order: {@code a x b = c}, {@code the larger of a and b = c},
 * and the steps that go on from the number before them: {@code less a leaves b}, {@code / a = b},
 * {@code , in whole 1024 MiB = b}.
 */
final class Sums {
  private static final String RESULT = "(" + Expression.NUMBER + ")(?: MiB)?";
  private static final Pattern STEP =
      Pattern.compile(
          "(?<sign> = | leaves |, in whole cores |, at most a container of )(?<result>"
              + RESULT
              + ")");
  private static final Pattern CLAUSE = Pattern.compile("; |: |, and (?!YARN rounds)|\\. ");
  private static final Pattern MULTIPLE =
      Pattern.compile(
          "("
              + Expression.NUMBER
              + ") MiB,?(?: and YARN rounds it up to| in) a multiple of ("
              + Expression.NUMBER
              + ") MiB$");
  private static final Pattern LIMIT =
      Pattern.compile("^, at most (.*?)(?:, in whole (" + Expression.NUMBER + ") MiB)?$");
  private static final Pattern AMOUNT = Pattern.compile("(" + Expression.NUMBER + ") MiB for ");
  private static final Pattern CHOICE =
      Pattern.compile(
          "the (larger|smaller) of ("
              + Expression.NUMBER
              + ")[^,=]*? and ("
              + Expression.NUMBER
              + ")[^,=]*$");
  private static final Pattern STEPPED =
      Pattern.compile("^, (?:in|rounded down to) whole (" + Expression.NUMBER + ")(?: MiB)?$");
  private static final Pattern ROUNDED =
      Pattern.compile(",? (rounded up|rounded down|cut to 6 decimals)$");

  /**
   * A sum that was done again.
   *
   * @param start where its result stands
   * @param written the result as written
   * @param computed what comes out; nothing where the left side is no sum
   */
  record Sum(int start, BigDecimal written, Optional<BigDecimal> computed, String text) {
    boolean holds() {
      return computed.isPresent() && computed.get().compareTo(written) == 0;
    }
  }

  private final List<Sum> sums = new ArrayList<>();
  private Optional<BigDecimal> carried = Optional.empty();

  private Sums() {}

  /** Returns every sum of a text, right or wrong. */
  static List<Sum> of(String text) {
    Sums reading = new Sums();
    Matcher ends = CLAUSE.matcher(text);
    int start = 0;
    while (ends.find()) {
      reading.clause(text.substring(start, ends.start()), start);
      start = ends.end();
    }
    reading.clause(text.substring(start), start);
    return reading.sums;
  }

  private void clause(String clause, int offset) {
    Optional<BigDecimal> before = carried;
    Matcher steps = STEP.matcher(clause);
    int from = 0;
    Matcher start = AMOUNT.matcher(clause);
    if (start.lookingAt()) {
      carried = Optional.of(new BigDecimal(start.group(1)));
    }
    while (steps.find()) {
      String left = clause.substring(from, steps.start());
      step(left, steps.toMatchResult(), from > 0, before, offset);
      from = steps.end();
    }
  }

  private void step(
      String left, MatchResult step, boolean goesOn, Optional<BigDecimal> before, int offset) {
    BigDecimal written = new BigDecimal(step.group(3));
    Optional<BigDecimal> computed =
        switch (step.group(1).trim()) {
          case "leaves" -> less(left, goesOn, before);
          case ", in whole cores" -> carried.map(value -> value.setScale(0, RoundingMode.FLOOR));
          case ", at most a container of" -> carried.map(value -> value.min(written));
          default -> equal(left, goesOn);
        };
    sums.add(new Sum(offset + step.start(3), written, computed, left + step.group()));
    carried = Optional.of(written);
  }

  /** The amount that is taken away stands before, as a number or as a sum just done. */
  private Optional<BigDecimal> less(String left, boolean goesOn, Optional<BigDecimal> before) {
    Matcher number = Pattern.compile("less (" + Expression.NUMBER + ")").matcher(left);
    Optional<BigDecimal> amount =
        goesOn
            ? carried
            : number.lookingAt() ? Optional.of(new BigDecimal(number.group(1))) : Optional.empty();
    return before.flatMap(whole -> amount.map(whole::subtract));
  }

  private Optional<BigDecimal> equal(String left, boolean goesOn) {
    Matcher multiple = MULTIPLE.matcher(left);
    if (multiple.find()) {
      BigDecimal of = new BigDecimal(multiple.group(2));
      BigDecimal times = Expression.divide(new BigDecimal(multiple.group(1)), of);
      return Optional.of(times.setScale(0, RoundingMode.CEILING).multiply(of));
    }
    Matcher limit = LIMIT.matcher(left);
    if (limit.find()) {
      String step = limit.group(2) == null ? "1" : limit.group(2);
      return Expression.endOf(limit.group(1))
          .map(most -> whole(most, new BigDecimal(step)))
          .flatMap(most -> carried.map(most::min));
    }
    Matcher stepped = STEPPED.matcher(left);
    if (goesOn && stepped.find()) {
      BigDecimal step = new BigDecimal(stepped.group(1));
      return carried.map(value -> whole(value, step));
    }
    Matcher rounding = ROUNDED.matcher(left);
    String rounded = rounding.find() ? rounding.group(1) : "";
    String sum = rounded.isEmpty() ? left : left.substring(0, rounding.start());
    return unrounded(sum, goesOn).map(value -> round(value, rounded));
  }

  private Optional<BigDecimal> unrounded(String sum, boolean goesOn) {
    Matcher choice = CHOICE.matcher(sum);
    if (choice.find()) {
      BigDecimal one = new BigDecimal(choice.group(2));
      BigDecimal other = new BigDecimal(choice.group(3));
      return Optional.of(choice.group(1).equals("larger") ? one.max(other) : one.min(other));
    }
    // What begins with a sign goes on from the number before it.
    return sum.matches(goesOn ? " [x/+-] .*" : "[x/+-] .*")
        ? carried.flatMap(value -> Expression.endOf(value.toPlainString() + " " + sum.trim()))
        : Expression.endOf(sum);
  }

  private static BigDecimal whole(BigDecimal value, BigDecimal step) {
    return value.divideToIntegralValue(step).multiply(step);
  }

  private static BigDecimal round(BigDecimal value, String rounding) {
    return switch (rounding) {
      case "rounded up" -> value.setScale(0, RoundingMode.CEILING);
      case "rounded down" -> value.setScale(0, RoundingMode.FLOOR);
      case "cut to 6 decimals" -> value.setScale(6, RoundingMode.DOWN);
      default -> value;
    };
  }
}
