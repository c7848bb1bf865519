/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.jobtest;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Which of the tests are to run, in surefire's manner: {@code Clustering*,OtherJobCase#finds*}, and
 * the names of declared cases.
 *
 * @param patterns with {@code *} and {@code ?}; none for all
 */
public record TestFilter(List<String> patterns) {
  /** All tests. */
  public static final TestFilter ALL = new TestFilter(List.of());

  /** Copies the patterns. */
  public TestFilter {
    patterns = List.copyOf(patterns);
  }

  /** Reads patterns that are set apart by commas. */
  public static TestFilter of(String text) {
    return new TestFilter(
        Arrays.stream(text.split(",", -1))
            .map(String::strip)
            .filter(pattern -> !pattern.isEmpty())
            .toList());
  }

  /** Says whether a class is taken, or some of its methods are. */
  boolean takesClass(String name) {
    String simple = name.substring(name.lastIndexOf('.') + 1);
    return takes(simple) || takes(name);
  }

  /** Says whether a declared case is taken. */
  public boolean takesCase(String name) {
    return takes(name);
  }

  /** Returns the patterns that the runner is to choose methods by; none where classes suffice. */
  List<String> methodPatterns() {
    return patterns.stream().anyMatch(pattern -> pattern.contains("#")) ? patterns : List.of();
  }

  private boolean takes(String name) {
    return patterns.isEmpty()
        || patterns.stream()
            .map(pattern -> pattern.replaceFirst("#.*", ""))
            .anyMatch(pattern -> matches(pattern, name));
  }

  private static boolean matches(String glob, String text) {
    return text.matches(Pattern.quote(glob).replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q"));
  }

  /** Returns the patterns as they are written. */
  @Override
  public String toString() {
    return String.join(",", patterns);
  }
}
