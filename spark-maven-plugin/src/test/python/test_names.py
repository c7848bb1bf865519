# SPDX-License-Identifier: Apache-2.0
import os
import unittest

from running import RunnerTestCase
from spark_maven_runner.folders import top_folder
from spark_maven_runner.pytest_names import Names


class NamesTest(RunnerTestCase):
    def names(self, directory):
        return Names(self.base, os.path.join(self.base, directory))

    def test_names_modules_from_the_folder_of_the_tests(self):
        names = self.names("src/test/python")

        parts = names.parts("src/test/python/jobs/test_a.py::TestA::TestB::test_x[a::b[1]]")

        self.assertEqual(("jobs.test_a", ["TestA", "TestB"], "test_x[a::b[1]]"), parts)
        self.assertEqual("jobs.test_a", names.owner("src/test/python/jobs/test_a.py::test_x"))

    def test_names_what_cannot_be_collected(self):
        names = self.names("tests")

        self.assertEqual("test_a", names.collected("tests/test_a.py"))
        self.assertEqual("test_a.TestA", names.collected("tests/test_a.py::TestA"))
        self.assertEqual("sub", names.collected("tests/sub/__init__.py"))
        self.assertEqual("tests", names.collected("tests"))

    def test_begins_at_the_outermost_package(self):
        self.write("src/tests/__init__.py", "")
        self.write("src/tests/sub/__init__.py", "")
        sub = os.path.join(self.base, "src", "tests", "sub")

        self.assertEqual(os.path.join(self.base, "src"), top_folder(sub, self.base))
        self.assertEqual(
            "tests.sub.test_a", self.names("src/tests/sub").owner("src/tests/sub/test_a.py::t")
        )

    def test_stays_below_the_base_folder(self):
        self.write("__init__.py", "")
        self.write("tests/__init__.py", "")

        self.assertEqual(self.base, top_folder(os.path.join(self.base, "tests"), self.base))


if __name__ == "__main__":
    unittest.main()
