/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.jobtest.declared;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What outputs and expected files may be, by the names of Spark's data sources. */
enum DataFormat {
  CSV,
  JSON,
  PARQUET,
  ORC;

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<DataFormat> named(String label) {
    return Arrays.stream(values()).filter(format -> format.label().equals(label)).findFirst();
  }

  /** Returns the format that a file's name tells; {@code jsonl} and {@code ndjson} are JSON too. */
  static Optional<DataFormat> of(String fileName) {
    String extension = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return switch (extension) {
      case "jsonl", "ndjson" -> Optional.of(JSON);
      default -> named(extension);
    };
  }

  static String labels() {
    return Arrays.stream(values()).map(DataFormat::label).collect(Collectors.joining(", "));
  }
}
