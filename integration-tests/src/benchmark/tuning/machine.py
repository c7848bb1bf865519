# SPDX-License-Identifier: Apache-2.0
"""What this machine has, as it is declared to the planner, the worker and the rivals' formulas."""

import os
from dataclasses import dataclass


@dataclass(frozen=True)
class Machine:
    cores: int
    memory: int
    """MiB."""

    @property
    def worker_memory(self):
        """What Spark's own worker offers of it: all but a GiB, in MiB."""
        return self.memory - 1024

    @property
    def gigabytes(self):
        return self.memory // 1024


def this_machine():
    pages = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    return Machine(len(os.sched_getaffinity(0)), pages // 2**20)
