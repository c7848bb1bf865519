# SPDX-License-Identifier: Apache-2.0
"""What the pages say of how it was measured, and how it is measured again."""

from workloads import WORKLOADS

WORKLOADS_TABLE = "\n".join(
    f"| {each.name} | {each.kind} | {each.language} | {each.what} |" for each in WORKLOADS
)


def method(place):
    return f"""## What is measured

Every measurement is a `spark-submit` of its own in client mode, {place.method} Besides the settings of its configuration it is given the master and the event log, alike in all.
In each round all configurations run one after the other for each workload, in another order each time, so that a busy machine slows all alike and none always finds what the same one has left. A ratio is formed of what was measured together, in one round and one go; its interval is Student's t on the logarithms.
The overall ratio is formed of each round's mean over all workloads, and its interval says how it varies between rounds, not between workloads. The best rival of a workload is the one with the least geometric mean, chosen after measuring, which favours it.
Every workload compares its answer with one that was computed without Spark: a wrong answer is a failure. Memory is the largest sum of the resident sets of executors, driver and Python processes, seen four times a second; compilers are the processor time of all JVMs' compiler threads; what was spilled is the largest of all rounds, on disk.

| workload | kind | language | what it does |
|---|---|---|---|
{WORKLOADS_TABLE}

The tables are made with fixed numbers, TPC-H's by `io.trino.tpch:tpch`: [`Sizes.java`](../integration-tests/src/benchmark/tuning/java/Sizes.java) says how large they are.
The plan is `mvn spark:configure` of a project that declares the machine, the kind and the language of the workload, and nothing else.

## Run it

```
mvn -Dquick install
integration-tests/src/benchmark/tuning.sh{place.option} --rounds 5
```

It goes on where it was stopped, and measures a workload's round anew that was not measured in one go. `--workloads`, `--configurations` and `--rounds` measure a part, `--scale 0.02` tries everything out on small tables and writes its page to `integration-tests/target/tuning`.
`tuning.sh try --set KEY=VALUE` tries a setting beside the plan, `warm` one of SQL in one session, `driver` one of the driver's JVM in its own work. `tuning.sh ablation` leaves out the plan's settings one by one, and writes `docs/ablation.md`. All measurements are in [tuning.jsonl](tuning.jsonl), a JSON object a line, with memory, collections and shuffled bytes; `digest` tells the settings apart that a configuration has had."""
