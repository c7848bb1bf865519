# SPDX-License-Identifier: Apache-2.0
"""Runs tests as ``python -m unittest discover`` does."""

import os
import sys
import unittest

from .folders import top_folder
from .problem import Problem
from .unittest_names import Names
from .unittest_result import Result


def run(request, results, selection):
    """Discovers the tests, runs those that are selected, and tells the results."""
    top = top_folder(request.test_directory, os.getcwd())
    sys.argv = ["python -m unittest", "discover", "-s", request.test_directory, "-p", request.pattern, "-t", top]
    try:
        suite = unittest.defaultTestLoader.discover(request.test_directory, request.pattern, top)
    except ImportError as problem:
        raise Problem(
            "unittest cannot find tests in {}: {}".format(request.test_directory, problem)
        ) from problem
    if not selection.takes_all:
        _select(suite, selection)
    outcome = _runner(results, suite).run(suite)
    if outcome.shouldStop and not results.any_failed():
        raise Problem("a test has stopped the run of unittest before all tests were through")
    results.finish_all()


def _runner(results, suite):
    def result(*arguments, **options):
        return Result(results, tests_of(suite), *arguments, **options)

    return unittest.TextTestRunner(
        stream=sys.stderr,
        verbosity=2,
        resultclass=result,
        # As unittest.main does.
        warnings=None if sys.warnoptions else "default",
    )


def tests_of(suite):
    """Returns the tests of a suite and of all suites in it."""
    if isinstance(suite, unittest.BaseTestSuite):
        return [test for part in suite for test in tests_of(part)]
    return [suite]


def _select(suite, selection):
    """Takes tests out of suites: one that load_tests has made may have a way of its own to run."""
    kept = []
    for part in suite:
        if isinstance(part, unittest.BaseTestSuite):
            _select(part, selection)
            kept.append(part)
        elif _takes(selection, Names(part)):
            kept.append(part)
    suite._tests = kept


def _takes(selection, names):
    # What a module would hold that cannot be loaded is not known.
    return names.is_broken or selection.takes(names.module, names.classes, [names.test])
