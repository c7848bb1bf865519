# SPDX-License-Identifier: Apache-2.0
"""A plugin of pytest: hears how the tests go, and leaves out those that are not selected."""

import sys
from collections import Counter

import pytest

from . import pytest_outcome
from .pytest_names import Names
from .results import ERROR, SKIPPED, Case


class Listener:
    """Tells each outcome, counted as in the last line that pytest prints.

    So an error in a fixture's teardown counts beside the test that has passed.
    """

    def __init__(self, results, selection, test_directory):
        self.interruption = None
        self.was_interrupted = False
        self._results = results
        self._selection = selection
        self._test_directory = test_directory
        self._names = None
        self._waiting = Counter()
        self._only_collects = False
        self._setup_seconds = {}

    @property
    def missing(self):
        """How many of the tests that were found did not run."""
        return 0 if self._only_collects else sum(self._waiting.values())

    @pytest.hookimpl(tryfirst=True)
    def pytest_configure(self, config):
        root = getattr(config, "rootpath", None) or config.rootdir
        self._names = Names(str(root), self._test_directory)
        self._only_collects = bool(config.option.collectonly)
        if getattr(config.option, "dist", "no") != "no":
            # Each process of pytest-xdist would start a Spark of its own, and they would share
            # folders and ports.
            config.option.dist, config.option.tx, config.option.numprocesses = "no", [], None
            print(
                "Job test runner: pytest-xdist is off, all tests share one Spark", file=sys.stderr
            )

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, config, items):
        if not self._selection.takes_all:
            left_out = [item for item in items if not self._takes(item)]
            items[:] = [item for item in items if self._takes(item)]
            config.hook.pytest_deselected(items=left_out)

    def _takes(self, item):
        module, classes, name = self._names.parts(str(item.nodeid))
        return self._selection.takes(
            module, classes, [name, getattr(item, "originalname", name) or name]
        )

    def pytest_collection_finish(self, session):
        self._waiting = Counter(self._names.owner(str(item.nodeid)) for item in session.items)

    @pytest.hookimpl(hookwrapper=True)
    def pytest_make_collect_report(self, collector):
        outcome = yield
        report = outcome.get_result()
        pytest_outcome.note(report, getattr(report, "call", None))

    def pytest_collectreport(self, report):
        if not report.passed:
            verdict = SKIPPED if report.skipped else ERROR
            case = Case("collection", verdict, 0.0, pytest_outcome.thrown(report, verdict))
            self._results.add(self._names.collected(str(report.nodeid)), case)

    @pytest.hookimpl(hookwrapper=True)
    def pytest_runtest_makereport(self, item, call):
        outcome = yield
        pytest_outcome.note(outcome.get_result(), call)

    def pytest_runtest_logstart(self, nodeid):
        self._results.start(self._names.owner(str(nodeid)))

    # Last, because pytest itself makes a failure of a test whose subtests have failed.
    @pytest.hookimpl(trylast=True)
    def pytest_runtest_logreport(self, report):
        node_id = str(report.nodeid)
        owner = self._names.owner(node_id)
        verdict = pytest_outcome.verdict(report)
        is_subtest = pytest_outcome.is_subtest(report)
        if not is_subtest:
            self._results.add_time(owner, report.duration)
        if verdict is not None:
            seconds = report.duration + self._setup(node_id, report)
            name = self._names.parts(node_id)[2] + pytest_outcome.part(report)
            thrown = pytest_outcome.thrown(report, verdict)
            self._results.add(owner, Case(name, verdict, seconds, thrown))

    def _setup(self, node_id, report):
        """Returns how long the setup of a test took whose call is told."""
        if report.when == "setup":
            self._setup_seconds[node_id] = report.duration
        if report.when != "call" or pytest_outcome.is_subtest(report):
            return 0.0
        return self._setup_seconds.pop(node_id, 0.0)

    def pytest_runtest_logfinish(self, nodeid):
        owner = self._names.owner(str(nodeid))
        self._waiting[owner] -= 1
        if self._waiting[owner] <= 0:
            self._results.finish(owner)

    def pytest_keyboard_interrupt(self, excinfo):
        # pytest interrupts itself after errors in collection, and after failures if it is told to.
        self.was_interrupted = not issubclass(excinfo.type, pytest.Session.Interrupted)
        self.interruption = "{}: {}".format(excinfo.typename, excinfo.value)
