"""The transformation at the heart of the job: frames in, frames out, no reading or writing."""

from pyspark.ml import Pipeline
from pyspark.ml.clustering import KMeans
from pyspark.ml.feature import StandardScaler, VectorAssembler
from pyspark.sql import DataFrame
from pyspark.sql import functions as F

FEATURES = "features"
FEATURES_SCALED = "features_scaled"
LABEL = "label"

# A fixed seed: the same rows in the same order get the same labels in every run.
SEED = 1


def label(rows: DataFrame, k: int) -> DataFrame:
    """Finds k clusters among the rows and adds the column label, counted from 0.

    Every column is a feature and must be numeric. Features are scaled first: k-means measures
    distances, and a column in minutes would otherwise outweigh one in hours.
    """
    assembler = VectorAssembler(inputCols=rows.columns, outputCol=FEATURES)
    scaler = StandardScaler(withMean=True, inputCol=FEATURES, outputCol=FEATURES_SCALED)
    k_means = KMeans(k=k, seed=SEED, featuresCol=FEATURES_SCALED, predictionCol=LABEL)
    return Pipeline(stages=[assembler, scaler, k_means]).fit(rows).transform(rows)


def summary(features: list, labelled: DataFrame) -> DataFrame:
    """One row a cluster: label, number of rows and the mean of each feature, in its own unit."""
    centre = [F.avg(name).alias(name) for name in features]
    return labelled.groupBy(LABEL).agg(F.count(F.lit(1)).alias("size"), *centre).orderBy(LABEL)
