/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.conf.registry;

import io.github.sparkmaven.conf.SparkVersion;
import io.github.sparkmaven.files.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Details of keys as a file of lines with tabs, beside the registry of the same jars: a file of its
 * own, because most goals need the keys and not what is said of them.
 */
final class KeyDetailsFile {
  // To be raised whenever the lines, or what the reader finds in a jar, change.
  private static final String FORMAT = "spark-key-details 1";
  private static final String SEPARATOR = "\t";
  private static final Pattern ESCAPE = Pattern.compile("\\\\(.)");

  private KeyDetailsFile() {}

  /** Returns where the details of these jars are kept. */
  static Path path(SparkVersion version, List<Path> jars, Path cacheFolder) {
    Path registry = KeyRegistryFile.path(version, jars, cacheFolder);
    String name = String.valueOf(registry.getFileName()).replace(".tsv", "-details.tsv");
    return Objects.requireNonNull(registry.getParent()).resolve(name);
  }

  static void write(Path file, Map<String, KeyDetails> details) {
    List<String> lines = details.values().stream().map(KeyDetailsFile::line).sorted().toList();
    AtomicFile.write(file, FORMAT + " " + lines.size() + "\n" + String.join("\n", lines) + "\n");
  }

  /** Reads details; a file that is absent, cut off or of another kind holds none. */
  static Optional<Map<String, KeyDetails>> read(Path file) {
    try {
      List<String> lines = Files.readAllLines(file);
      boolean whole = !lines.isEmpty() && lines.get(0).equals(FORMAT + " " + (lines.size() - 1));
      return whole ? Optional.of(parse(lines.subList(1, lines.size()))) : Optional.empty();
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  private static String line(KeyDetails details) {
    List<String> fields = new ArrayList<>();
    fields.add(details.key());
    fields.add(details.kind().name());
    fields.add(String.valueOf(details.hasDefault()));
    fields.add(String.valueOf(details.defaultValue().isPresent()));
    fields.add(escaped(details.defaultValue().orElse("")));
    fields.add(details.fallback().orElse(""));
    fields.add(String.valueOf(details.internal()));
    fields.add(details.since());
    fields.add(String.join("|", details.olderNames()));
    fields.add(details.documentation());
    return String.join(SEPARATOR, fields);
  }

  private static Map<String, KeyDetails> parse(List<String> lines) {
    Map<String, KeyDetails> details = new HashMap<>();
    for (String line : lines) {
      String[] fields = line.split(SEPARATOR, -1);
      details.put(
          fields[0],
          new KeyDetails(
              fields[0],
              KeyDetails.Kind.valueOf(fields[1]),
              Boolean.parseBoolean(fields[2]),
              Boolean.parseBoolean(fields[3])
                  ? Optional.of(unescaped(fields[4]))
                  : Optional.empty(),
              Optional.of(fields[5]).filter(key -> !key.isEmpty()),
              fields[9],
              fields[7],
              Boolean.parseBoolean(fields[6]),
              fields[8].isEmpty() ? List.of() : Arrays.asList(fields[8].split("[|]", -1))));
    }
    return details;
  }

  private static String escaped(String value) {
    return value
        .replace("\\", "\\\\")
        .replace("\t", "\\t")
        .replace("\n", "\\n")
        .replace("\r", "\\r");
  }

  private static String unescaped(String text) {
    return ESCAPE
        .matcher(text)
        .replaceAll(
            escape ->
                Matcher.quoteReplacement(
                    switch (escape.group(1)) {
                      case "t" -> "\t";
                      case "n" -> "\n";
                      case "r" -> "\r";
                      default -> escape.group(1);
                    }));
  }
}
