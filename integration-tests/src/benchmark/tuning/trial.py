# SPDX-License-Identifier: Apache-2.0
"""Tries settings beside the plan, each a submission of its own, and prints what each does."""

from statistics import fmean

from configurations import PLAN, Configuration
from ratios import ratio
from results import seconds
from workloads import WORKLOADS


def tried(planned, sets):
    """The plan, and the plan with each set of settings: key=value, or key+=value to add to a value."""
    return [Configuration(PLAN, planned, {})] + [
        Configuration(
            f"with:{number}",
            {job: changed(settings, text) for job, settings in planned.items()},
            {},
        )
        for number, text in enumerate(sets, 1)
    ]


def changed(settings, text):
    found = dict(settings)
    for part in text.split(","):
        key, equals, value = part.partition("=")
        if not equals:
            raise SystemExit(f"--set {text}: '{part}' is not key=value or key+=value")
        if key.endswith("+"):
            key = key[:-1]
            value = f"{found.get(key, '')} {value}".strip()
        found[key] = value
    return found


def table(configurations, sets, results):
    plan, *others = configurations
    rows = ["| workload | with | the plan, s | s | the plan / with it |", "|---|---|--:|--:|---|"]
    for workload in WORKLOADS:
        whole = seconds(results.of(plan.name, plan.of(workload), workload.name))
        for tried_one, text in zip(others, sets):
            lines = results.of(tried_one.name, tried_one.of(workload), workload.name)
            found = seconds(lines)
            if whole and lines:
                mean = f"{fmean(found.values()):.1f}" if found else "–"
                failed = f", {len(lines) - len(found)} failed" if len(found) < len(lines) else ""
                rows.append(
                    f"| {workload.name} | `{text}` | {fmean(whole.values()):.1f}"
                    f" | {mean}{failed} | {ratio(whole, found) or '–'} |"
                )
    return rows
