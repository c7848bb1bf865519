# SPDX-License-Identifier: Apache-2.0
"""Tries settings of SQL in one session that is warm, and prints what each does, as a ratio."""

import re

import session
from ratios import ratio

IN_JAVA = ["tpch", "skewed-join", "returned-items", "best-customers"]
IN_PYTHON = ["pandas"]
LINE = re.compile(r"^warm round=(\d+) workload=(\S+) set=(\d+) seconds=([\d.]+)$", re.MULTILINE)


def run(paths, cluster, planned, sets, options):
    """The seconds by workload, set of settings and round; set 0 is the plan."""
    names = chosen(options.workloads)
    told = ""
    for job, program, known in (
        ("jvm-sql", "Warm", IN_JAVA),
        ("python-sql", paths.programs / "exchange.py", IN_PYTHON),
    ):
        asked = ",".join(name for name in known if name in names)
        if asked:
            data = paths.data(options.scale)
            told += session.output(
                paths, cluster, planned[job], program, data, options.rounds, asked, *sets
            )
    found = {}
    for number, workload, of, seconds in LINE.findall(told):
        found.setdefault(workload, {}).setdefault(int(of), {})[int(number)] = float(seconds)
    return found


def chosen(names):
    every = [*IN_JAVA, *IN_PYTHON]
    found = [name for name in names.split(",") if name] or every
    unknown = [name for name in found if name not in every]
    if unknown:
        raise SystemExit(f"not one of {', '.join(every)}: {', '.join(unknown)}")
    return found


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
