/* SPDX-License-Identifier: Apache-2.0 */

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import org.apache.spark.sql.SparkSession;

/**
 * Runs a workload, compares its answer with the expected one, and prints how long it took.
 *
 * <p>{@code work} is from the session's being there to the answer, {@code session} from before the
 * session. What was written is read back after both clocks have stopped.
 *
 * <p>Arguments: the workload, the folder of the data, a folder to write to.
 */
public final class Workloads {
  private Workloads() {}

  /** What is measured. */
  interface Workload {
    /** Does the work, and returns how the answer is found: that is not measured. */
    Answer run(SparkSession spark, String data, String output);
  }

  /** The answer in the form of the expected one. */
  interface Answer {
    String found();
  }

  public static void main(String[] arguments) throws IOException {
    String name = arguments[0];
    Workload workload = workload(name);
    long begin = System.nanoTime();
    SparkSession spark = SparkSession.builder().appName(name).getOrCreate();
    long ready = System.nanoTime();
    Answer answer = workload.run(spark, arguments[1], arguments[2]);
    long end = System.nanoTime();
    String found = answer.found();
    spark.stop();
    String expected = expected(name, Path.of(arguments[1]));
    if (!found.equals(expected)) {
      throw new IllegalStateException("answer of " + name + ": " + found + ", not " + expected);
    }
    System.out.printf(
        Locale.ROOT,
        "measured workload=%s work=%.3f session=%.3f%n",
        name,
        (end - ready) / 1e9,
        (end - begin) / 1e9);
  }

  private static Workload workload(String name) {
    return switch (name) {
      case "tpch" -> Queries::run;
      case "skewed-join" -> Tables::skewedJoin;
      case "wide-shuffle" -> Tables::wideShuffle;
      case "sort-write" -> Tables::sortWrite;
      case "small-files" -> Tables::smallFiles;
      case "kmeans" -> Rdds::kmeans;
      case "rdd-aggregate" -> Rdds::aggregate;
      default -> throw new IllegalArgumentException("no such workload: " + name);
    };
  }

  private static String expected(String name, Path data) throws IOException {
    Properties answers = new Properties();
    try (Reader reader = Files.newBufferedReader(data.resolve("answers.properties"))) {
      answers.load(reader);
    }
    return answers.getProperty(name);
  }
}
