/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.runner.cases;

import io.github.sparkmaven.testing.DatasetAssert;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Compares what a job wrote with what its case expects. */
final class OutputCheck {
  private final Supplier<SparkSession> session;

  /**
   * Prepares to compare.
   *
   * @param session started only where there is something to read
   */
  OutputCheck(Supplier<SparkSession> session) {
    this.session = session;
  }

  /**
   * Compares.
   *
   * @throws AssertionError with what differs
   */
  void check(ExpectedOutput output) {
    OutputReader reader = new OutputReader(session.get(), output);
    Dataset<Row> actual = reader.actual();
    DatasetAssert comparison = DatasetAssert.assertDataset(actual);
    if (output.isOrdered()) {
      comparison = comparison.inOrder();
    }
    if (output.tolerance().isPresent()) {
      comparison = comparison.withTolerance(output.tolerance().get());
    }
    if (!output.ignored().isEmpty()) {
      comparison = comparison.ignoring(output.ignored().toArray(new String[0]));
    }
    comparison.matches(reader.expected(actual.schema()));
  }

  /** Writes what the job wrote in the place of what was expected. */
  void update(ExpectedOutput output) throws IOException {
    new ExpectedFile(output).replaceBy(new OutputReader(session.get(), output).actual());
  }

  /** Says whether the job wrote anything where it was told to. */
  static boolean isWritten(ExpectedOutput output) throws IOException {
    Path actual = output.actual();
    if (!Files.isDirectory(actual)) {
      return Files.isRegularFile(actual);
    }
    try (Stream<Path> files = Files.walk(actual)) {
      return files.filter(Files::isRegularFile).anyMatch(file -> isData(actual, file));
    }
  }

  /** Spark's readers pass over what begins with a dot or an underline. */
  private static boolean isData(Path folder, Path file) {
    for (Path part : folder.relativize(file)) {
      if (part.toString().startsWith(".") || part.toString().startsWith("_temporary")) {
        return false;
      }
    }
    // An empty result may be a success without a single file of data.
    return true;
  }
}
