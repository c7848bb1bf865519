# SPDX-License-Identifier: Apache-2.0
import os
import re
import subprocess
import sys
import unittest

from running import RunnerTestCase

_SUITE = """
    import unittest

    class A(unittest.TestCase):
        def test_passes(self):
            pass
        def test_fails(self):
            self.assertEqual(1, 2, "why")
        def test_errs(self):
            {}["key"]
        def test_fails_and_cannot_end(self):
            self.fail("first")
        def tearDown(self):
            if "cannot_end" in self.id():
                raise RuntimeError("second")
        def test_parts(self):
            for i in range(4):
                with self.subTest("part", i=i):
                    if i == 3:
                        raise OSError("third")
                    self.assertEqual(0, i % 2)
        @unittest.expectedFailure
        def test_expected_failure(self):
            self.fail()
        @unittest.expectedFailure
        def test_unexpected_success(self):
            pass
        def test_skips(self):
            self.skipTest("reason")
"""


class UnittestRunTest(RunnerTestCase):
    def native(self):
        """Returns the number of tests and the other counts of unittest itself."""
        environment = dict(os.environ, PYTHONDONTWRITEBYTECODE="1")
        command = [sys.executable, "-m", "unittest", "discover", "-s", "tests"]
        errors = subprocess.run(
            command, cwd=self.base, env=environment, stderr=subprocess.PIPE
        ).stderr.decode()
        counts = {name: int(number) for name, number in re.findall(r"(\w[\w ]*)=(\d+)", errors)}
        return int(re.search(r"Ran (\d+) test", errors).group(1)), counts

    def test_counts_as_unittest_does(self):
        self.write("tests/test_a.py", _SUITE)

        run = self.run_tests()

        ran, counts = self.native()
        self.assertEqual((0, (8, 4, 3, 1)), (run.code, run.totals))
        failures = counts["failures"] + counts["unexpected successes"]
        self.assertEqual((ran, failures, counts["errors"], counts["skipped"]), run.totals)

    def test_tells_each_failure(self):
        self.write("tests/test_a.py", _SUITE)

        run = self.run_tests()

        self.assertEqual(
            [
                ("test_a.A", "test_errs", "error"),
                ("test_a.A", "test_fails", "failure"),
                ("test_a.A", "test_fails_and_cannot_end", "failure"),
                ("test_a.A", "test_fails_and_cannot_end", "error"),
                ("test_a.A", "test_parts [part] (i=1)", "failure"),
                ("test_a.A", "test_parts [part] (i=3)", "error"),
                ("test_a.A", "test_unexpected_success", "failure"),
            ],
            run.failed(),
        )
        summary, details = run.named("test-failed")[1][4:]
        self.assertEqual("AssertionError: 1 != 2 : why", summary)
        self.assertIn('self.assertEqual(1, 2, "why")', details)
        self.assertNotIn("unittest/case.py", details)
        self.assertEqual([["test_a.A", "test_skips", "reason"]], run.named("test-skipped"))

    def test_reports_each_class(self):
        self.write("tests/test_a.py", _SUITE)

        suite = self.run_tests().report("test_a.A")

        self.assertEqual("8", suite.get("tests"))
        failure = suite.find("testcase[@name='test_fails']/failure")
        self.assertEqual(
            ("AssertionError", "1 != 2 : why"), (failure.get("type"), failure.get("message"))
        )
        self.assertIn("Traceback", failure.text)

    def test_fixtures_that_fail_are_errors(self):
        self.write(
            "tests/test_a.py",
            """
            import unittest

            class Begin(unittest.TestCase):
                @classmethod
                def setUpClass(cls):
                    raise ValueError("begin")
                def test_1(self):
                    pass

            class End(unittest.TestCase):
                @classmethod
                def tearDownClass(cls):
                    raise ValueError("end")
                def test_1(self):
                    pass
            """,
        )
        self.write(
            "tests/test_b.py",
            """
            import unittest

            def setUpModule():
                raise OSError("module")

            class B(unittest.TestCase):
                def test_1(self):
                    pass
            """,
        )

        run = self.run_tests()

        self.assertEqual(
            [
                ("test_a.Begin", "setUpClass", "error"),
                ("test_a.End", "tearDownClass", "error"),
                ("test_b", "setUpModule", "error"),
            ],
            run.failed(),
        )
        self.assertEqual((4, 0, 3, 0), run.totals)
        finished = {event[0]: event[1:5] for event in run.named("class-finished")}
        self.assertEqual(["2", "0", "1", "0"], finished["test_a.End"])
        self.assertEqual("1", run.report("test_a.End").get("errors"))

    def test_modules_that_cannot_be_loaded_are_errors_whatever_is_selected(self):
        self.write("tests/test_a.py", "import nothing_there\n")
        self.write("tests/test_b.py", "import unittest\nraise unittest.SkipTest('not here')\n")

        run = self.run_tests()

        self.assertEqual((2, 0, 1, 1), run.totals)
        self.assertEqual(
            "ModuleNotFoundError: No module named 'nothing_there'", run.named("test-failed")[0][4]
        )
        self.assertEqual((1, 0, 1, 0), self.run_tests(filter=["Other"]).totals)

    def test_runs_what_is_selected(self):
        self.write("tests/test_a.py", _SUITE)

        run = self.run_tests(filter=["A#test_passes", "*#test_sk*"])

        self.assertEqual((2, 0, 0, 1), run.totals)
        self.assertEqual((0, 0, 0, 0), self.run_tests(filter=["Other"]).totals)

    def test_discovers_a_package_from_the_base_folder(self):
        self.write("tests/__init__.py", "")
        self.write("tests/helper.py", "X = 1\n")
        self.write(
            "tests/sub/test_a.py",
            "from .. import helper\nimport unittest\nclass A(unittest.TestCase):\n  def test_1(self): pass\n",
        )
        self.write("tests/sub/__init__.py", "")

        self.assertEqual(
            [["tests.sub.test_a.A", "1", "0", "0", "0"]],
            [event[:5] for event in self.run_tests().named("class-finished")],
        )

    def test_a_run_that_a_test_stops_is_not_finished(self):
        self.write(
            "tests/test_a.py",
            """
            import unittest

            class A(unittest.TestCase):
                def run(self, result=None):
                    super().run(result)
                    result.stop()
                def test_1(self):
                    pass
                def test_2(self):
                    pass
            """,
        )

        run = self.run_tests()

        self.assertEqual((2, None), (run.code, run.totals))
        self.assertIn("stopped the run", run.problem)


if __name__ == "__main__":
    unittest.main()
