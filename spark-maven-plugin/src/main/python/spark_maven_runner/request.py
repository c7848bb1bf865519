# SPDX-License-Identifier: Apache-2.0
"""What the plugin asks for."""

import json
import os

from .problem import Problem


class Request:
    """The request file, as values."""

    def __init__(self, values):
        self.framework = values["framework"]
        self.test_directory = values["testDirectory"]
        self.reports_directory = values["reportsDirectory"]
        self.filter = values.get("filter") or []
        self.pattern = values.get("pattern") or "test*.py"
        self.parent = values.get("parent") or 0
        self.timeout_millis = values.get("timeoutMillis") or 0
        self.coverage = values.get("coverage")
        self.arguments = values.get("arguments") or []

    @staticmethod
    def read(arguments):
        """Reads the file that the only argument names."""
        if len(arguments) != 1:
            raise Problem(
                "expects one argument, the path of the request file, but got {}".format(
                    len(arguments)
                )
            )
        try:
            with open(arguments[0], encoding="utf-8") as file:
                return Request(json.load(file))
        except (OSError, ValueError, KeyError) as problem:
            raise Problem(
                "cannot read the request {}: {!r}".format(arguments[0], problem)
            ) from problem

    def check(self):
        """Refuses a folder of tests that is not there."""
        if not os.path.isdir(self.test_directory):
            raise Problem("the folder of the tests {} does not exist".format(self.test_directory))
