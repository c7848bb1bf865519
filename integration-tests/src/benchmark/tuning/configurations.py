# SPDX-License-Identifier: Apache-2.0
"""The configurations that are compared, and the settings of each for a workload."""

from dataclasses import dataclass

DEFAULTS = "defaults"
PLAN = "plan"


@dataclass(frozen=True)
class Configuration:
    name: str
    by_job: dict
    """Settings by job, where they differ by job."""
    settings: dict
    """Settings of all workloads, where they do not."""
    stands_for: tuple = ()
    """The rivals that come to these settings."""

    def of(self, workload):
        return self.by_job.get(workload.job, self.settings)


def compared(planned, rivals):
    """Spark's defaults, the plan and the rivals that run, each set of settings once."""
    distinct = {}
    for rival in rivals:
        if not rival.lacking:
            distinct.setdefault(tuple(sorted(rival.settings.items())), []).append(rival)
    return [
        Configuration(DEFAULTS, {}, {}),
        Configuration(PLAN, planned, {}),
        *(
            Configuration(same[0].name, {}, same[0].settings, tuple(each.name for each in same))
            for same in distinct.values()
        ),
    ]


def ablated(planned, keys, layout):
    """The plan, and for each of its keys beyond the layout the plan without it."""
    known = sorted({key for settings in planned.values() for key in settings} - set(layout))
    unknown = [key for key in keys if key not in known]
    if unknown:
        raise SystemExit(f"the plan does not set: {', '.join(unknown)}. It sets: {', '.join(known)}")
    return [Configuration(PLAN, planned, {})] + [
        Configuration(
            f"without:{key}",
            {
                job: {name: value for name, value in settings.items() if name != key}
                for job, settings in planned.items()
            },
            {},
        )
        for key in known
        if not keys or key in keys
    ]
