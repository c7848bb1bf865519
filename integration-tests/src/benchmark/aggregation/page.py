# SPDX-License-Identifier: Apache-2.0
"""Writes aggregation.md and aggregation.svg from the times that aggregation.sh has measured."""

import argparse
import math
import pathlib
from statistics import median

NAMES = {
    "Python:rdd": "RDD, Python",
    "Java:rdd": "RDD, Java",
    "Python:dataframe": "DataFrame, Python",
    "Java:dataframe": "DataFrame, Java",
    "Python:sql": "SQL, Python",
}
PLANNED = ["Python:dataframe", "Java:dataframe", "Python:sql"]


class Times:
    """The times of all variants: of a process's first aggregations, or of its later ones."""

    def __init__(self, lines, column):
        self.rounds = {variant: [] for variant in NAMES}
        for line in lines:
            words = line.split()
            self.rounds[words[0]].append(float(words[column]))
        self.medians = {variant: median(values) for variant, values in self.rounds.items()}
        self.fastest = min(self.medians.values())

    def cells(self, variant):
        values = ", ".join(f"{value:.2f}" for value in self.rounds[variant])
        middle = self.medians[variant]
        return f"{middle:.2f} | {middle / self.fastest:.1f} | {values}"

    def ratio(self, variant, other):
        return f"{self.medians[variant] / self.medians[other]:.1f}"

    def spread(self, variants):
        values = [self.medians[variant] for variant in variants]
        return f"{max(values) / min(values):.1f}"


def tick(most):
    """The greatest round number of which at least four fit."""
    power = 10 ** math.floor(math.log10(most / 4))
    return max(power * factor for factor in (1, 2, 5) if power * factor <= most / 4)


def chart(first, again, title, subtitle):
    width, left, right, top, row = 760, 170, 60, 112, 42
    bottom = top + row * len(NAMES)
    height = bottom + 56
    most = max(max(values) for times in (first, again) for values in times.rounds.values())
    step = tick(most)
    end = step * math.ceil(most / step)

    def x(seconds):
        return left + (width - left - right) * seconds / end

    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" aria-labelledby="title subtitle">',
        "  <style>",
        "    svg { font: 14px system-ui, sans-serif; }",
        "    text { fill: #1f2328; } .quiet { fill: #59636e; font-size: 12px; } #title { font-size: 18px; font-weight: 600; }",
        "    .ground { fill: #ffffff; } .grid { stroke: #d1d9e0; } .mark { stroke: #1f2328; stroke-width: 1.5; }",
        "    .rdd { fill: #c2702a; } .planned { fill: #2f6db5; } .first { fill-opacity: 0.3; }",
        "    @media (prefers-color-scheme: dark) {",
        "      text { fill: #f0f6fc; } .quiet { fill: #9198a1; }",
        "      .ground { fill: #0d1117; } .grid { stroke: #3d444d; } .mark { stroke: #f0f6fc; }",
        "      .rdd { fill: #dd9450; } .planned { fill: #5b9be0; }",
        "    }",
        "  </style>",
        f'  <rect class="ground" width="{width}" height="{height}"/>',
        f'  <text id="title" x="16" y="30">{title}</text>',
        f'  <text id="subtitle" class="quiet" x="16" y="52">{subtitle}</text>',
        '  <text class="quiet" x="16" y="72">'
        "full colour: once its process is warm; pale: the first in its process; marks: the rounds</text>",
    ]
    for number in range(round(end / step) + 1):
        at = f"{x(number * step):.1f}"
        lines.append(f'  <line class="grid" x1="{at}" x2="{at}" y1="{top - 12}" y2="{bottom}"/>')
        lines.append(
            f'  <text class="quiet" x="{at}" y="{bottom + 18}" text-anchor="middle">{number * step:g}</text>'
        )
    for number, (variant, name) in enumerate(NAMES.items()):
        y = top + row * number
        kind = "planned" if variant in PLANNED else "rdd"
        lines.append(f'  <text x="{left - 10}" y="{y + 19}" text-anchor="end">{name}</text>')
        for shade, times, begin in (("again", again, y), ("first", first, y + 16)):
            length = x(times.medians[variant]) - left
            lines.append(
                f'  <rect class="{kind} {shade}" x="{left}" y="{begin}" width="{length:.1f}" height="14"/>'
            )
            for value in times.rounds[variant]:
                at = f"{x(value):.1f}"
                lines.append(f'  <line class="mark" x1="{at}" x2="{at}" y1="{begin + 3}" y2="{begin + 11}"/>')
            after = f"{x(max(times.rounds[variant])) + 6:.1f}"
            lines.append(
                f'  <text x="{after}" y="{begin + 12}" font-size="12">{times.medians[variant]:.2f}</text>'
            )
    lines.append(
        f'  <text class="quiet" x="{(left + width - right) / 2:.1f}" y="{bottom + 40}" text-anchor="middle">'
        "seconds, lower is better</text>"
    )
    lines.append("</svg>")
    return "\n".join(lines) + "\n"


def page(first, again, title, subtitle, setup):
    rows = "\n".join(
        f"| {name} | {again.cells(variant)} | {first.cells(variant)} |" for variant, name in NAMES.items()
    )
    rounds = len(first.rounds["Java:rdd"])
    return f"""# {title}

<!-- Written by integration-tests/src/benchmark/aggregation.sh: run it rather than edit this page. -->

![A bar chart of the table below](aggregation.svg)

{subtitle}. Seconds; a ratio is to the fastest of its column.

| | again, median | ratio | again, all rounds | first, median | ratio | first, all rounds |
|---|--:|--:|---|--:|--:|---|
{rows}

*First* is the first aggregation of its process, with the loading and compiling that a process pays once; *again* is the median of the three that follow in the same process.

## What the numbers say

- **RDDs in Python** take {again.ratio("Python:rdd", "Java:rdd")} times as long as RDDs in Java (first: {first.ratio("Python:rdd", "Java:rdd")}), and {again.ratio("Python:rdd", "Python:dataframe")} times as long as DataFrames in Python (first: {first.ratio("Python:rdd", "Python:dataframe")}).
  Every pair goes from the JVM to a Python process, where Python functions are called for it.
- **DataFrames in Python** take {again.ratio("Python:dataframe", "Java:dataframe")} times as long as in Java (first: {first.ratio("Python:dataframe", "Java:dataframe")}); among both and SQL, the slowest takes {again.spread(PLANNED)} times as long as the fastest (first: {first.spread(PLANNED)}).
  The calls only describe a query; the same plan runs in the JVM, whichever language described it.
- **RDDs in Java** take {again.ratio("Java:rdd", "Java:dataframe")} times as long as DataFrames in Java (first: {first.ratio("Java:rdd", "Java:dataframe")}). An RDD's functions are called on objects; a query is compiled to code over columns.

## What is measured

The average by key over {setup.pairs:,} pairs of ints: 1,000 keys, values from 0 to 96, in {setup.partitions} partitions and as many after the shuffle. Each measurement is a `spark-submit` of its own on `local[{setup.cores}]`, and all variants run in each round. The program makes the pairs,
caches them in the variant's own structure (tuples in a Java RDD, pickled tuples in a Python RDD, columns in a DataFrame) and counts them. Only then the clock starts, and it stops when the averages are in the program.
They are compared with the exact ones: a wrong average fails the script, and so does a cache without all pairs in memory.

## Run it

```
integration-tests/src/benchmark/aggregation.sh {rounds}
```

The argument is the number of rounds. It needs JDK 17 or later and Python 3, and installs `pyspark=={setup.spark}` from PyPI below `integration-tests/target`. Two more arguments are the number of pairs and the version of pyspark: `aggregation.sh 3 1000000 4.0.1`.
Results for other than 10 million pairs are written to `integration-tests/target/aggregation` instead of here. The programs are
[`aggregation.py`](../integration-tests/src/benchmark/aggregation/aggregation.py) and [`Aggregation.java`](../integration-tests/src/benchmark/aggregation/Aggregation.java).
"""


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("times", type=pathlib.Path, help="lines of variant, first and again")
    parser.add_argument("folder", type=pathlib.Path, help="where the page and the chart are written")
    parser.add_argument("--pairs", type=int, required=True)
    parser.add_argument("--partitions", type=int, required=True)
    parser.add_argument("--spark", required=True)
    parser.add_argument("--java", required=True)
    parser.add_argument("--python", required=True)
    parser.add_argument("--cores", type=int, required=True)
    setup = parser.parse_args()

    lines = setup.times.read_text(encoding="utf-8").splitlines()
    first, again = Times(lines, 1), Times(lines, 2)
    rounds = len(first.rounds["Java:rdd"])
    title = f"Average by key over {setup.pairs / 1e6:g} million pairs of ints"
    subtitle = (
        f"Spark {setup.spark}, JDK {setup.java}, Python {setup.python}, {setup.cores} cores, "
        + ("one round" if rounds == 1 else f"medians of {rounds} rounds")
    )
    svg = chart(first, again, title, f"{setup.pairs:,} pairs; {subtitle}")
    (setup.folder / "aggregation.svg").write_text(svg, encoding="utf-8")
    text = page(first, again, title, subtitle, setup)
    (setup.folder / "aggregation.md").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
