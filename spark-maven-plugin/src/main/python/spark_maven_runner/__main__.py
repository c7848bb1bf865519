# SPDX-License-Identifier: Apache-2.0
"""Runs the tests of a request file: ``python -m spark_maven_runner request.json``.

The exit code is 0 when the run came to its end, whatever its results: the plugin judges by the
events. It is 2, with a line on standard error and without the event ``finished``, when something
kept the tests from being run; 3 when Maven is gone, and 4 when the time is up.
"""

import atexit
import os
import sys
import traceback

from .events import EventChannel
from .measured import coverage_of
from .problem import Problem
from .report import SurefireReport
from .request import Request
from .results import Results
from .selection import Selection
from .streams import take_standard_output, write_all
from .watch import watch_parent, watch_time

OWN_PROBLEM = 2


def main():
    """Runs the tests and ends the process."""
    events, errors = take_standard_output()
    end_process(run(sys.argv[1:], EventChannel(events), errors))


def run(arguments, channel, errors):
    """Runs the tests and returns the exit code."""

    def tell(sentence):
        sys.stderr.flush()
        write_all(errors, "Job test runner: {}\n".format(sentence).encode("utf-8", "replace"))

    try:
        request = Request.read(arguments)
        watch_parent(request.parent)
        watch_time(request.timeout_millis, errors, channel)
        request.check()
        results = Results(channel, SurefireReport(request.reports_directory))
        _run_tests(request, results, tell)
        results.publish_totals()
        return 0
    except Problem as problem:
        tell(problem)
    except BaseException as problem:  # pylint: disable=broad-except
        tell("ended by {!r}".format(problem))
        write_all(errors, traceback.format_exc().encode("utf-8", "replace"))
    return OWN_PROBLEM


def _run_tests(request, results, tell):
    if sys.pycache_prefix is None:
        # Compiled modules would stand between the sources of the project.
        sys.dont_write_bytecode = True
    framework = _framework(request.framework)
    with coverage_of(request.coverage, tell):
        framework.run(request, results, Selection(request.filter))


def _framework(name):
    # Only one of them is imported: pytest is there only where it is used.
    if name == "unittest":
        from . import unittest_run

        return unittest_run
    if name == "pytest":
        from . import pytest_run

        return pytest_run
    raise Problem("the framework is '{}', but can be pytest or unittest".format(name))


def end_process(code):
    """Ends the process although threads that the tests have left behind still run."""
    atexit._run_exitfuncs()
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError, AttributeError):
            # A test has closed or replaced it.
            pass
    os._exit(code)


if __name__ == "__main__":
    main()
