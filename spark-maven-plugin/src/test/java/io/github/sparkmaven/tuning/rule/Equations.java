/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.tuning.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the equations of a reason and does each of them again. */
final class Equations {
  private static final String NUMBER = "\\d+(?:\\.\\d+)?";
  private static final String TERM = NUMBER + "(?: (?!x )[A-Za-z]+)*";
  private static final Pattern SUM =
      Pattern.compile(
          "("
              + TERM
              + "(?: [x/+-] "
              + TERM
              + ")+)(?:, (rounded up|rounded down|cut to 6 decimals))? = ("
              + NUMBER
              + ")");
  private static final Pattern CHOICE =
      Pattern.compile(
          "the (larger|smaller) of (" + TERM + ") and (" + TERM + ") = (" + NUMBER + ")");
  private static final Pattern STEP = Pattern.compile("([x/+-]) (" + NUMBER + ")");
  private static final Pattern FIRST = Pattern.compile(NUMBER);

  private Equations() {}

  /** Fails unless every equation holds and every equals sign belongs to one; returns how many. */
  static int check(String reason) {
    long sums = SUM.matcher(reason).results().peek(Equations::checkSum).count();
    long choices = CHOICE.matcher(reason).results().peek(Equations::checkChoice).count();
    long signs = reason.chars().filter(c -> c == '=').count();
    assertThat(sums + choices).as("equations of " + reason).isEqualTo(signs);
    return (int) signs;
  }

  private static void checkSum(MatchResult sum) {
    BigDecimal value = first(sum.group(1));
    Matcher steps = STEP.matcher(sum.group(1));
    while (steps.find()) {
      BigDecimal by = new BigDecimal(steps.group(2));
      value =
          switch (steps.group(1)) {
            case "x" -> value.multiply(by);
            case "/" -> value.divide(by, MathContext.DECIMAL64);
            case "+" -> value.add(by);
            default -> value.subtract(by);
          };
    }
    String rounding = sum.group(2) == null ? "" : sum.group(2);
    BigDecimal rounded =
        switch (rounding) {
          case "rounded up" -> value.setScale(0, RoundingMode.CEILING);
          case "rounded down" -> value.setScale(0, RoundingMode.FLOOR);
          case "cut to 6 decimals" -> value.setScale(6, RoundingMode.DOWN);
          default -> value;
        };
    assertThat(new BigDecimal(sum.group(3))).as(sum.group()).isEqualByComparingTo(rounded);
  }

  private static void checkChoice(MatchResult choice) {
    BigDecimal one = first(choice.group(2));
    BigDecimal other = first(choice.group(3));
    assertThat(new BigDecimal(choice.group(4)))
        .as(choice.group())
        .isEqualByComparingTo(choice.group(1).equals("larger") ? one.max(other) : one.min(other));
  }

  private static BigDecimal first(String term) {
    Matcher number = FIRST.matcher(term);
    assertThat(number.find()).isTrue();
    return new BigDecimal(number.group());
  }
}
