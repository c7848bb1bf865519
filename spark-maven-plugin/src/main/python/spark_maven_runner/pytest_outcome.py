# SPDX-License-Identifier: Apache-2.0
"""Reads the reports of pytest."""

from .results import ERROR, FAILURE, PASSED, SKIPPED
from .thrown import Thrown, message_of, type_name

# Reports are copied to others, by subtests for one, with the attributes that they have.
_TYPE, _MESSAGE, _IS_ASSERTION = "spark_type", "spark_message", "spark_is_assertion"


def note(report, call):
    """Notes at a report what was thrown, as long as the exception is there."""
    exception = getattr(getattr(call, "excinfo", None), "value", None)
    if exception is not None:
        setattr(report, _TYPE, type_name(type(exception)))
        setattr(report, _MESSAGE, message_of(exception))
        setattr(report, _IS_ASSERTION, _is_assertion(exception))


def _is_assertion(exception):
    import pytest

    return isinstance(exception, (AssertionError, pytest.fail.Exception))


def verdict(report):
    """Returns the verdict that a report of a phase stands for, or None if it stands for none."""
    if is_subtest(report) and not report.failed:
        return None
    if report.failed:
        return FAILURE if report.when == "call" and _fails(report) else ERROR
    if report.skipped:
        return SKIPPED
    # Plugins that repeat tests have outcomes of their own for what does not count.
    return PASSED if report.passed and report.when == "call" else None


def _fails(report):
    # Nothing is thrown where a strict xfail passes, or where only subtests have failed.
    return getattr(report, _IS_ASSERTION, True)


def is_subtest(report):
    """Says whether a report is of a part of a test."""
    return type(report).__name__.lower() == "subtestreport"


def part(report):
    """Returns what sets the name of a result apart from that of its test."""
    if is_subtest(report):
        return " " + _description(report.context)
    return " (teardown)" if report.when == "teardown" else ""


def _description(context):
    message = [] if context.msg is None else ["[{}]".format(context.msg)]
    values = ", ".join("{}={}".format(*item) for item in (context.kwargs or {}).items())
    return " ".join(message + (["({})".format(values)] if values else [])) or "(<subtest>)"


def thrown(report, of_verdict):
    """Returns what was thrown, or why a test was skipped."""
    if of_verdict == PASSED:
        return None
    if of_verdict == SKIPPED:
        return Thrown.because(_reason(report))
    text = _text(report)
    if hasattr(report, _TYPE) and report.when != "collect":
        return Thrown(getattr(report, _TYPE), getattr(report, _MESSAGE), text)
    causes = [line[1:].strip() for line in text.splitlines() if line.startswith("E  ")]
    return Thrown(getattr(report, _TYPE, ""), text, text, causes[-1] if causes else None)


def _text(report):
    text = getattr(report, "longreprtext", None)
    return str(report.longrepr) if text is None else text


def _reason(report):
    if hasattr(report, "wasxfail"):
        return "expected failure: " + (report.wasxfail or "no reason given")
    location = report.longrepr
    reason = location[2] if isinstance(location, tuple) and len(location) == 3 else str(location)
    return reason[len("Skipped: ") :] if reason.startswith("Skipped: ") else reason
