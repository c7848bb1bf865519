/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven.parameter;

import io.github.sparkmaven.problem.Problems;
import io.github.sparkmaven.unit.MemorySize;
import io.github.sparkmaven.unit.TimeLimit;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the texts of one POM element into values, and notes every one that cannot be read.
 *
 * @param where the element, as in {@code cluster/yarn}
 * @param problems gets what is wrong
 */
public record ParameterReader(String where, Problems problems) {

  /** Reads a whole number. */
  public OptionalInt integer(String name, @Nullable String text) {
    if (text == null) {
      return OptionalInt.empty();
    }
    if (text.trim().matches("-?[0-9]{1,9}")) {
      return OptionalInt.of(Integer.parseInt(text.trim()));
    }
    problems.add(path(name), "'" + text + "' is no whole number", "Give one, as in 16");
    return OptionalInt.empty();
  }

  /** Reads a whole number from 1 up. */
  public OptionalInt positive(String name, @Nullable String text) {
    return from(1, name, text);
  }

  /** Reads a whole number from 0 up. */
  public OptionalInt atLeastZero(String name, @Nullable String text) {
    return from(0, name, text);
  }

  private OptionalInt from(int least, String name, @Nullable String text) {
    OptionalInt value = integer(name, text);
    boolean holds = value.orElse(least) >= least;
    problems.require(
        holds,
        path(name),
        value.orElse(least) + " is less than " + least,
        "Give a whole number from " + least + " up");
    return holds ? value : OptionalInt.empty();
  }

  /** Reads a decimal number, as in 0.5. */
  public Optional<BigDecimal> decimal(String name, @Nullable String text) {
    if (text == null) {
      return Optional.empty();
    }
    if (text.trim().matches("-?[0-9]{1,9}(\\.[0-9]{1,9})?")) {
      return Optional.of(new BigDecimal(text.trim()));
    }
    problems.add(path(name), "'" + text + "' is no decimal number", "Give one, as in 0.5");
    return Optional.empty();
  }

  /** Reads a value that knows its own form, and says so with the path of the parameter. */
  public <T> Optional<T> value(
      String name, @Nullable String text, BiFunction<String, String, T> parser) {
    return Optional.ofNullable(text)
        .flatMap(given -> problems.attempt(() -> parser.apply(path(name), given)));
  }

  /** Reads a size with its unit. */
  public Optional<MemorySize> memory(String name, @Nullable String text) {
    return value(name, text, MemorySize::parse);
  }

  /** Reads a duration with its unit. */
  public Optional<TimeLimit> limit(String name, @Nullable String text) {
    return value(name, text, TimeLimit::parse);
  }

  /**
   * Reads true or false; nothing written behind a {@code -D} means true, as everywhere in Maven.
   */
  public boolean flag(String name, @Nullable String text, boolean byDefault) {
    if (text == null) {
      return byDefault;
    }
    switch (text.trim()) {
      case "", "true" -> {
        return true;
      }
      case "false" -> {
        return false;
      }
      default -> {
        problems.add(path(name), "'" + text + "' is neither true nor false", "Give one of them");
        return byDefault;
      }
    }
  }

  /** Reads one of an enumeration's names, in lower case. */
  public <E extends Enum<E>> Optional<E> choice(String name, @Nullable String text, Class<E> type) {
    if (text == null) {
      return Optional.empty();
    }
    Optional<E> chosen =
        Arrays.stream(type.getEnumConstants())
            .filter(constant -> label(constant).equals(text.trim()))
            .findFirst();
    if (chosen.isEmpty()) {
      String accepted =
          Arrays.stream(type.getEnumConstants())
              .map(ParameterReader::label)
              .collect(Collectors.joining(", "));
      problems.add(path(name), "'" + text + "' is unknown", "Give one of " + accepted);
    }
    return chosen;
  }

  /** Returns the path of a parameter within the POM's configuration. */
  public String path(String name) {
    return where.isEmpty() ? name : where + "/" + name;
  }

  private static String label(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
