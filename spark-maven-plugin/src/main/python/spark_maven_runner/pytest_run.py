# SPDX-License-Identifier: Apache-2.0
"""Runs tests as ``python -m pytest <folder>`` does."""

import contextlib
import importlib.util
import os
import sys

from .problem import Problem
from .pytest_problem import problem_of

_PASSED, _FAILED, _INTERRUPTED, _NOTHING_COLLECTED = 0, 1, 2, 5


def run(request, results, selection):
    """Runs the tests that are selected and tells the results."""
    if importlib.util.find_spec("pytest") is None:
        raise Problem(
            "pytest is not installed for {}. Add pytest to the requirements of the tests, or run"
            " them by unittest".format(sys.executable)
        )
    import pytest

    from .pytest_listener import Listener

    listener = Listener(results, selection, request.test_directory)
    arguments = _arguments(request)
    sys.argv = ["python -m pytest"] + arguments
    with _heard_errors() as heard:
        code = int(pytest.main(arguments, plugins=[listener]))
    if code in (_PASSED, _FAILED, _INTERRUPTED, _NOTHING_COLLECTED):
        # Whatever keeps the run from being complete: what is known is reported.
        results.finish_all()
    _check(code, listener, results, heard.text())


def _arguments(request):
    cache = os.path.join(os.path.dirname(request.reports_directory), "pytest-cache")
    arguments = [request.test_directory, "-p", "spark_maven_testing.pytest_plugin"]
    # Not switched off: options of the project, such as --last-failed, need it.
    arguments += ["-o", "cache_dir=" + cache]
    if request.coverage is not None and importlib.util.find_spec("pytest_cov") is not None:
        # Of two that measure, each would miss what the other has.
        arguments.append("--no-cov")
    return arguments + request.arguments


def _check(code, listener, results, errors):
    """Refuses to call a run complete that is not."""
    is_stopped = listener.interruption is not None
    if listener.was_interrupted or (is_stopped and not results.any_failed()):
        raise Problem("pytest was stopped before all tests were through: " + listener.interruption)
    if code not in (_PASSED, _FAILED, _INTERRUPTED, _NOTHING_COLLECTED):
        raise Problem(problem_of(code, errors))
    if results.any_failed():
        return
    if code in (_FAILED, _INTERRUPTED):
        raise Problem(
            "pytest ended with the exit code {}, although no test failed; what is above may say"
            " why, for instance a threshold of coverage".format(code)
        )
    if listener.missing:
        raise Problem("{} of the tests found by pytest have no result".format(listener.missing))


class _Heard:
    """A stream that keeps what goes through it.

    pytest says only on standard error what keeps it from starting.
    """

    _KEPT = 20000

    def __init__(self, stream):
        self._stream = stream
        self._texts = []

    def write(self, text):
        self._texts.append(text)
        return self._stream.write(text)

    def text(self):
        """Returns the end of what was written."""
        return "".join(self._texts)[-self._KEPT :]

    def __getattr__(self, name):
        return getattr(self._stream, name)


@contextlib.contextmanager
def _heard_errors():
    stream = sys.stderr
    sys.stderr = _Heard(stream)
    try:
        yield sys.stderr
    finally:
        sys.stderr = stream
