/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.bundle;

import io.github.sparkmaven.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads the script's own words, and notes what is wrong with all of them. */
final class OptionsReader {
  private static final List<String> FLAGS = List.of("--dry-run", "--help", "-h");
  private static final List<String> WITH_VALUE =
      List.of(
          "--master",
          "--properties-file",
          "--conf",
          "--repository",
          "--timeout",
          "--wait-for",
          "--on-running");

  private final List<String> words;
  private final Map<String, String> values = new TreeMap<>();
  private final Map<String, String> conf = new TreeMap<>();
  private final List<Order> orders = new ArrayList<>();
  private final Problems problems = new Problems();
  private int next;

  /** Reads words, which end before those of the job. */
  OptionsReader(List<String> words) {
    this.words = words;
  }

  /**
   * Returns the options.
   *
   * @param arguments the job's, where they are given
   * @throws io.github.sparkmaven.problem.InputException with all that cannot be read
   */
  Options read(Optional<List<String>> arguments) {
    while (next < words.size()) {
      word(words.get(next++));
    }
    problems.require(
        orders.size() < 2,
        String.join(", ", Order.OPTIONS),
        "are given more than once",
        "Give one of them, and once");
    problems.throwIfAny();
    return new Options(
        values,
        conf,
        words.contains("--dry-run"),
        words.contains("--help") || words.contains("-h"),
        orders.stream().findFirst(),
        arguments);
  }

  private void word(String word) {
    int equals = word.indexOf('=');
    String option = equals < 0 ? word : word.substring(0, equals);
    Optional<String> attached =
        equals < 0 ? Optional.empty() : Optional.of(word.substring(equals + 1));
    if (WITH_VALUE.contains(option)) {
      boolean there = attached.isPresent() || next < words.size();
      problems.require(there, option, "has no value", "Give one; bin/submit --help tells which");
      if (there) {
        take(option, attached.orElseGet(() -> words.get(next++)));
      }
    } else if (Order.OPTIONS.contains(option)) {
      boolean named = next < words.size() && !words.get(next).startsWith("-");
      Optional<String> submission =
          attached.isEmpty() && named ? Optional.of(words.get(next++)) : attached;
      orders.add(new Order(option, submission.filter(name -> !name.isBlank())));
    } else if (!FLAGS.contains(word)) {
      problems.add(
          word,
          "is no option",
          "bin/submit --help tells them; arguments of the job stand behind --");
    }
  }

  private void take(String option, String value) {
    if (!option.equals("--conf")) {
      problems.require(!value.isBlank(), option, "is empty", "Give it a value, or leave it out");
      values.put(option, value);
      return;
    }
    int equals = value.indexOf('=');
    problems.require(
        equals > 0 && value.startsWith("spark."),
        "--conf",
        "'" + value + "' is no Spark setting",
        "Give one as in --conf spark.executor.memory=4g");
    if (equals > 0) {
      conf.put(value.substring(0, equals).trim(), value.substring(equals + 1).trim());
    }
  }
}
