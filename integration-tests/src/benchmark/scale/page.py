# SPDX-License-Identifier: Apache-2.0
"""Writes scale.md and scale.svg from what scale.sh has measured."""

import argparse
import math
import pathlib

SCHEDULERS = {
    "capacity dominant": "Capacity Scheduler, dominant calculator",
    "capacity default": "Capacity Scheduler, default calculator",
    "fair dominant": "Fair Scheduler, drf",
}
LINES = [
    ("capacity", "", "capacity dominant", "1", "Capacity, 1 a heartbeat"),
    ("capacity", "dashed", "capacity dominant", "100", "Capacity, up to 100"),
    ("fair", "", "fair dominant", "1", "Fair, 1 a heartbeat"),
    ("fair", "dashed", "fair dominant", "100", "Fair, up to 100"),
]
PLANS = [
    ("dashed", "3", "cold_cpu_seconds", "planner, cold, 3 groups"),
    ("dotted", "30", "warm_cpu_seconds", "planner, warm, 30 groups"),
    ("", "3", "warm_cpu_seconds", "planner, warm, 3 groups"),
]
STYLE = """  <style>
    svg { font: 14px system-ui, sans-serif; }
    text { fill: #1f2328; } .quiet { fill: #59636e; font-size: 12px; } #title { font-size: 18px; font-weight: 600; }
    .ground { fill: #ffffff; } .grid { stroke: #d1d9e0; } .line { fill: none; stroke-width: 2; } .small { font-size: 12px; }
    .dashed { stroke-dasharray: 7 4; } .dotted { stroke-dasharray: 2 4; }
    .capacity { stroke: #2f6db5; } .fair { stroke: #c2702a; } .planner { stroke: #2e7d4f; } .cores { stroke: #2f6db5; } .memory { stroke: #c2702a; }
    circle { stroke: none; } circle.capacity, circle.cores { fill: #2f6db5; } circle.fair, circle.memory { fill: #c2702a; } circle.planner { fill: #2e7d4f; }
    @media (prefers-color-scheme: dark) {
      text { fill: #f0f6fc; } .quiet { fill: #9198a1; } .ground { fill: #0d1117; } .grid { stroke: #3d444d; }
      .capacity { stroke: #5b9be0; } .fair { stroke: #dd9450; } .planner { stroke: #5cb882; } .cores { stroke: #5b9be0; } .memory { stroke: #dd9450; }
      circle { stroke: none; } circle.capacity, circle.cores { fill: #5b9be0; } circle.fair, circle.memory { fill: #dd9450; } circle.planner { fill: #5cb882; }
    }
  </style>"""


class Measured:
    """What was measured: placings by scheduler, executors a heartbeat and nodes; plans by groups and nodes."""

    def __init__(self, lines):
        self.placings, self.plans = {}, {}
        for words in map(str.split, lines):
            values = dict(word.split("=") for word in words if "=" in word)
            if words[0] == "place":
                self.placings[f"{words[1]} {words[2]}", words[3], int(words[4])] = values
            else:
                self.plans[words[1], int(words[2])] = values

    def placing(self, scheduler, executors):
        return {key[2]: values for key, values in self.placings.items() if key[:2] == (scheduler, executors)}

    def plan(self, groups):
        return {nodes: values for (group, nodes), values in self.plans.items() if group == groups}

    def most(self):
        return max(nodes for _, _, nodes in self.placings)


def seconds(value):
    value = float(value)
    return f"{value:.2f}" if value < 100 else f"{value:.0f}"


def milliseconds(value):
    value = float(value) * 1000
    return f"{value:.1f}" if value < 100 else f"{value:.0f}"


def percent(value):
    return f"{float(value) * 100:.1f} %"


def spread(name, rows):
    values = [float(row[name]) for row in rows]
    low, high = percent(min(values)), percent(max(values))
    return low if low == high else f"{low[:-2]} to {high}"


class Panel:
    """An area of the chart with its axes; both take a value and return a coordinate."""

    def __init__(self, left, top, width, height, x, y):
        self.left, self.top, self.right, self.bottom = left, top, left + width, top + height
        self.across, self.up = x, y

    def x(self, value):
        return self.left + self.across(value) * (self.right - self.left)

    def y(self, value):
        return self.bottom - self.up(value) * (self.bottom - self.top)

    def grid(self, columns, rows, title):
        yield f'  <text x="{self.left}" y="{self.top - 12}" font-weight="600">{title}</text>'
        for value in columns:
            at = f"{self.x(value):.1f}"
            yield f'  <line class="grid" x1="{at}" x2="{at}" y1="{self.top}" y2="{self.bottom}"/>'
            yield f'  <text class="quiet" x="{at}" y="{self.bottom + 18}" text-anchor="middle">{value:,}</text>'
        for value, name in rows:
            at = f"{self.y(value):.1f}"
            yield f'  <line class="grid" x1="{self.left}" x2="{self.right}" y1="{at}" y2="{at}"/>'
            yield f'  <text class="quiet" x="{self.left - 8}" y="{float(at) + 4:.1f}" text-anchor="end">{name}</text>'

    def line(self, kind, dash, points):
        path = " ".join(f"{self.x(nodes):.1f},{self.y(value):.1f}" for nodes, value in points)
        yield f'  <polyline class="line {kind} {dash}" points="{path}"/>'
        for nodes, value in points:
            yield f'  <circle class="{kind}" cx="{self.x(nodes):.1f}" cy="{self.y(value):.1f}" r="3"/>'

    def names(self, ends):
        """Each name right of its line's end; those that would touch are pushed down."""
        lowest = -math.inf
        for at, x, name in sorted((self.y(value), self.x(nodes), name) for nodes, value, name in ends):
            lowest = max(at + 4, lowest + 15)
            yield f'  <text class="small" x="{x + 9:.1f}" y="{lowest:.1f}">{name}</text>'


def logarithmic(low, high):
    return lambda value: math.log(value / low) / math.log(high / low)


def times(measured):
    lines = []
    for kind, dash, scheduler, executors, name in LINES:
        found = measured.placing(scheduler, executors)
        lines.append((kind, dash, [(nodes, float(row["cpu_seconds"])) for nodes, row in found.items()], name))
    for dash, groups, column, name in PLANS:
        found = measured.plan(groups)
        lines.append(("planner", dash, [(nodes, float(row[column])) for nodes, row in found.items()], name))
    return lines


def chart(measured, title, subtitle):
    lines = times(measured)
    values = [value for _, _, points, _ in lines for _, value in points]
    low, high = 10 ** math.floor(math.log10(min(values))), 10 ** math.ceil(math.log10(max(values)))
    tens = [10 ** power for power in range(round(math.log10(low)), round(math.log10(high)) + 1)]
    columns = [10, 100, 1000, 10_000, 100_000]
    width, height = 860, 700
    panel = Panel(70, 110, 570, 320, logarithmic(10, 100_000), logarithmic(low, high))
    shares = Panel(70, 500, 570, 130, logarithmic(10, 100_000), lambda value: (value - 80) / 20)
    svg = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" aria-labelledby="title subtitle">',
        STYLE,
        f'  <rect class="ground" width="{width}" height="{height}"/>',
        f'  <text id="title" x="16" y="30">{title}</text>',
        f'  <text id="subtitle" class="quiet" x="16" y="52">{subtitle}</text>',
        *panel.grid(columns, [(ten, f"{ten:g} s") for ten in tens], "Seconds of a processor, both axes logarithmic"),
    ]
    for kind, dash, points, _ in lines:
        svg += panel.line(kind, dash, points)
    svg += panel.names([(*points[-1], name) for _, _, points, name in lines])
    svg += shares.grid(columns, [(value, f"{value} %") for value in (80, 85, 90, 95, 100)], "Placed, of what all nodes offer")
    found = measured.placing("capacity dominant", "1")
    ends = []
    for kind in ("cores", "memory"):
        points = [(nodes, 100 * float(row[f"{kind}_placed"])) for nodes, row in found.items()]
        svg += shares.line(kind, "", points)
        ends.append((*points[-1], f"{kind}, {points[-1][1]:.1f} %"))
    svg += shares.names(ends)
    svg.append(f'  <text class="quiet" x="355" y="{height - 20}" text-anchor="middle">nodes</text>')
    svg.append("</svg>")
    return "\n".join(svg) + "\n"


def placed(measured):
    for (scheduler, executors, nodes), row in measured.placings.items():
        yield (
            f"| {SCHEDULERS[scheduler]} | {executors} | {nodes:,} | {int(row['asked']):,} | {int(row['granted']):,} | {percent(row['cores_placed'])} | "
            f"{percent(row['memory_placed'])} | {row['rounds']} | {int(row['heartbeats']):,} | {seconds(row['seconds'])} | {seconds(row['cpu_seconds'])} |"
        )


def planned(measured):
    for (groups, nodes), row in measured.plans.items():
        yield (
            f"| {groups} | {nodes:,} | {milliseconds(row['cold_seconds'])} | {milliseconds(row['cold_cpu_seconds'])} | {milliseconds(row['warm_seconds'])} | "
            f"{milliseconds(row['warm_cpu_seconds'])} | {int(row['cold_bytes']) / 2**20:.1f} | {int(row['warm_bytes']) / 2**20:.1f} |"
        )


def verdict(measured):
    rows = measured.placings.values()
    wrong = [key for key, row in measured.placings.items() if row["as_planned"] != "true"]
    executors = sum(int(row["granted"]) for row in rows)
    if wrong:
        names = "; ".join(
            f"{SCHEDULERS[scheduler]}, {executors} a heartbeat, {nodes:,} nodes: "
            f"{measured.placings[scheduler, executors, nodes]['granted']} of {measured.placings[scheduler, executors, nodes]['planned']}"
            for scheduler, executors, nodes in wrong
        )
        return f"**Not as planned**: {len(wrong)} of {len(rows)} placings: {names}."
    return (
        f"**All that is planned is placed**: {len(rows)} of {len(rows)} placings, {executors:,} executors in all, each in a container of the size that the plan names. They have "
        f"{spread('cores_placed', rows)} of the cores that the nodes offer, and {spread('memory_placed', rows)} of their memory."
    )


def per_executor(measured, executors):
    """Microseconds of a processor, where classes loaded for the first time do not weigh."""
    found = measured.placing("capacity dominant", executors)
    costs = {nodes: 1e6 * float(row["cpu_seconds"]) / int(row["granted"]) for nodes, row in found.items() if nodes >= 100}
    return ", ".join(f"{cost:,.0f} µs on {nodes:,} nodes" for nodes, cost in costs.items())


def findings(measured):
    most = measured.most()
    one = measured.placing("capacity dominant", "1")[most]
    many = measured.placing("capacity dominant", "100")[most]
    few, wide = measured.plan("3"), measured.plan("30")
    warm = [float(row["warm_cpu_seconds"]) for row in few.values()]
    cold = sorted(float(row["cold_seconds"]) for row in measured.plans.values())
    groups = float(wide[most]["warm_cpu_seconds"]) / float(few[most]["warm_cpu_seconds"])
    least, largest = min(few), max(few)
    grown = float(few[largest]["warm_cpu_seconds"]) / float(few[least]["warm_cpu_seconds"])
    return f"""- {verdict(measured)}
- **What an executor costs the Capacity Scheduler** (of a processor, dominant calculator): {per_executor(measured, "1")}, where each heartbeat brings one at most; {per_executor(measured, "100")}, where it brings up to 100. The smaller clusters come first in their JVM, which is slower then.
- **How soon executors come is a setting of the scheduler, not of Spark**: all are placed after {one['rounds']} heartbeats of each node as YARN comes, and after {many['rounds']} with up to 100 executors a heartbeat. By default a NodeManager sends one a second, so {one['rounds']} of them are about {one['rounds']} s, however many nodes there are.
  Spark's requests name no node, so the Capacity Scheduler counts them as off-switch (`CapacityScheduler.canAllocateMore`), of which it gives one a heartbeat: `yarn.scheduler.capacity.per-node-heartbeat.maximum-offswitch-assignments` is 1.
  The Fair Scheduler gives one container a heartbeat unless `yarn.scheduler.fair.assignmultiple` is on.
- **The planner does not see nodes**, only groups: a plan for {largest:,} nodes takes {grown:.1f} times as long as one for {least:,} (3 groups, warm, {milliseconds(min(warm))} to {milliseconds(max(warm))} ms of a processor for 10 to 100,000 nodes). Thirty groups take {groups:.0f} times as long as three: each is one more machine to cut executors from, and one more to place them on.
  The first plan of a JVM takes {milliseconds(cold[0])} to {milliseconds(cold[-1])} ms, most of it for classes."""


def page(measured, title, subtitle):
    return f"""# {title}

<!-- Written by integration-tests/src/benchmark/scale.sh: run it rather than edit this page. -->

![A chart of the tables below](scale.svg)

{subtitle}.

## What the numbers say

{findings(measured)}

## Placed by the real schedulers

| scheduler | executors a heartbeat, at most | nodes | executors asked | granted | of all cores | of all memory | rounds | heartbeats | seconds | of a processor |
|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|
{chr(10).join(placed(measured))}

60 % of the nodes have 16 cores and 64 GiB, 30 % have 32 and 128, 10 % have 64 and 256; nothing else is declared, so that NodeManagers have what the planner reckons with (a core less, 5 % less memory in whole GiB). The job is one for the JVM in client mode.
The scheduler is asked for what Spark would ask with the plan's settings alone (`SparkAsk`): an application master, which lands on one of the small nodes, and all executors at once.
A round is one heartbeat of each node, in an order drawn anew for each; rounds go on until all is placed, or six have brought nothing. *Seconds* is from the request to the last executor, by the clock; *of a processor* is what the ResourceManager's threads worked
in that time, which other work on the machine changes little. The heartbeats themselves are sent by the benchmark's own thread as fast as they are taken: nobody waits for the next second.

What is left: executors have 3 cores, so that a node of 31 vcores keeps one; and one size serves all groups, here the largest machine's 243 GiB among its 21 executors, in whole GiB.

One executor a heartbeat is both schedulers' default. Up to 100 is `yarn.scheduler.capacity.per-node-heartbeat.maximum-offswitch-assignments` = 100 (with `multiple-assignments-enabled`, which is on by default), or
`yarn.scheduler.fair.assignmultiple` with `yarn.scheduler.fair.max.assign` = 100 and `dynamic.max.assign` off.

## Planned

| groups of machines | nodes | cold, ms | of a processor, ms | warm, ms | of a processor, ms | cold, MiB allocated | warm, MiB allocated |
|--:|--:|--:|--:|--:|--:|--:|--:|
{chr(10).join(planned(measured))}

A whole plan: cluster, layout, settings, warnings; YARN with the dominant calculator. No two groups are alike, and the largest machine has 64 cores, whatever their number. *Cold* is the first plan of a JVM, with all classes that are loaded for it; *warm* the median of 50, after as many that are
not counted. Allocated is what the planning thread allocates in all; most of it is garbage at once.

## What this does not show

No container starts and no executor registers: what Spark's own driver does with tens of thousands of executors is not measured here, nor is a network. The cluster is empty and the job alone. Real executors on a real YARN are counted in [Proof](proof.md).

## Run it

```
mvn -Dquick install
integration-tests/src/benchmark/scale.sh
```

It needs JDK 17 or later, Python 3 and 5 GB of memory. The argument is the largest cluster's nodes, 10000 by default; results for another number are written to `integration-tests/target/scale` instead of here. The program is
[`ScaleBenchmark`](../integration-tests/yarn/src/test/java/io/github/sparkmaven/yarn/ScaleBenchmark.java); `ScaleTest` beside it holds 100 nodes in every build.
"""


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("measured", type=pathlib.Path, help="lines that ScaleBenchmark has printed")
    parser.add_argument("folder", type=pathlib.Path, help="where the page and the chart are written")
    parser.add_argument("--java", required=True)
    parser.add_argument("--hadoop", required=True)
    parser.add_argument("--cores", type=int, required=True)
    setup = parser.parse_args()

    measured = Measured(setup.measured.read_text(encoding="utf-8").splitlines())
    title = f"Plans for up to {measured.most():,} nodes, placed by YARN's own schedulers"
    subtitle = f"Hadoop {setup.hadoop}, JDK {setup.java}, {setup.cores} cores"
    (setup.folder / "scale.svg").write_text(chart(measured, title, subtitle), encoding="utf-8")
    (setup.folder / "scale.md").write_text(page(measured, title, subtitle), encoding="utf-8")


if __name__ == "__main__":
    main()
