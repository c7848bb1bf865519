# SPDX-License-Identifier: Apache-2.0
"""Measures configurations on a cluster that is made of this machine, and writes the pages.

tuning.sh starts it, once for all that has to be there.
"""

import argparse
import fcntl
import os
import pathlib
import signal
import sys
from dataclasses import dataclass

import ablation_page
import driver
import page
import trial
import warm
import workloads
from cluster import Cluster
from configurations import ablated, compared
from machine import this_machine
from plans import plan
from results import Results
from rivals import rivals
from rounds import measure
from submission import Submission
from yarn import Yarn

MODES = ["compare", "ablation", "try", "warm", "driver"]
CLUSTERS = {each.manager: each for each in (Cluster, Yarn)}
# Modes that measure within sessions, and print a table.
WITHIN = {"warm": warm, "driver": driver}
LAYOUT = [
    "spark.executor.cores",
    "spark.executor.memory",
    "spark.executor.instances",
    "spark.executor.memoryOverhead",
    "spark.executor.memoryOverheadFactor",
    "spark.cores.max",
    "spark.submit.deployMode",
]


@dataclass(frozen=True)
class Paths:
    work: pathlib.Path
    programs: pathlib.Path
    spark_home: pathlib.Path
    jar: pathlib.Path

    def data(self, scale):
        return self.work / "data" / f"scale-{scale}"

    @property
    def logs(self):
        return self.work / "logs"

    @property
    def output(self):
        return self.work / "output"


def arguments():
    parser = argparse.ArgumentParser(prog="tuning.sh", description=__doc__.splitlines()[0])
    parser.add_argument("mode", choices=MODES, nargs="?", default="compare")
    parser.add_argument(
        "--cluster", choices=CLUSTERS, default=Cluster.manager, help="whose manager grants executors"
    )
    parser.add_argument("--rounds", type=int, default=5, help="how often all is measured")
    parser.add_argument("--scale", default="1", help="of the tables; 1 is what pages are made of")
    parser.add_argument("--workloads", default="", help="these alone, separated by commas")
    parser.add_argument("--configurations", default="", help="of compare: these alone")
    parser.add_argument("--keys", default="", help="of ablation: these keys alone")
    parser.add_argument(
        "--set",
        action="append",
        default=[],
        help="of try, warm and driver: key=value[,key=value] beside the plan; several times",
    )
    parser.add_argument("--pages-only", action="store_true", help="measure nothing")
    # What tuning.sh itself has made and found out.
    for name in ("work", "spark-home", "jar", "docs", "spark", "java", "plugin"):
        parser.add_argument(f"--{name}", required=True, help=argparse.SUPPRESS)
    return parser.parse_args()


def listed(text):
    return [name for name in text.split(",") if name]


def only(configurations, names):
    known = [configuration.name for configuration in configurations]
    unknown = [name for name in names if name not in known]
    if unknown:
        raise SystemExit(f"no such configuration: {unknown[0]}. There are: {', '.join(known)}")
    return [each for each in configurations if not names or each.name in names]


def main():
    options = arguments()
    # Ended like Ctrl-C, so that the cluster ends as well.
    for number in (signal.SIGTERM, signal.SIGHUP):
        # Not where nohup has it ignored.
        if signal.getsignal(number) != signal.SIG_IGN:
            signal.signal(number, lambda ended, _: sys.exit(128 + ended))
    machine = this_machine()
    work = pathlib.Path(options.work)
    programs = pathlib.Path(__file__).resolve().parent
    paths = Paths(work, programs, pathlib.Path(options.spark_home), pathlib.Path(options.jar))
    maven = os.environ.get("MAVEN", "mvn").split()
    place = CLUSTERS[options.cluster]
    if place is not Cluster and options.mode == "ablation":
        raise SystemExit("the ablation is of a standalone cluster")
    planned = plan(work / "plan", machine, place.manager, programs, options.spark, options.plugin, maven)
    lock = open(work / "lock", "w", encoding="utf-8")
    if not options.pages_only:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise SystemExit(f"another tuning.sh measures in {work}") from None
    if options.mode in WITHIN:
        within = WITHIN[options.mode]
        with place(paths.spark_home, work / "cluster", machine) as cluster:
            found = within.run(paths, cluster, planned, options.set, options)
        print("\n".join(within.table(found, options.set)))
        return
    chosen = workloads.chosen(listed(options.workloads))
    # Of scale 1 the measurements are kept beside the pages.
    folder = pathlib.Path(options.docs) if options.scale == "1" else work
    setup = f"{machine.cores} cores, {machine.memory} MiB, Spark {options.spark}{place.setup}"
    if options.mode == "try":
        every = configurations = trial.tried(planned, options.set)
        results = Results(work / "tried.jsonl", setup, options.scale)
    elif options.mode == "ablation":
        every = ablated(planned, [], LAYOUT)
        configurations = ablated(planned, listed(options.keys), LAYOUT)
        results = Results(folder / "ablation.jsonl", setup, options.scale)
    else:
        every = compared(planned, rivals(machine, place.manager))
        configurations = only(every, listed(options.configurations))
        results = Results(folder / "tuning.jsonl", setup, options.scale)
    if not options.pages_only:
        with place(paths.spark_home, work / "cluster", machine) as cluster:
            submission = Submission(paths, cluster, options.scale)
            measure(configurations, chosen, options.rounds, results, submission)
    if options.mode == "try":
        print("\n".join(trial.table(every, options.set, results)))
        return
    if options.mode == "ablation":
        ablation_page.write(folder, work, every, results, options, machine)
    else:
        page.write(folder, every, results, options, machine, place)


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        sys.exit(130)
