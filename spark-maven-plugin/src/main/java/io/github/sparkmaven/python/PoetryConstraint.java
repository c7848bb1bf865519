/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.python;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A version constraint as poetry has it, in the words of PEP 440, which pip reads.
 *
 * <p>Source: poetry's documentation, "Dependency specification": a caret allows what does not
 * change the first number that is not zero, a tilde what does not change the minor one, and a
 * version alone is exact.
 */
final class PoetryConstraint {
  private static final Pattern RELEASE = Pattern.compile("v?(\\d+(?:\\.\\d+)*)(.*)");

  private PoetryConstraint() {}

  /**
   * Returns a constraint's specifiers, empty where any version will do.
   *
   * @return nothing where pip has no words for it (alternatives)
   */
  static Optional<String> specifiers(String constraint) {
    if (constraint.contains("|")) {
      return Optional.empty();
    }
    List<Optional<String>> parts =
        Arrays.stream(constraint.split(",", -1)).map(part -> specifier(part.strip())).toList();
    return parts.stream().allMatch(Optional::isPresent)
        ? Optional.of(
            parts.stream()
                .flatMap(Optional::stream)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(",")))
        : Optional.empty();
  }

  private static Optional<String> specifier(String part) {
    if (part.isEmpty() || part.equals("*")) {
      return Optional.of("");
    }
    char first = part.charAt(0);
    if (first == '^') {
      return range(part.substring(1).strip(), true);
    }
    // ~= is PEP 440's own.
    if (first == '~' && !part.startsWith("~=")) {
      return range(part.substring(1).strip(), false);
    }
    if ("<>=!~".indexOf(first) >= 0) {
      return Optional.of(part.replace(" ", ""));
    }
    return Character.isDigit(first) || first == 'v' ? Optional.of("==" + part) : Optional.empty();
  }

  private static Optional<String> range(String version, boolean caret) {
    Matcher form = RELEASE.matcher(version);
    if (!form.matches()) {
      return Optional.empty();
    }
    List<Integer> numbers =
        Arrays.stream(form.group(1).split("[.]", -1)).map(Integer::valueOf).toList();
    int kept = caret ? firstThatCounts(numbers) : Math.min(1, numbers.size() - 1);
    List<Integer> above = new ArrayList<>(numbers.subList(0, kept + 1));
    above.set(kept, above.get(kept) + 1);
    return Optional.of(
        ">="
            + version
            + ",<"
            + above.stream().map(String::valueOf).collect(Collectors.joining(".")));
  }

  /** The first number that is not zero, else the last. */
  private static int firstThatCounts(List<Integer> numbers) {
    return IntStream.range(0, numbers.size())
        .filter(i -> numbers.get(i) > 0)
        .findFirst()
        .orElse(numbers.size() - 1);
  }
}
