package com.acme.clustering;

import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.clustering.KMeans;
import org.apache.spark.ml.feature.StandardScaler;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The transformation at the heart of the job: datasets in, datasets out, no reading, writing or
 * session, so that a test calls it with a handful of rows.
 */
final class FeatureClusters {
  static final String FEATURES = "features";
  static final String FEATURES_SCALED = "features_scaled";
  static final String LABEL = "label";

  // A fixed seed: the same rows in the same order get the same labels in every run.
  private static final long SEED = 1;

  private FeatureClusters() {}

  /**
   * Finds {@code k} clusters among the rows and adds the column {@code label}, counted from 0.
   *
   * <p>Every column is a feature and must be numeric. Features are scaled first: k-means measures
   * distances, and a column in minutes would otherwise outweigh one in hours.
   */
  static Dataset<Row> label(Dataset<Row> rows, int k) {
    VectorAssembler assembler =
        new VectorAssembler().setInputCols(rows.columns()).setOutputCol(FEATURES);
    StandardScaler scaler =
        new StandardScaler().setWithMean(true).setInputCol(FEATURES).setOutputCol(FEATURES_SCALED);
    KMeans kMeans =
        new KMeans().setK(k).setSeed(SEED).setFeaturesCol(FEATURES_SCALED).setPredictionCol(LABEL);
    PipelineStage[] stages = {assembler, scaler, kMeans};
    return new Pipeline().setStages(stages).fit(rows).transform(rows);
  }
}
