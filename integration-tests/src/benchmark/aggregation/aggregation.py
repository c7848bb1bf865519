# SPDX-License-Identifier: Apache-2.0
"""Averages by key over pairs of ints, which the program makes and caches before the clock starts.
It prints the time of the first aggregation, and the median of those that follow in the process.

arguments: rdd, dataframe or sql; the number of pairs; the number of partitions
"""

import sys
import time
from statistics import median

from pyspark.sql import SparkSession
from pyspark.sql.functions import avg, col

MULTIPLIER = 2654435761
KEYS = 1000
VALUES = 97
AGAIN = 3


def rdd(spark, pairs, partitions):
    cached = (
        spark.sparkContext.range(pairs, numSlices=partitions)
        .map(lambda i: (i * MULTIPLIER % KEYS, i % VALUES))
        .cache()
    )
    cached.count()
    return lambda: dict(
        cached.aggregateByKey(
            (0, 0),
            lambda mean, value: (mean[0] + value, mean[1] + 1),
            lambda one, other: (one[0] + other[0], one[1] + other[1]),
        )
        .mapValues(lambda mean: mean[0] / mean[1])
        .collect()
    )


def cached_dataframe(spark, pairs, partitions):
    cached = (
        spark.range(0, pairs, 1, partitions)
        .select(
            (col("id") * MULTIPLIER % KEYS).cast("int").alias("key"),
            (col("id") % VALUES).cast("int").alias("value"),
        )
        .cache()
    )
    cached.count()
    return cached


def dataframe(spark, pairs, partitions):
    cached = cached_dataframe(spark, pairs, partitions)
    return lambda: {
        row[0]: row[1] for row in cached.groupBy("key").agg(avg("value")).collect()
    }


def sql(spark, pairs, partitions):
    cached_dataframe(spark, pairs, partitions).createOrReplaceTempView("pairs")
    query = "SELECT key, avg(value) FROM pairs GROUP BY key"
    return lambda: {row[0]: row[1] for row in spark.sql(query).collect()}


def require_all_in_memory(spark):
    for info in spark.sparkContext._jsc.sc().getRDDStorageInfo():
        if info.numCachedPartitions() < info.numPartitions() or info.diskSize() > 0:
            sys.exit(f"the pairs do not fit in memory: {info}")


def expected(pairs):
    """Pairs come again after KEYS * VALUES of them, for the two numbers have no common divisor."""
    period = KEYS * VALUES
    sums = {}
    counts = {}
    for i in range(min(period, pairs)):
        times = pairs // period + (i < pairs % period)
        key = i * MULTIPLIER % KEYS
        sums[key] = sums.get(key, 0) + times * (i % VALUES)
        counts[key] = counts.get(key, 0) + times
    return {key: sums[key] / counts[key] for key in sums}


def main(variant, pairs, partitions):
    spark = SparkSession.builder.getOrCreate()
    variants = {"rdd": rdd, "dataframe": dataframe, "sql": sql}
    aggregation = variants[variant](spark, pairs, partitions)
    require_all_in_memory(spark)

    exact = expected(pairs)
    seconds = []
    for _ in range(1 + AGAIN):
        begin = time.perf_counter()
        averages = aggregation()
        seconds.append(time.perf_counter() - begin)
        if averages != exact:
            sys.exit(f"wrong averages: {averages}")
    print(f"seconds={seconds[0]:.3f} again={median(seconds[1:]):.3f}")
    spark.stop()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
