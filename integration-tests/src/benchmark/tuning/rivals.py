# SPDX-License-Identifier: Apache-2.0
"""What other people's rules come to on this machine: one node, client mode.

The node's memory for executors is what Spark's worker offers of the machine, as the planner reckons.
Number, cores and heap of executors are the rule's. Standalone takes no number of executors:
spark.cores.max says the same. An overhead that is not Spark's own is set on YARN alone: standalone does
not count it.
"""

import math
from dataclasses import dataclass, field, replace


@dataclass(frozen=True)
class Rival:
    name: str
    source: str
    settings: dict = field(default_factory=dict)
    lacking: str = ""
    """What the machine lacks to run it, where it does."""
    overhead: int = 0
    """MiB beside the heap, where the rule reckons with other than Spark's own 10 %."""

    def on(self, manager):
        if manager != "yarn" or not self.overhead:
            return self
        overhead = {"spark.executor.memoryOverhead": f"{self.overhead}m"}
        return replace(self, settings=self.settings | overhead)


def executors(count, cores, heap, **others):
    """The settings of so many executors, the heap in MiB."""
    return {
        "spark.executor.instances": str(count),
        "spark.executor.cores": str(cores),
        "spark.executor.memory": f"{math.floor(heap)}m",
        "spark.cores.max": str(count * cores),
        **{f"spark.{key.replace('_', '.')}": str(value) for key, value in others.items()},
    }


def cloudera(machine):
    # Ryza, "How-to: Tune Your Apache Spark Jobs (Part 2)", Cloudera's blog, 2015: five cores an
    # executor, floor(vcores / 5) of them, floor(memory / executors x 0.93) of whole GB as heap, and
    # one executor less than fit, for the application master, which client mode here does without.
    source = "https://blog.cloudera.com/how-to-tune-your-apache-spark-jobs-part-2/"
    count = machine.cores // 5
    if count == 0:
        return Rival("cloudera", source, lacking=f"5 cores an executor on {machine.cores}")
    heap = math.floor(machine.worker_memory / 1024 / count * 0.93) * 1024
    overhead = math.floor(machine.worker_memory / count) - heap
    return Rival("cloudera", source, executors(count, 5, heap), overhead=overhead)


def scopt(machine):
    # KanchiShimono/scopt: a core and a GB are the system's; five cores an executor, or all that are
    # left; the heap is 90 % of an executor's share in whole GB; twice the cores as parallelism. The
    # driver is given as much as an executor.
    source = "https://github.com/KanchiShimono/scopt"
    left = machine.cores - 1
    if left == 0:
        return Rival("scopt", source, lacking="a core beside the system's")
    cores = min(5, left)
    count = left // cores
    heap = math.floor((machine.gigabytes - 1) // count * 0.9) * 1024
    settings = executors(count, cores, heap, driver_memory=f"{heap}m")
    settings["spark.default.parallelism"] = str(2 * count * cores)
    settings["spark.sql.shuffle.partitions"] = str(2 * count * cores)
    return Rival("scopt", source, settings)


def delijati(machine):
    # delijati/spark-optimizer, spark_optimizer/optimizer.py: a core and a GB are the system's; of all
    # numbers of executors whose memory is below 64 GB and whose cores are below 5, the one with least
    # idle cores + idle GB; 15 % overhead; the driver as an executor; parallelism twice the cores. It
    # asks for one executor less than fit; here that would be none, and the driver needs no place.
    source = "https://github.com/delijati/spark-optimizer"
    cores, memory = machine.cores - 1, machine.gigabytes - 1
    fitting = [
        (cores - count * (cores // count) + memory - count * (memory // count), count)
        for count in range(1, cores + 1)
        if memory // count < 64 and cores / count < 5
    ]
    if not fitting:
        return Rival("delijati", source, lacking="a core beside the system's")
    count = min(fitting)[1]
    heap = math.floor(memory // count * 0.85 * 1024)
    settings = executors(count, cores // count, heap, driver_memory=f"{heap}m")
    settings["spark.driver.maxResultSize"] = f"{heap}m"
    settings["spark.default.parallelism"] = str(2 * count * (cores // count))
    return Rival("delijati", source, settings)


def datasherlock(machine):
    # datasherlock's calculator: up to five cores an executor; of its share of the memory, the heap is
    # what max(384 MiB, 6 % of the heap) leaves, in whole minimum allocations of 1024 MiB.
    cores = min(machine.cores, 5)
    count = machine.cores // cores
    share = machine.worker_memory / count
    heap = math.floor(min(share / 1.06, share - 384) / 1024) * 1024
    return Rival(
        "datasherlock",
        "https://github.com/datasherlock",
        executors(count, cores, heap),
        overhead=max(384, math.floor(heap * 0.06)),
    )


def cloudtik(machine):
    # oap-project/cloudtik, python/cloudtik/runtime/spark/utils.py: 80 % of the memory in whole GB,
    # less the application master's (2 %, at least a GB) and another GB; four cores an executor or all
    # that there are; the heap is the share in whole GB less 10 %. Driver: 10 % of the memory, 1 to 8 GB.
    cores = min(4, machine.cores)
    count = machine.cores // cores
    offered = math.floor(machine.memory * 0.8 / 1024)
    master = max(1, math.floor(offered * 0.02))
    container = math.floor((offered - master - 1) / count) * 1024
    heap = container - max(384, math.floor(container * 0.1))
    driver = min(8, max(1, math.floor(machine.memory * 0.1 / 1024)))
    return Rival(
        "cloudtik",
        "https://github.com/oap-project/cloudtik",
        executors(count, cores, heap, driver_memory=f"{driver}g"),
    )


def emr(machine):
    # Amazon EMR's maximizeResourceAllocation: one executor a node with all its cores and memory, and
    # twice the cores as parallelism.
    heap = (machine.worker_memory - 1024 - 384) * 0.93
    return Rival(
        "emr",
        "https://docs.aws.amazon.com/emr/latest/ReleaseGuide/emr-spark-configure.html",
        executors(1, machine.cores, heap, default_parallelism=2 * machine.cores),
        overhead=math.floor(heap / 0.93 * 0.07),
    )


def dataproc(machine):
    # Google Dataproc: two executors a node, each with half of the cores and half of the memory, of
    # which YARN's overhead is 10 % of the heap.
    source = "https://cloud.google.com/dataproc/docs/concepts/configuring-clusters/autoscaling"
    cores = machine.cores // 2
    if cores == 0:
        return Rival("dataproc", source, lacking="two cores")
    return Rival("dataproc", source, executors(2, cores, machine.worker_memory / 2 / 1.1))


def nvidia(machine):
    # NVIDIA's spark-rapids-tools: cores of the node by its GPUs, 2 GB of heap a core. Without a GPU
    # nothing divides the node: one executor has all of its cores.
    return Rival(
        "nvidia",
        "https://github.com/NVIDIA/spark-rapids-tools",
        executors(1, machine.cores, 2048 * machine.cores),
    )


RULES = [cloudera, scopt, delijati, datasherlock, cloudtik, emr, dataproc, nvidia]


def rivals(machine, manager):
    return [rule(machine).on(manager) for rule in RULES]
