# SPDX-License-Identifier: Apache-2.0
"""What is to be measured, in which order, and how far it has come."""

import time
from random import Random


def due(configurations, workloads, rounds, results):
    """What is to be measured: in each round, for each workload, all configurations one after the
    other, in another order each time, so that whatever slows the machine slows all alike and none
    always finds what the same one has left. Where some of them are missing, or were measured at
    another time, all are."""
    for round_number in range(1, rounds + 1):
        for workload in workloads:
            relevant = distinct(configurations, workload)
            if is_whole(relevant, workload, round_number, results):
                continue
            # The same order whenever it goes on.
            Random(f"{workload.name} {round_number}").shuffle(relevant)
            for configuration in relevant:
                yield configuration, workload, round_number


def is_whole(configurations, workload, round_number, results):
    lines = [
        results.of(each.name, each.of(workload), workload.name).get(round_number)
        for each in configurations
    ]
    return all(lines) and len({line["run"] for line in lines}) == 1


def distinct(configurations, workload):
    """Without those that are another one's equal for this workload."""
    found, seen = [], []
    for configuration in configurations:
        settings = configuration.of(workload)
        if settings not in seen:
            found.append(configuration)
            seen.append(settings)
    return found


def measure(configurations, workloads, rounds, results, submission):
    ahead = list(due(configurations, workloads, rounds, results))
    begin = time.monotonic()
    for number, (configuration, workload, round_number) in enumerate(ahead, 1):
        settings = configuration.of(workload)
        measurement = submission.measure(configuration.name, settings, workload, round_number)
        # Logs name paths, and the results are kept beside the page.
        failure = measurement.pop("failure", [])
        results.append(configuration.name, settings, workload.name, round_number, measurement)
        seconds = measurement.get("session")
        left = (time.monotonic() - begin) / number * (len(ahead) - number)
        print(
            f"{number}/{len(ahead)} round {round_number} {workload.name} {configuration.name}:",
            f"{seconds:.1f} s," if seconds else "FAILED,",
            f"spilled {measurement.get('diskSpilled', 0) / 2**20:.0f} MiB,",
            f"about {left / 60:.0f} min left",
            flush=True,
        )
        for line in failure:
            print(f"  {line}", flush=True)
