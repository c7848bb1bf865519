# SPDX-License-Identifier: Apache-2.0
"""Writes tuning.md: what was measured of every configuration."""

from dataclasses import dataclass
from statistics import fmean

from breakdown import TEXT, breakdown_table
from configurations import DEFAULTS, PLAN
from method import method
from ratios import geometric_mean, overall, paired, ratio
from rivals import rivals
from rounds import distinct
from workloads import WORKLOADS

FASTER = 1.5
BEHIND = 0.97


@dataclass(frozen=True)
class Compared:
    """A workload's measurements, by configuration and round."""

    workload: object
    lines: dict
    failed: dict
    """How often, by configuration, also in rounds that were measured again."""

    def seconds(self, configuration, clock="session"):
        return {
            (number, line["run"]): line[clock]
            for number, line in self.lines.get(configuration, {}).items()
            if line.get(clock)
        }

    def mean(self, configuration):
        seconds = self.seconds(configuration).values()
        return geometric_mean(seconds) if seconds else None

    def best_rival(self):
        means = {
            name: self.mean(name)
            for name in self.lines
            if name not in (DEFAULTS, PLAN) and self.seconds(name)
        }
        return min(means, key=means.get) if means else None

    def pairs(self, configuration, clock="session"):
        return paired(self.seconds(configuration, clock), self.seconds(PLAN, clock))

    def ratio(self, configuration, clock="session"):
        return ratio(self.seconds(configuration, clock), self.seconds(PLAN, clock))

    def most(self, configuration, figure):
        values = [line.get(figure) or 0 for line in self.lines.get(configuration, {}).values()]
        return max(values, default=0)


def collected(configurations, results):
    """A configuration that is another one's equal for a workload has its measurements."""
    found = []
    for workload in WORKLOADS:
        lines, failed = {}, {}
        for configuration in configurations:
            settings = configuration.of(workload)
            for same in distinct(configurations, workload):
                if same.of(workload) == settings:
                    measured = results.of(same.name, settings, workload.name)
                    if measured:
                        lines[configuration.name] = measured
                        failed[configuration.name] = results.failures(
                            same.name, settings, workload.name
                        )
        if lines:
            found.append(Compared(workload, lines, failed))
    return found


def failures(compared, configuration):
    return sum(each.failed.get(configuration, 0) for each in compared)


def cell(value, form="{}"):
    return "–" if value is None else form.format(value)


def main_table(compared):
    rows = [
        "| workload | defaults, s | best rival, s | plan, s | defaults / plan | best rival / plan"
        " | spilled by defaults, MiB | by the plan |",
        "|---|--:|--:|--:|---|---|--:|--:|",
    ]
    for each in compared:
        best = each.best_rival()
        rival = f"{each.mean(best):.1f} ({best})" if best else "–"
        rows.append(
            f"| {each.workload.name} | {cell(each.mean(DEFAULTS), '{:.1f}')} | {rival}"
            f" | {cell(each.mean(PLAN), '{:.1f}')} | {cell(each.ratio(DEFAULTS))}"
            f" | {cell(each.ratio(best) if best else None)}"
            f" | {each.most(DEFAULTS, 'diskSpilled') / 2**20:,.0f}"
            f" | {each.most(PLAN, 'diskSpilled') / 2**20:,.0f} |"
        )
    return rows


def configuration_table(configurations, compared):
    rows = [
        "| configuration | executors | / plan, all workloads | failures | most memory, GiB"
        " | compilers, s a run | settings |",
        "|---|---|---|--:|--:|--:|---|",
    ]
    for configuration in configurations:
        name = configuration.name
        others = [other for other in configuration.stands_for if other != name]
        lines = [line for each in compared for line in each.lines.get(name, {}).values()]
        if not lines:
            continue
        granted = next((line for line in lines if line.get("executors")), {})
        total = overall([each.pairs(name) for each in compared if each.seconds(name)])
        rows.append(
            f"| {', '.join([name, *others])}"
            f" | {granted.get('executors', '–')}, {granted.get('cores', '–')} cores"
            f" | {cell(total)}"
            f" | {failures(compared, name)}"
            f" | {max(line['peakMemory'] for line in lines) / 2**30:.1f}"
            f" | {fmean(line['compilerMilliseconds'] for line in lines) / 1000:.0f}"
            f" | {settings_of(configuration)} |"
        )
    return rows


def settings_of(configuration):
    if configuration.name == DEFAULTS:
        return "none"
    if configuration.name == PLAN:
        return "[below](#what-the-plan-sets)"
    return ", ".join(
        f"`{key.removeprefix('spark.')}={value}`" for key, value in configuration.settings.items()
    )


def plan_table(plan):
    rows = ["| key | " + " | ".join(plan.by_job) + " |", "|---|" + "---|" * len(plan.by_job)]
    for key in sorted({key for settings in plan.by_job.values() for key in settings}):
        values = (settings.get(key, "–") for settings in plan.by_job.values())
        rows.append(f"| `{key}` | " + " | ".join(values) + " |")
    return rows


def targets(compared):
    """Each target, and whether it is met: never of a part of the workloads."""
    done = sum(bool(each.pairs(DEFAULTS)) for each in compared)
    complete = done == len(WORKLOADS)
    part = "" if complete else f" ({done} of {len(WORKLOADS)} workloads)"
    total = overall([each.pairs(DEFAULTS) for each in compared])
    against = {each.workload.name: each.ratio(each.best_rival() or "") for each in compared}
    known = all(bound and bound.pairs > 1 for bound in against.values())
    late = [
        name
        for name, bound in against.items()
        if bound and bound.pairs > 1 and bound.lower < BEHIND
    ]
    failed = failures(compared, PLAN)
    return [
        (
            f"geometric mean at least {FASTER} times the defaults' speed",
            f"{cell(total)}{part}",
            complete and total is not None and total.mean >= FASTER,
        ),
        (
            "no workload whose lower bound is more than 3 % behind the best rival",
            behind(late, known) + part,
            complete and known and not late,
        ),
        ("no failure of the plan", f"{failed}{part}", complete and failed == 0),
    ]


def behind(late, known):
    if late:
        return f"behind: {', '.join(late)}"
    return "none is behind" if known else "not known: too few rounds of rivals"


def text(configurations, compared, options, machine, place):
    rounds = {len(each.seconds(name)) for each in compared for name in each.lines}
    lacking = [rival for rival in rivals(machine, place.manager) if rival.lacking]
    work = overall([each.pairs(DEFAULTS, "work") for each in compared])
    lines = [
        "# Planned settings against defaults and rivals",
        "",
        "<!-- Written by integration-tests/src/benchmark/tuning.sh: run it rather than edit this page. -->",
        "",
        f"Spark {options.spark}, JDK {options.java}, {place.where} with"
        f" {machine.cores} cores and {machine.memory} MiB; rounds: {each_of(rounds)}."
        " Seconds from before the session to the answer, geometric means of the rounds; ratios above 1"
        " mean that the plan is faster, with 95 % intervals.",
        "",
        "| target | measured | met |",
        "|---|---|---|",
        *(
            f"| {target} | {measured} | {'yes' if met else '**no**'} |"
            for target, measured, met in targets(compared)
        ),
        "",
        *main_table(compared),
        "",
        f"Without the start of the session, the defaults take {cell(work)} times as long as the plan.",
        "",
        "## Where the seconds go",
        "",
        *breakdown_table(compared, machine.cores),
        "",
        TEXT,
        "",
        "## The configurations",
        "",
        *configuration_table(configurations, compared),
        "",
        "A rival's overall ratio is its seconds to the plan's. The rules are in"
        " [`rivals.py`](../integration-tests/src/benchmark/tuning/rivals.py), each with its source.",
        *(
            f"`{rival.name}` asks for what this machine lacks, {rival.lacking}: it does not run."
            for rival in lacking
        ),
        "",
        "## What the plan sets",
        "",
        *plan_table(next(each for each in configurations if each.name == PLAN)),
        "",
        method(place),
    ]
    return "\n".join(lines) + "\n"


def each_of(rounds):
    if not rounds:
        return "0"
    return str(min(rounds)) if len(rounds) == 1 else f"{min(rounds)} to {max(rounds)}"


def write(folder, configurations, results, options, machine, place):
    compared = collected(configurations, results)
    if not compared:
        print("nothing is measured yet: no page is written")
        return
    page = folder / place.page
    page.write_text(text(configurations, compared, options, machine, place), "utf-8")
    print(f"{page} is written")
