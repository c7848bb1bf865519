# SPDX-License-Identifier: Apache-2.0
"""Runs the runner as the plugin does, against a project made for the test."""

import glob
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree
from textwrap import dedent
from urllib.parse import unquote_plus

LIBRARY = os.path.abspath(
    os.path.join(os.path.dirname(__file__), os.pardir, os.pardir, "main", "python")
)


def needs(package):
    """Skips a class of tests where a package is not installed."""
    reason = package + " is not installed"
    return unittest.skipIf(importlib.util.find_spec(package) is None, reason)


class RunnerTestCase(unittest.TestCase):
    """A test with a project of its own in a temporary folder."""

    framework = "unittest"

    def setUp(self):
        self.base = os.path.realpath(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.base, ignore_errors=True)

    def write(self, name, text):
        """Writes a file of the project and returns its path."""
        path = os.path.join(self.base, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            file.write(dedent(text))
        return path

    def request(self, **values):
        """Writes a request and returns its path."""
        request = {
            "framework": self.framework,
            "testDirectory": os.path.join(self.base, "tests"),
            "reportsDirectory": os.path.join(self.base, "target", "reports"),
            "filter": [],
            "parent": os.getpid(),
            "timeoutMillis": 60000,
            "coverage": None,
            "arguments": [],
        }
        request.update(values)
        return self.write("target/request.json", json.dumps(request))

    def start(self, request, options=(), **environment):
        """Starts the runner."""
        variables = dict(os.environ, PYTHONPATH=LIBRARY, **environment)
        return subprocess.Popen(
            [sys.executable] + list(options) + ["-m", "spark_maven_runner", request],
            cwd=self.base,
            env=variables,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )

    def run_tests(self, options=(), **values):
        """Runs the tests to the end."""
        return Run(self.start(self.request(**values), options), self.base)


class Run:
    """What has come of a run."""

    def __init__(self, process, base):
        out, errors = process.communicate(timeout=120)
        self.code = process.returncode
        self.errors = errors.decode("utf-8", "replace")
        self.lines = out.decode("utf-8").splitlines()
        self.events = [
            [unquote_plus(field) for field in line[1:].split("\t")] for line in self.lines
        ]
        self._reports = os.path.join(base, "target", "reports")

    def named(self, name):
        """Returns the fields of the events of a name."""
        return [event[1:] for event in self.events if event[0] == name]

    @property
    def totals(self):
        """The numbers of tests run, failures, errors and skipped; None without the last event."""
        finished = self.named("finished")
        return tuple(int(field) for field in finished[0]) if finished else None

    @property
    def problem(self):
        """The line that says what kept the tests from being run."""
        lines = [line for line in self.errors.splitlines() if line.startswith("Job test runner: ")]
        return "\n".join(lines)

    def failed(self):
        """Returns class, name and kind of each failure."""
        return [tuple(event[:3]) for event in self.named("test-failed")]

    def report(self, class_name):
        """Returns the report of a class."""
        return ElementTree.parse(
            os.path.join(self._reports, "TEST-{}.xml".format(class_name))
        ).getroot()

    def report_names(self):
        """Returns the names of all files among the reports."""
        return sorted(os.path.basename(path) for path in glob.glob(self._reports + "/*"))
