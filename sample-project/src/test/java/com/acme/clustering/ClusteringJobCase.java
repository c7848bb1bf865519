package com.acme.clustering;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparkmaven.testing.SparkTest;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

/**
 * A job test: the name ends in JobCase, so spark:test runs it in local mode, in the verify phase.
 */
@SparkTest
class ClusteringJobCase {
  @Test
  void tellsTheTwoGroupsOfFiveRowsApart(SparkSession spark) {
    Dataset<Row> labelled = FeatureClusters.label(Clustering.read(spark, "data/talk.csv"), 2);

    assertThat(labelled.select("label").collectAsList())
        .extracting(row -> row.getInt(0))
        .containsExactly(0, 0, 0, 1, 1);
  }

  @Test
  void findsShortAndLongEruptionsOfOldFaithful(SparkSession spark) {
    Dataset<Row> eruptions = Clustering.read(spark, "data/faithful.csv");

    List<Row> clusters =
        Clustering.summary(eruptions.columns(), FeatureClusters.label(eruptions, 2));

    assertThat(clusters).extracting(row -> row.getLong(1)).containsExactlyInAnyOrder(98L, 174L);
  }
}
