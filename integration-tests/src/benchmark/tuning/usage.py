# SPDX-License-Identifier: Apache-2.0
"""What a measurement's processes were seen to use: memory, and processor time of the JVMs' compilers."""

import os
import pathlib
import threading

PAUSE_SECONDS = 0.25
# Compilers are looked at less often: that reads a file for every thread.
LOOKS_A_THREAD_LOOK = 4
PAGE = os.sysconf("SC_PAGE_SIZE")
TICKS = os.sysconf("SC_CLK_TCK")
# HotSpot's compiler threads, as the kernel cuts their names.
COMPILERS = ("C1 CompilerThre", "C2 CompilerThre")


def parents():
    """The parent of every process that runs, without those that have ended and wait to be reaped:
    spark-class becomes a JVM, which does not know the shell's children."""
    found = {}
    for folder in pathlib.Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                stat = (folder / "stat").read_text()
            except OSError:
                continue
            state, parent = stat.rpartition(")")[2].split()[:2]
            if state != "Z":
                found[int(folder.name)] = int(parent)
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


def compilers(process):
    """The seconds of processor time of the compiler threads of a process, by thread."""
    found = {}
    try:
        for thread in pathlib.Path(f"/proc/{process}/task").iterdir():
            name, _, rest = (thread / "stat").read_text().partition("(")[2].rpartition(")")
            if name in COMPILERS:
                user, system = rest.split()[11:13]
                found[thread.name] = (int(user) + int(system)) / TICKS
    except OSError:
        pass
    return found


class Sampler:
    """A context that looks at what is below the worker, and at spark-submit and what is below it."""

    def __init__(self, worker, submit):
        self.worker = worker
        self.submit = submit
        self.peak = 0
        self.compiler_seconds_of = {}
        self.ended = threading.Event()
        self.thread = threading.Thread(target=self._look, daemon=True)

    def __enter__(self):
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.ended.set()
        self.thread.join()

    @property
    def compiler_milliseconds(self):
        return round(1000 * sum(self.compiler_seconds_of.values()))

    def _look(self):
        looks = 0
        while not self.ended.wait(PAUSE_SECONDS):
            processes = descendants([self.worker, self.submit], parents()) + [self.submit]
            self.peak = max(self.peak, sum(map(resident, processes)))
            looks += 1
            if looks % LOOKS_A_THREAD_LOOK == 0:
                for process in processes:
                    self.compiler_seconds_of.update(compilers(process))
