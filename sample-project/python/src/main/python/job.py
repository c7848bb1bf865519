"""The job: clusters the rows of a CSV file of numbers and prints what it found."""

import argparse

from clustering.features import FEATURES, FEATURES_SCALED, label, summary
from pyspark.sql import DataFrame, SparkSession


def at_least_two(text: str) -> int:
    value = int(text)
    if value < 2:
        raise argparse.ArgumentTypeError("must be at least 2, but is {}".format(value))
    return value


def read(spark: SparkSession, csv: str) -> DataFrame:
    return spark.read.csv(csv, header=True, inferSchema=True)


def main() -> None:
    parser = argparse.ArgumentParser(prog="job.py")
    parser.add_argument("--input", required=True, help="a CSV file of numbers with a header")
    parser.add_argument("--k", type=at_least_two, required=True, help="how many clusters")
    parser.add_argument("--output", help="a folder for the labelled rows")
    arguments = parser.parse_args()

    # No master here: where the job runs is the submission's business.
    spark = SparkSession.builder.appName("clustering").getOrCreate()
    try:
        rows = read(spark, arguments.input)
        labelled = label(rows, arguments.k).cache()
        for cluster in summary(rows.columns, labelled).collect():
            print("{:7d} {:7d} ".format(*cluster[:2]), *("{:12.3f}".format(v) for v in cluster[2:]))
        if arguments.output:
            # CSV holds no vectors.
            plain = labelled.drop(FEATURES, FEATURES_SCALED)
            plain.write.mode("overwrite").csv(arguments.output, header=True)
    finally:
        spark.stop()


if __name__ == "__main__":
    main()
