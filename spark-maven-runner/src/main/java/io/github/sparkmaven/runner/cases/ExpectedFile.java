/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.runner.cases;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.AtomicType;

/** The file of a case that says what is expected, rewritten by what a job wrote. */
final class ExpectedFile {
  private final ExpectedOutput output;

  ExpectedFile(ExpectedOutput output) {
    this.output = output;
  }

  /** Writes the rows as one file, sorted where their order does not matter. */
  void replaceBy(Dataset<Row> rows) throws IOException {
    Path expected = output.expected();
    Path folder = Files.createDirectories(Objects.requireNonNull(expected.getParent()));
    Path temporary = Files.createTempDirectory(folder, ".update");
    try {
      DataFrameWriter<Row> writer =
          inOneFile(rows).write().mode("overwrite").format(output.expectedFormat());
      if (output.expectedFormat().equals("csv")) {
        writer = writer.option("header", "true");
      }
      writer.options(output.options()).save(temporary.toString());
      Files.move(part(temporary), expected, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      delete(temporary);
    }
  }

  private Dataset<Row> inOneFile(Dataset<Row> rows) {
    if (output.isOrdered()) {
      return rows.coalesce(1);
    }
    Column[] sortable =
        Arrays.stream(rows.schema().fields())
            .filter(
                field ->
                    field.dataType() instanceof AtomicType || field.dataType() instanceof ArrayType)
            .map(field -> rows.col("`" + field.name().replace("`", "``") + "`"))
            .toArray(Column[]::new);
    return rows.coalesce(1).sortWithinPartitions(sortable);
  }

  private static Path part(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> String.valueOf(file.getFileName()).startsWith("part-"))
          .findFirst()
          .orElseThrow(() -> new IOException("Spark wrote no file to " + folder));
    }
  }

  private static void delete(Path folder) throws IOException {
    List<Path> deepestFirst;
    try (Stream<Path> files = Files.walk(folder)) {
      deepestFirst = files.sorted(Comparator.reverseOrder()).collect(Collectors.toList());
    }
    for (Path file : deepestFirst) {
      Files.delete(file);
    }
  }
}
