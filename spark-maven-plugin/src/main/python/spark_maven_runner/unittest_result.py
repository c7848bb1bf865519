# SPDX-License-Identifier: Apache-2.0
"""Hears from unittest how the tests go."""

import time
import unittest
from collections import Counter

from .results import ERROR, FAILURE, PASSED, SKIPPED, Case
from .thrown import Thrown, message_of, type_name
from .unittest_names import Names


class Result(unittest.TextTestResult):
    """Prints as unittest does, and tells each outcome.

    A test counts once however many outcomes it has, such as failed subtests or an error in
    tearDown. A fixture or a module that fails counts as a test, or it could be overlooked.
    """

    def __init__(self, results, tests, *arguments, **options):
        super().__init__(*arguments, **options)
        self._results = results
        self._waiting = Counter(Names(test).owner for test in tests)
        self._broken = set()
        self._current = None
        self._counted = False
        self._test_began = self._class_began = time.monotonic()

    def startTest(self, test):
        owner = Names(test).owner
        for other in self._results.open_classes():
            # Only now a class is through: its tearDownClass comes after its last test.
            if other != owner and (not self._waiting[other] or other in self._broken):
                self._results.finish(other)
        self._results.start(owner)
        self._current, self._counted = test, False
        self._test_began = time.monotonic()
        super().startTest(test)

    def stopTest(self, test):
        super().stopTest(test)
        if not self._counted:
            self._tell(test, PASSED)
        owner = Names(test).owner
        self._waiting[owner] -= 1
        self._add_time(owner)
        self._current = None

    def addSuccess(self, test):
        super().addSuccess(test)
        self._tell(test, PASSED)

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self._tell(test, FAILURE, _thrown(test, err, self.failures[-1][1]))

    def addError(self, test, err):
        super().addError(test, err)
        self._tell(test, ERROR, _thrown(test, err, self.errors[-1][1]))

    def addSubTest(self, test, subtest, err):
        super().addSubTest(test, subtest, err)
        if err is not None:
            is_failure = issubclass(err[0], test.failureException)
            texts = self.failures if is_failure else self.errors
            verdict = FAILURE if is_failure else ERROR
            self._tell(subtest, verdict, _thrown(test, err, texts[-1][1]))

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self._tell(test, SKIPPED, Thrown.because(reason))

    def addExpectedFailure(self, test, err):
        super().addExpectedFailure(test, err)
        self._tell(test, PASSED)

    def addUnexpectedSuccess(self, test):
        super().addUnexpectedSuccess(test)
        message = "unexpected success: the test is marked with expectedFailure, but has passed"
        self._tell(test, FAILURE, Thrown("AssertionError", message, message))

    def _tell(self, test, verdict, thrown=None):
        names = Names(test)
        seconds = time.monotonic() - self._test_began if self._current is not None else 0.0
        is_test = self._current is None or not self._counted
        self._results.add(names.owner, Case(names.test, verdict, seconds, thrown), is_test)
        self._counted = True
        if names.is_fixture:
            # Whatever was to follow in this class does not run.
            self._broken.add(names.owner)
            self._add_time(names.owner)

    def _add_time(self, owner):
        """Adds what has gone since the last test, so that a class has its fixtures' time too."""
        now = time.monotonic()
        self._results.add_time(owner, now - self._class_began)
        self._class_began = now


def _thrown(test, err, text):
    exception_type, exception, _ = err
    message = message_of(exception)
    lines = message.strip().splitlines()
    # The message of a module that cannot be loaded is a traceback, which ends with its cause.
    summary = lines[-1] if lines and Names(test).is_broken else None
    return Thrown(type_name(exception_type), message, text, summary)
