/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the text that explains a heap, and does each of its sums again. */
final class Arithmetic {
  private final Matcher matcher;
  private int position;
  private long rest;

  private Arithmetic(String text) {
    this.matcher = Pattern.compile("").matcher(text);
  }

  /** Fails unless every step of the layout's text is right and the last one is its heap. */
  static void check(Layout layout) {
    new Arithmetic(layout.arithmetic()).recompute(layout);
  }

  private void recompute(Layout layout) {
    share(layout);
    ExecutorSize size = layout.size();
    next("; less (\\d+) of spark.executor.pyspark.memory leaves (\\d+)")
        .ifPresent(
            step -> {
              assertThat(number(step, 1)).isEqualTo(size.pythonMib());
              leaves(rest - number(step, 1), number(step, 2));
            });
    next("; less (\\d+) Python workers x (\\d+) = (\\d+) leaves (\\d+)")
        .ifPresent(
            step -> {
              assertThat(number(step, 1)).isEqualTo(size.cores());
              assertThat(number(step, 3)).isEqualTo(number(step, 1) * number(step, 2));
              assertThat(number(step, 3)).isEqualTo(size.pythonMib());
              leaves(rest - number(step, 3), number(step, 4));
            });
    next("; less (\\d+) off-heap leaves (\\d+)")
        .ifPresent(
            step -> {
              assertThat(number(step, 1)).isEqualTo(size.offHeapMib());
              leaves(rest - number(step, 1), number(step, 2));
            });
    next("; less (\\d+) overhead(?:, Python included,)? leaves (\\d+)")
        .ifPresent(step -> leaves(rest - number(step, 1), number(step, 2)));
    next("; / ([0-9.]+)(?:, rounded down)? = (\\d+)")
        .ifPresent(
            step ->
                leaves(
                    BigDecimal.valueOf(rest)
                        .divide(new BigDecimal(step.group(1)), 0, RoundingMode.FLOOR)
                        .longValueExact(),
                    number(step, 2)));
    MatchResult rounded = next(", rounded down to whole 100 = (\\d+)").orElseThrow();
    leaves(rest / 100 * 100, number(rounded, 1));
    assertThat(rest).isEqualTo(size.heapMib());
    assertThat(position).as("read to the end").isEqualTo(layout.arithmetic().length());
  }

  private void share(Layout layout) {
    Optional<MatchResult> besideDriver =
        next("\\((\\d+) - (\\d+) for the (?:application master|driver)\\)");
    long node = number(besideDriver.or(() -> next("(\\d+)")).orElseThrow(), 1);
    rest = node;
    besideDriver.ifPresent(
        step -> {
          assertThat(number(step, 2)).isEqualTo(layout.driver().onCluster().memoryMib());
          rest -= number(step, 2);
        });
    MatchResult divided =
        next(" MiB(?: of (\\S+))? / (\\d+) executors per node(?:, rounded down)? = (\\d+) MiB")
            .orElseThrow();
    GroupPlaces places = group(layout, Optional.ofNullable(divided.group(1)));
    assertThat(node).isEqualTo(places.group().memoryMib());
    leaves(rest / number(divided, 2), number(divided, 3));
    next(", in whole (\\d+) MiB = (\\d+)")
        .ifPresent(step -> leaves(rest / number(step, 1) * number(step, 1), number(step, 2)));
    next(", at most a container of (\\d+)")
        .ifPresent(step -> leaves(Math.min(rest, number(step, 1)), number(step, 1)));
    next(", at most \\((\\d+) - (\\d+) for the [a-z ]+\\) MiB of the queue(?:, in whole (\\d+) MiB)? = (\\d+)")
        .ifPresent(step -> leaves(Math.min(rest, ofQueue(step)), number(step, 4)));
  }

  private static long ofQueue(MatchResult step) {
    long whole = step.group(3) == null ? 1 : number(step, 3);
    return (number(step, 1) - number(step, 2)) / whole * whole;
  }

  private static GroupPlaces group(Layout layout, Optional<String> name) {
    assertThat(name.isPresent()).isEqualTo(layout.groups().size() > 1);
    return layout.groups().stream()
        .filter(places -> name.map(places.group().name()::equals).orElse(true))
        .findFirst()
        .orElseThrow();
  }

  private void leaves(long computed, long written) {
    assertThat(written).isEqualTo(computed);
    rest = written;
  }

  private Optional<MatchResult> next(String step) {
    matcher.usePattern(Pattern.compile(step));
    matcher.region(position, matcher.regionEnd());
    if (!matcher.lookingAt()) {
      return Optional.empty();
    }
    position = matcher.end();
    return Optional.of(matcher.toMatchResult());
  }

  private static long number(MatchResult step, int group) {
    return Long.parseLong(step.group(group));
  }
}
