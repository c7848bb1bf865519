# SPDX-License-Identifier: Apache-2.0
"""The table of tuning.md that says what the seconds of a run went to, as far as it was measured."""

from statistics import fmean

from configurations import DEFAULTS, PLAN

TEXT = (
    "Start is the session's. Tasks and compilers are processor time, collections the pauses that tasks"
    " have seen, each divided by the cores; what overlaps counts twice. Left are the driver's own work,"
    " executors that start, Python and waiting. Where tasks take the same under both, settings can only"
    " shorten what is beside them."
)


def breakdown_table(compared, cores):
    rows = [
        "| workload | configuration | s | start | tasks | collections | compilers | left |",
        "|---|---|--:|--:|--:|--:|--:|--:|",
    ]
    for each in compared:
        for name in (DEFAULTS, PLAN):
            found = parts(each, name, cores)
            if not found:
                continue
            left = found["s"] - sum(value for key, value in found.items() if key != "s")
            rows.append(
                f"| {each.workload.name} | {name} | "
                + " | ".join(f"{value:.1f}" for value in (*found.values(), left))
                + " |"
            )
    return rows


def parts(compared, configuration, cores):
    lines = [line for line in compared.lines.get(configuration, {}).values() if line.get("session")]
    if not lines:
        return None

    def shared(figure):
        return fmean(line[figure] for line in lines) / 1000 / cores

    return {
        "s": fmean(line["session"] for line in lines),
        "start": fmean(line["session"] - line["work"] for line in lines),
        "tasks": shared("cpuMilliseconds"),
        "collections": shared("gcMilliseconds"),
        "compilers": shared("compilerMilliseconds"),
    }
