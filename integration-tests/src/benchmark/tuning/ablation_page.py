# SPDX-License-Identifier: Apache-2.0
"""Writes ablation.md: what each of the plan's settings beyond the layout does."""

from dataclasses import dataclass

from configurations import PLAN
from plans import topics
from ratios import of_logarithms, overall, paired
from results import seconds
from workloads import WORKLOADS

PREFIX = "without:"
# An interval that spans more says too little to call two configurations alike.
WIDE = 1.2
# Two rounds that happen to agree have a narrow interval, and say nothing.
FEWEST = 3


@dataclass(frozen=True)
class Effect:
    """What a plan without a key does to a workload."""

    pairs: dict
    """Logarithms by round, of the seconds without the key to those of the whole plan."""
    failures: int


def effects(configuration, plan, results):
    """By the workloads whose plan has the key."""
    found = {}
    for workload in WORKLOADS:
        settings, whole = configuration.of(workload), plan.of(workload)
        if settings != whole:
            without = results.of(configuration.name, settings, workload.name)
            pairs = paired(seconds(without), seconds(results.of(PLAN, whole, workload.name)))
            if pairs:
                failed = results.failures(configuration.name, settings, workload.name)
                found[workload.name] = Effect(pairs, failed)
    return found


def verdict(effect):
    if effect.pairs < FEWEST:
        return "too few rounds"
    if effect.lower > 1:
        return "faster with it"
    if effect.upper < 1:
        return "slower with it"
    return "undecided" if effect.upper / effect.lower > WIDE else "no difference seen"


def rows(configurations, plan, results, topic_of):
    for configuration in configurations:
        found = effects(configuration, plan, results) if configuration.name != PLAN else {}
        key = configuration.name.removeprefix(PREFIX)
        ratios = {
            name: (of_logarithms(list(effect.pairs.values())), effect.failures)
            for name, effect in found.items()
        }
        if len(found) > 1:
            together = overall([effect.pairs for effect in found.values()])
            failures = sum(effect.failures for effect in found.values())
            ratios = {f"**all {len(found)}**": (together, failures), **ratios}
        for name, (effect, failures) in ratios.items():
            note = f", {failures} failed without it" if failures else ""
            yield (
                f"| `{key}` | {topic_of.get(key, '–')} | {name}"
                f" | {effect} | {effect.pairs} | {verdict(effect)}{note} |"
            )


def text(configurations, results, options, machine, topic_of):
    plan = next(each for each in configurations if each.name == PLAN)
    lines = [
        "# The plan's settings one by one",
        "",
        "<!-- Written by integration-tests/src/benchmark/tuning.sh ablation: run it rather than edit this page. -->",
        "",
        f"Spark {options.spark}, JDK {options.java}, a standalone cluster of one machine with"
        f" {machine.cores} cores and {machine.memory} MiB. Each ratio is the seconds of a plan without"
        " the key to those of the whole plan, paired by round, geometric mean with a 95 % interval:"
        " above 1, the key makes the workload faster. The executors' number, cores and memory stay.",
        "",
        "| key | topic | workload | without / with | rounds | |",
        "|---|---|---|---|--:|---|",
        *rows(configurations, plan, results, topic_of),
        "",
        "Only workloads are shown whose plan has the key. Of twenty keys that do nothing, one looks as"
        " if it did, by intervals of 95 %. How it is measured: [Tuning](tuning.md#what-is-measured).",
        "",
        "```",
        "integration-tests/src/benchmark/tuning.sh ablation --rounds 5",
        "```",
        "",
        "It goes on where it was stopped; `--keys` and `--workloads` measure a part.",
    ]
    return "\n".join(lines) + "\n"


def write(folder, work, configurations, results, options, machine):
    path = folder / "ablation.md"
    path.write_text(
        text(configurations, results, options, machine, topics(work / "plan")), encoding="utf-8"
    )
    print(f"{path} is written")
