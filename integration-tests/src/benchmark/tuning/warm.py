# SPDX-License-Identifier: Apache-2.0
"""Tries settings of SQL in one session that is warm, and prints what each does, as a ratio."""

import re

import session
from ratios import ratio

WORKLOADS = ["tpch", "skewed-join", "returned-items", "best-customers"]
LINE = re.compile(r"^warm round=(\d+) workload=(\S+) set=(\d+) seconds=([\d.]+)$", re.MULTILINE)


def run(paths, cluster, planned, sets, options):
    """The seconds by workload, set of settings and round; set 0 is the plan."""
    told = session.output(
        paths,
        cluster,
        planned["jvm-sql"],
        "Warm",
        paths.data(options.scale),
        options.rounds,
        chosen(options.workloads),
        *sets,
    )
    found = {}
    for number, workload, of, seconds in LINE.findall(told):
        found.setdefault(workload, {}).setdefault(int(of), {})[int(number)] = float(seconds)
    return found


def chosen(names):
    unknown = [name for name in names.split(",") if name and name not in WORKLOADS]
    if unknown:
        raise SystemExit(f"not one of {', '.join(WORKLOADS)}: {', '.join(unknown)}")
    return names or ",".join(WORKLOADS)


def table(found, sets):
    rows = ["| workload | the plan, s | with | s | plan / with it |", "|---|--:|---|--:|---|"]
    for workload, by_set in found.items():
        plan = by_set[0]
        for number, settings in enumerate(sets, 1):
            tried = by_set[number]
            rows.append(
                f"| {workload} | {mean(plan):.1f} | `{settings}` | {mean(tried):.1f}"
                f" | {ratio(plan, tried)} |"
            )
    return rows


def mean(seconds):
    return sum(seconds.values()) / len(seconds)
