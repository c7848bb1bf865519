/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.hardware.site;

import io.github.sparkmaven.problem.Problems;
import io.github.sparkmaven.unit.MemorySize;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns properties into figures, and remembers where each came from.
 *
 * <p>Numbers are read as Hadoop's {@code Configuration.getLong} reads them: decimal, or hexadecimal
 * after {@code 0x}.
 */
final class SiteReader {
  // ResourceUtils of hadoop-yarn-common: a number and a unit, which is MiB for memory when absent.
  private static final Pattern WITH_UNIT = Pattern.compile("([0-9]{1,15}) ?(|[MGT]i?)");
  private static final Map<String, Integer> MIB_SHIFTS = Map.of("", 0, "Mi", 0, "Gi", 10, "Ti", 20);

  private final Path folder;
  private final HadoopProperties properties;
  private final Problems problems;
  private final Map<String, Source> sources = new LinkedHashMap<>();

  SiteReader(Path folder, HadoopProperties properties, Problems problems) {
    this.folder = folder;
    this.properties = properties;
    this.problems = problems;
  }

  /** Returns where the figures read so far came from. */
  Map<String, Source> sources() {
    return sources;
  }

  /** Returns mebibytes that a property states as a plain number. */
  Optional<MemorySize> mebibytes(String figure, String property, long least) {
    return whole(figure, property, least).map(MemorySize::ofMebibytes);
  }

  /** Returns a whole number. */
  Optional<Integer> count(String figure, String property, long least) {
    return whole(figure, property, least).map(Math::toIntExact);
  }

  private Optional<Long> whole(String figure, String property, long least) {
    return read(
        figure,
        property,
        value -> {
          boolean hexadecimal = value.startsWith("0x") || value.startsWith("0X");
          long number =
              hexadecimal ? Long.parseLong(value.substring(2), 16) : Long.parseLong(value);
          return number >= least && number <= Integer.MAX_VALUE
              ? Optional.of(number)
              : Optional.empty();
        },
        "Give a whole number of at least " + least);
  }

  /** Returns mebibytes that a property states with or without a unit ({@code Mi}, {@code Gi}). */
  Optional<MemorySize> memory(String figure, String property) {
    return read(
        figure,
        property,
        value -> {
          Matcher form = WITH_UNIT.matcher(value);
          return form.matches() && MIB_SHIFTS.containsKey(form.group(2))
              ? Optional.of(Long.parseLong(form.group(1)) << MIB_SHIFTS.get(form.group(2)))
                  .filter(mebibytes -> mebibytes > 0)
                  .map(MemorySize::ofMebibytes)
              : Optional.empty();
        },
        "Give a whole number above 0, alone (MiB) or with Mi, Gi or Ti");
  }

  /** Returns a number between two bounds. */
  Optional<Double> number(String figure, String property, double least, double most) {
    return read(
        figure,
        property,
        value ->
            Optional.of(Double.parseDouble(value))
                .filter(number -> number >= least && number <= most),
        "Give a number from " + plain(least) + (most < 1e9 ? " to " + plain(most) : " on"));
  }

  /** Returns what a class name stands for. */
  <T> Optional<T> named(String figure, String property, Map<String, T> classes) {
    return read(
        figure,
        property,
        value -> Optional.ofNullable(classes.get(value)),
        "Known are " + String.join(" and ", classes.keySet().stream().sorted().toList()));
  }

  private <T> Optional<T> read(
      String figure, String property, Function<String, Optional<T>> meaning, String accepted) {
    Optional<Source> source = properties.find(property);
    Optional<T> read = source.flatMap(found -> attempt(meaning, found.value()));
    if (source.isPresent() && read.isEmpty()) {
      refuse(source.get(), accepted);
    }
    read.ifPresent(found -> sources.put(figure, source.orElseThrow()));
    return read;
  }

  private static <T> Optional<T> attempt(Function<String, Optional<T>> meaning, String value) {
    try {
      return meaning.apply(value);
    } catch (NumberFormatException | ArithmeticException e) {
      return Optional.empty();
    }
  }

  /** Adds the problem of a value that is not understood. */
  void refuse(Source source, String accepted) {
    problems.add(
        folder.resolve(source.file()).toString(),
        source.property() + " is '" + source.value() + "', which is not accepted",
        accepted);
  }

  /** Returns the property as it stands. */
  Optional<Source> find(String property) {
    return properties.find(property);
  }

  /** Says that a figure follows from a property that was read by itself. */
  void cite(String figure, Source source) {
    sources.put(figure, source);
  }

  /** Returns the names in a comma-separated property. */
  List<String> names(String property) {
    return find(property)
        .map(source -> Pattern.compile(",").splitAsStream(source.value()))
        .map(parts -> parts.map(String::trim).filter(part -> !part.isEmpty()).toList())
        .orElse(List.of());
  }

  static String plain(double number) {
    return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
  }
}
