# SPDX-License-Identifier: Apache-2.0
"""The most memory that a measurement's processes were seen to hold together."""

import os
import pathlib
import threading

PAUSE_SECONDS = 0.25
PAGE = os.sysconf("SC_PAGE_SIZE")


def parents():
    """The parent of every process that runs."""
    found = {}
    for folder in pathlib.Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                stat = (folder / "stat").read_text()
            except OSError:
                continue
            found[int(folder.name)] = int(stat.rpartition(")")[2].split()[1])
    return found


def descendants(roots, parent_of):
    """The processes below these, and not these themselves."""
    children = {}
    for process, parent in parent_of.items():
        children.setdefault(parent, []).append(process)
    found, ahead = [], list(roots)
    while ahead:
        below = children.get(ahead.pop(), [])
        found += below
        ahead += below
    return found


def resident(process):
    """Bytes, and 0 of a process that has ended."""
    try:
        return int(pathlib.Path(f"/proc/{process}/statm").read_text().split()[1]) * PAGE
    except OSError:
        return 0


class Sampler:
    """A context that looks at what is below the worker, and at spark-submit and what is below it."""

    def __init__(self, worker, submit):
        self.worker = worker
        self.submit = submit
        self.peak = 0
        self.ended = threading.Event()
        self.thread = threading.Thread(target=self._look, daemon=True)

    def __enter__(self):
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.ended.set()
        self.thread.join()

    def _look(self):
        while not self.ended.wait(PAUSE_SECONDS):
            processes = descendants([self.worker, self.submit], parents()) + [self.submit]
            self.peak = max(self.peak, sum(map(resident, processes)))
