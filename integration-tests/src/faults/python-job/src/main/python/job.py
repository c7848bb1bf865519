# SPDX-License-Identifier: Apache-2.0
"""Ends in the way that its argument names."""

import sys
import time
from pathlib import Path

from counting import tasks
from pyspark.sql import SparkSession


def session():
    return SparkSession.builder.appName("faults").getOrCreate()


def in_tasks(spark, deed, count=2):
    return spark.sparkContext.parallelize(range(count), count).map(deed).collect()


def count(spark):
    print("counted", sum(in_tasks(spark, tasks.one, 10)))


def succeeds(spark):
    count(spark)
    for file, executable in sorted(set(in_tasks(spark, tasks.place))):
        print("a worker on", executable, "imported", file)


def raises(spark):
    count(spark)
    refuse()


def refuse():
    raise ValueError("the job's own fault")


def exits_with_3(spark):
    count(spark)
    sys.exit(3)


def task_fails(spark):
    in_tasks(spark, tasks.refuse)


def module_missing_in_workers(spark):
    beside = Path(__file__).resolve().parents[1] / "beside"
    sys.path.insert(0, str(beside))
    import beside

    in_tasks(spark, beside.one)


def worker_killed(spark):
    def killed(_):
        import os
        import signal

        os.kill(os.getpid(), signal.SIGKILL)

    in_tasks(spark, killed)


def workers_hold(spark, mebibytes):
    print("held", in_tasks(spark, tasks.hold(int(mebibytes))))


def hangs(spark):
    print("hanging", spark.sparkContext.applicationId, flush=True)
    while True:
        time.sleep(1)


if __name__ == "__main__":
    deeds = {
        "succeeds": succeeds,
        "raises": raises,
        "exits-with-3": exits_with_3,
        "task-fails": task_fails,
        "module-missing-in-workers": module_missing_in_workers,
        "worker-killed": worker_killed,
        "workers-hold": workers_hold,
        "hangs": hangs,
    }
    deeds[sys.argv[1]](session(), *sys.argv[2:])
