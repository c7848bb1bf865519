/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.trust;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Evaluates the sum that a text ends with, as a reader does: products before sums, parentheses
 * first. Words are units and names, and count for nothing.
 */
final class Expression {
  /** A number that stands for itself: no part of a name as m5-2xlarge, or of a version. */
  static final String NUMBER = "(?<![\\w./-])\\d+(?:\\.\\d+)?";

  // Divisions without an end are cut far behind every digit that a text shows.
  private static final MathContext DIGITS = new MathContext(60, RoundingMode.DOWN);
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<number>"
              + NUMBER
              + ")|(?<sign>(?<![^ ])[x/+-](?= ))|(?<function>(?:max|min|floor|ceil)(?=\\())"
              + "|(?<word>[A-Za-z][\\w./-]*(?:\\(s\\))?)|(?<mark>[(),])");

  private static final class NoSum extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private final List<MatchResult> tokens;
  private int position;

  private Expression(List<MatchResult> tokens) {
    this.tokens = tokens;
  }

  /** Returns the value of the longest sum that reaches to the end of the text. */
  static Optional<BigDecimal> endOf(String text) {
    List<MatchResult> tokens =
        TOKEN.matcher(text).results().filter(token -> !text(token, 4).isPresent()).toList();
    for (int start = 0; start < tokens.size(); start++) {
      Optional<BigDecimal> value = new Expression(tokens.subList(start, tokens.size())).whole();
      if (value.isPresent()) {
        return value;
      }
    }
    return Optional.empty();
  }

  /** Returns how many numbers stand in a text. */
  static int count(String text) {
    return (int) Pattern.compile(NUMBER).matcher(text).results().count();
  }

  private Optional<BigDecimal> whole() {
    try {
      BigDecimal value = sum();
      return position == tokens.size() ? Optional.of(value) : Optional.empty();
    } catch (NoSum e) {
      return Optional.empty();
    }
  }

  private BigDecimal sum() {
    BigDecimal value = product();
    while (is("+") || is("-")) {
      boolean plus = next().equals("+");
      BigDecimal other = product();
      value = plus ? value.add(other) : value.subtract(other);
    }
    return value;
  }

  private BigDecimal product() {
    BigDecimal value = factor();
    while (is("x") || is("/")) {
      boolean times = next().equals("x");
      BigDecimal other = factor();
      value = times ? value.multiply(other) : divide(value, other);
    }
    return value;
  }

  /** Returns a quotient: to the last digit where it ends. */
  static BigDecimal divide(BigDecimal whole, BigDecimal by) {
    return whole.divide(by, DIGITS);
  }

  private BigDecimal factor() {
    if (is("(")) {
      return arguments().get(0);
    }
    String token = next();
    return switch (token) {
      case "floor" -> arguments().get(0).setScale(0, RoundingMode.FLOOR);
      case "ceil" -> arguments().get(0).setScale(0, RoundingMode.CEILING);
      case "max" -> arguments().stream().reduce(BigDecimal::max).orElseThrow();
      case "min" -> arguments().stream().reduce(BigDecimal::min).orElseThrow();
      default -> number(token);
    };
  }

  private static BigDecimal number(String token) {
    if (!Character.isDigit(token.charAt(0))) {
      throw new NoSum();
    }
    return new BigDecimal(token);
  }

  private List<BigDecimal> arguments() {
    List<BigDecimal> values = new ArrayList<>();
    String mark = next();
    while (mark.equals("(") || mark.equals(",")) {
      values.add(sum());
      mark = next();
    }
    if (!mark.equals(")")) {
      throw new NoSum();
    }
    return values;
  }

  private boolean is(String token) {
    return position < tokens.size() && tokens.get(position).group().equals(token);
  }

  private String next() {
    if (position == tokens.size()) {
      throw new NoSum();
    }
    return tokens.get(position++).group();
  }

  private static Optional<String> text(MatchResult token, int group) {
    return Optional.ofNullable(token.group(group));
  }
}
