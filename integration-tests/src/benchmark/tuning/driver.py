# SPDX-License-Identifier: Apache-2.0
"""Lets drivers with other settings plan, hand out tasks and collect, and prints what that takes."""

import re
from statistics import fmean

import session
from ratios import ratio
from trial import tried

LINE = re.compile(r"^driver seconds=([\d.]+) work=(.+)$", re.MULTILINE)


def run(paths, cluster, planned, sets, options):
    """The seconds by work, configuration and round, the plan of batch and what is tried beside it."""
    configurations = tried(planned, sets)
    found = {}
    for number in range(1, options.rounds + 1):
        # Another one begins in each round.
        for turn in range(len(configurations)):
            each = configurations[(turn + number - 1) % len(configurations)]
            data = paths.data(options.scale)
            told = session.output(paths, cluster, each.by_job["jvm-batch"], "DriverWork", data)
            for seconds, work in LINE.findall(told):
                found.setdefault(work, {}).setdefault(each.name, {})[number] = float(seconds)
    return found


def table(found, sets):
    rows = ["| work | with | the plan, s | s | the plan / with it |", "|---|---|--:|--:|---|"]
    for work, by_name in found.items():
        plan = by_name["plan"]
        for number, settings in enumerate(sets, 1):
            other = by_name[f"with:{number}"]
            rows.append(
                f"| {work} | `{settings}` | {fmean(plan.values()):.2f}"
                f" | {fmean(other.values()):.2f} | {ratio(plan, other)} |"
            )
    return rows
