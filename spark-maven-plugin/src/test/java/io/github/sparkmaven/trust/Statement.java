/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.trust;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A text of a plan, held against the plan's figures: each of its numbers is the result of a sum
 * that holds, such a result again, or a figure of the plan in a known phrase.
 */
final class Statement {
  private static final Pattern NUMBER = Pattern.compile(Expression.NUMBER);

  private final String text;
  private final List<Sums.Sum> sums;
  private final List<String> faults = new ArrayList<>();
  private final TreeMap<Integer, Integer> told = new TreeMap<>();
  private final Set<BigDecimal> figures = new HashSet<>();
  private int numbers;

  private Statement(String text) {
    this.text = text;
    this.sums = Sums.of(text);
  }

  /**
   * Reads a text.
   *
   * @param phrases those that may stand in it; of two that overlap the first counts
   */
  static Statement read(String text, List<Phrase> phrases) {
    Statement statement = new Statement(text);
    phrases.forEach(statement::look);
    statement.sums.forEach(statement::check);
    NUMBER.matcher(text).results().forEach(statement::account);
    long signs = Pattern.compile(" = ").matcher(text).results().count();
    long equal = statement.sums.stream().filter(sum -> sum.text().contains(" = ")).count();
    if (equal < signs) {
      statement.faults.add("an equals sign without a number behind it: " + text);
    }
    return statement;
  }

  /** Returns what cannot be recomputed. */
  List<String> faults() {
    return faults;
  }

  /** Returns how many sums there are. */
  int sums() {
    return sums.size();
  }

  /** Returns how many numbers there are. */
  int numbers() {
    return numbers;
  }

  /** Returns what comes out in the end. */
  Optional<BigDecimal> result() {
    return sums.isEmpty() ? Optional.empty() : Optional.of(sums.get(sums.size() - 1).written());
  }

  /** Says whether a number stands in the text, and is accounted for. */
  boolean names(BigDecimal number) {
    return figures.contains(number.stripTrailingZeros());
  }

  private void look(Phrase phrase) {
    for (MatchResult match : phrase.in(text)) {
      if (overlaps(match)) {
        continue;
      }
      told.put(match.start(), match.end());
      if (!phrase.holds(match)) {
        faults.add("'" + match.group() + "' should be " + phrase.figures() + " in: " + text);
      }
    }
  }

  private boolean overlaps(MatchResult match) {
    return told.entrySet().stream()
        .anyMatch(entry -> entry.getKey() < match.end() && match.start() < entry.getValue());
  }

  private void check(Sums.Sum sum) {
    if (!sum.holds()) {
      faults.add(
          "'"
              + sum.text()
              + "' comes to "
              + sum.computed().map(BigDecimal::toPlainString).orElse("nothing")
              + " in: "
              + text);
    }
  }

  private void account(MatchResult number) {
    BigDecimal value = new BigDecimal(number.group());
    numbers++;
    figures.add(value.stripTrailingZeros());
    boolean result = sums.stream().anyMatch(sum -> sum.start() == number.start());
    boolean again =
        sums.stream()
            .anyMatch(sum -> sum.start() < number.start() && sum.written().compareTo(value) == 0);
    var phrase = told.floorEntry(number.start());
    boolean phrased = phrase != null && number.start() < phrase.getValue();
    if (!result && !again && !phrased) {
      faults.add("nothing says what " + number.group() + " is in: " + text);
    }
  }
}
