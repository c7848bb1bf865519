package com.acme.clustering;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import java.util.Arrays;
import java.util.Formatter;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;

/** The job: clusters the rows of a CSV file of numbers and prints what it found. */
public final class Clustering {
  private Clustering() {}

  /** Runs the job; see {@link Arguments} for what it accepts. */
  public static void main(String[] args) {
    Arguments arguments = Arguments.parse(args);
    // No master here: where the job runs is the submission's business.
    SparkSession spark = SparkSession.builder().appName("clustering").getOrCreate();
    try {
      Dataset<Row> rows = read(spark, arguments.input());
      Dataset<Row> labelled = FeatureClusters.label(rows, arguments.k()).cache();
      System.out.println(table(rows.columns(), summary(rows.columns(), labelled)));
      arguments.output().ifPresent(directory -> write(labelled, directory));
    } finally {
      spark.stop();
    }
  }

  static Dataset<Row> read(SparkSession spark, String csv) {
    return spark.read().option("header", true).option("inferSchema", true).csv(csv);
  }

  /** One row a cluster: label, number of rows and the mean of each feature, in its own unit. */
  static List<Row> summary(String[] features, Dataset<Row> labelled) {
    Column[] centre = Arrays.stream(features).map(name -> avg(col(name))).toArray(Column[]::new);
    return labelled
        .groupBy(FeatureClusters.LABEL)
        .agg(count(lit(1)), centre)
        .orderBy(FeatureClusters.LABEL)
        .collectAsList();
  }

  private static String table(String[] features, List<Row> clusters) {
    StringBuilder table = new StringBuilder();
    try (Formatter formatter = new Formatter(table, Locale.ROOT)) {
      formatter.format("%7s %7s", "cluster", "size");
      Arrays.stream(features).forEach(name -> formatter.format(" %12s", name));
      for (Row cluster : clusters) {
        formatter.format("%n%7d %7d", cluster.getInt(0), cluster.getLong(1));
        for (int i = 0; i < features.length; i++) {
          formatter.format(" %12.3f", cluster.getDouble(i + 2));
        }
      }
    }
    return table.toString();
  }

  private static void write(Dataset<Row> labelled, String directory) {
    labelled
        .drop(FeatureClusters.FEATURES, FeatureClusters.FEATURES_SCALED) // CSV holds no vectors
        .write()
        .mode(SaveMode.Overwrite)
        .option("header", true)
        .csv(directory);
  }
}
