# SPDX-License-Identifier: Apache-2.0
"""Moves rows to pandas and back again and again in one session, with other settings each time.

arguments: the folder of the data, the rounds, the workload, and sets of settings as Warm.java takes
them; it prints the same lines
"""

import sys
import time

from pyspark.sql import SparkSession

ROWS = 200_000


def exchange(spark, data):
    rows = spark.read.parquet(f"{data}/texts").limit(ROWS).toPandas()
    found = spark.createDataFrame(rows).count()
    if (len(rows), found) != (ROWS, ROWS):
        sys.exit(f"{len(rows)} rows came and {found} went, not {ROWS}")


def seconds(spark, data, settings):
    before = {key: spark.conf.get(key) for key in settings}
    for key, value in settings.items():
        spark.conf.set(key, value)
    begin = time.monotonic()
    exchange(spark, data)
    end = time.monotonic()
    for key, value in before.items():
        spark.conf.set(key, value)
    return end - begin


def main(data, rounds, workload, *sets):
    spark = SparkSession.builder.appName("warm").getOrCreate()
    # Else a PyArrow that cannot be imported would be measured as if it were Arrow.
    spark.conf.set("spark.sql.execution.arrow.pyspark.fallback.enabled", "false")
    every = [{}] + [dict(part.split("=", 1) for part in text.split(",")) for text in sets]
    # The first round warms up and is not told.
    for number in range(int(rounds) + 1):
        for turn in range(len(every)):
            chosen = (turn + number) % len(every)
            taken = seconds(spark, data, every[chosen])
            if number > 0:
                print(f"warm round={number} workload={workload} set={chosen} seconds={taken:.3f}")
    spark.stop()


if __name__ == "__main__":
    main(*sys.argv[1:])
