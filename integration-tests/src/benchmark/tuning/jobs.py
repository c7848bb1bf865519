# SPDX-License-Identifier: Apache-2.0
"""Runs one of the Python workloads, compares its answer and prints how long it took.

arguments: the workload, the folder of the data, a folder to write to
"""

import pathlib
import sys
import time

from pyspark.sql import SparkSession
from pyspark.sql.functions import col, count, lit, udf
from pyspark.sql.functions import sum as total


def python_udf(spark, data):
    @udf("int")
    def bucket(text):
        return sum(int(digit, 16) for digit in text) % 97

    rows = (
        spark.read.parquet(f"{data}/texts")
        .withColumn("bucket", bucket(col("text")))
        .groupBy("bucket")
        .agg(count(lit(1)), total("value"))
        .collect()
    )
    return f"{sum(row[1] for row in rows)} {sum((row[0] + 1) * row[2] for row in rows)}"


def python_rdd(spark, data):
    def visit(line):
        user, _, seconds = line.split(",")
        return user, int(seconds)

    return " ".join(
        str(number)
        for number in spark.sparkContext.textFile(f"{data}/visits", 2)
        .map(visit)
        .reduceByKey(lambda one, other: one + other)
        .map(lambda visitor: (1, visitor[1], visitor[1]))
        .reduce(lambda one, other: (one[0] + other[0], one[1] + other[1], max(one[2], other[2])))
    )


WORKLOADS = {"python-udf": python_udf, "python-rdd": python_rdd}


def expected(name, data):
    for line in (pathlib.Path(data) / "answers.properties").read_text().splitlines():
        if line.startswith(f"{name}="):
            return line.partition("=")[2]
    raise KeyError(name)


def main(name, data):
    begin = time.monotonic()
    spark = SparkSession.builder.appName(name).getOrCreate()
    ready = time.monotonic()
    answer = WORKLOADS[name](spark, data)
    end = time.monotonic()
    spark.stop()
    if answer != expected(name, data):
        sys.exit(f"answer of {name}: {answer}, not {expected(name, data)}")
    print(f"measured workload={name} work={end - ready:.3f} session={end - begin:.3f}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
