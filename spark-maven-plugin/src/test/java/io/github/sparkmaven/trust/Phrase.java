/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.trust;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A turn of phrase in which figures of the plan stand: {@code # executors}, with what each must be.
 *
 * @param words the phrase; # is a figure, and a number that is written out is a constant
 * @param figures what stands in place of each #; nothing where any number may stand, because it is
 *     an input or a choice that is held against the plan elsewhere
 */
record Phrase(String words, List<Optional<BigDecimal>> figures) {
  Phrase {
    figures = List.copyOf(figures);
  }

  /** Returns a phrase whose figures are known. */
  static Phrase of(String words, Object... figures) {
    List<Optional<BigDecimal>> known = new ArrayList<>();
    for (Object figure : figures) {
      known.add(Optional.of(new BigDecimal(figure.toString())));
    }
    return new Phrase(words, known);
  }

  /** Returns a phrase with numbers that nothing is held against here. */
  static Phrase free(String words) {
    return new Phrase(
        words,
        words.chars().filter(c -> c == '#').mapToObj(c -> Optional.<BigDecimal>empty()).toList());
  }

  /** Returns where the phrase stands in a text. */
  List<MatchResult> in(String text) {
    StringBuilder regex = new StringBuilder();
    for (String part : words.split("#", -1)) {
      regex.append(regex.isEmpty() ? "" : "(" + Expression.NUMBER + ")");
      regex.append(part.isEmpty() && regex.isEmpty() ? "(?=)" : Pattern.quote(part));
    }
    // A phrase begins and ends with a word, not within one.
    String before = words.matches("[\\w#].*") ? "(?<![\\w.])" : "";
    String after = words.matches(".*[\\w#]") ? "(?!\\w)" : "";
    return Pattern.compile(before + regex + after).matcher(text).results().toList();
  }

  /** Says whether the figures of a match are those of the plan. */
  boolean holds(MatchResult match) {
    for (int i = 0; i < figures.size(); i++) {
      BigDecimal written = new BigDecimal(match.group(i + 1));
      if (figures.get(i).filter(figure -> figure.compareTo(written) != 0).isPresent()) {
        return false;
      }
    }
    return match.groupCount() == figures.size();
  }
}
