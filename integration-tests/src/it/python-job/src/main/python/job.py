import sys

from acme.maths import double
from pyspark.sql import SparkSession


def main(arguments):
    spark = SparkSession.builder.getOrCreate()
    if arguments == ["raises"]:
        raise ValueError("the job's own fault")
    numbers = spark.sparkContext.parallelize(range(int(arguments[0])), 2)
    print("sum", numbers.map(double).sum(), arguments)
    workers = numbers.map(lambda _: sys.executable).distinct().collect()
    print("one interpreter", workers == [sys.executable])


if __name__ == "__main__":
    main(sys.argv[1:])
