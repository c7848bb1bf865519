# SPDX-License-Identifier: Apache-2.0
"""Writes the results of a class in surefire's XML format, which every CI server reads."""

import os
import platform
import re
from xml.sax.saxutils import escape, quoteattr

from .results import PASSED, SKIPPED

# All but the production Char of https://www.w3.org/TR/xml/#charsets
_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NOT_IN_FILE_NAMES = re.compile(r'[\\/:*?"<>|\s]')


class SurefireReport:
    """Writes reports into a folder.

    A report holds two properties only: all that surefire writes would carry passwords from command
    lines into the CI server.
    """

    def __init__(self, directory):
        self._directory = directory

    def write(self, class_run):
        """Writes the report under a temporary name first: a reader never sees half of it."""
        os.makedirs(self._directory, exist_ok=True)
        name = "TEST-" + _NOT_IN_FILE_NAMES.sub("_", class_run.name) + ".xml"
        target = os.path.join(self._directory, name)
        temporary = target + ".tmp"
        with open(temporary, "w", encoding="utf-8", newline="\n") as file:
            file.write(_suite(class_run))
        os.replace(temporary, target)


def _suite(class_run):
    run, failures, errors, skipped = class_run.counts()
    attributes = _attributes(
        name=class_run.name,
        time=_seconds(class_run.millis),
        tests=run,
        errors=errors,
        skipped=skipped,
        failures=failures,
    )
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', "<testsuite" + attributes + ">"]
    lines += _properties()
    lines += [_case(class_run.name, case) for case in class_run.cases]
    return "\n".join(lines + ["</testsuite>"])


def _properties():
    values = (("python.version", platform.python_version()), ("os.name", platform.system()))
    lines = ["    <property" + _attributes(name=name, value=value) + "/>" for name, value in values]
    return ["  <properties>"] + lines + ["  </properties>"]


def _case(class_name, case):
    start = "  <testcase" + _attributes(
        name=case.name, classname=class_name, time=_seconds(case.millis)
    )
    if case.verdict == PASSED:
        return start + "/>"
    return start + ">" + _verdict(case) + "</testcase>"


def _verdict(case):
    thrown = case.thrown
    start = "<" + case.verdict + _attributes(message=thrown.message)
    if case.verdict == SKIPPED:
        return start + "/>"
    text = escape(legal(thrown.text))
    return start + _attributes(type=thrown.type) + ">" + text + "</" + case.verdict + ">"


def _attributes(**values):
    return "".join(
        " " + name + "=" + quoteattr(legal(str(value))) for name, value in values.items()
    )


def _seconds(millis):
    return "%.3f" % (millis / 1000.0)


def legal(text):
    """Replaces each character that XML 1.0 cannot hold, even escaped, by U+FFFD."""
    return _ILLEGAL.sub("\ufffd", text)
