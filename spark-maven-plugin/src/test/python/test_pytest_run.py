# SPDX-License-Identifier: Apache-2.0
import os
import re
import unittest

from running import RunnerTestCase, needs

_SUITE = """
    import pytest, unittest

    def test_passes():
        print("seen only where a test fails")
    def test_fails():
        assert 1 == 2, "why"
    def test_errs():
        raise ValueError("first\\nsecond")
    def test_is_failed():
        pytest.fail("said so")

    @pytest.mark.parametrize("a,b", [(1, 2), ("x::y[1]", "z")])
    def test_cases(a, b):
        pass

    @pytest.fixture
    def no_begin():
        raise RuntimeError("begin")
    @pytest.fixture
    def no_end():
        yield
        raise RuntimeError("end")
    def test_begin(no_begin):
        pass
    def test_end(no_end):
        pass
    def test_fail_and_end(no_end):
        assert False

    @pytest.mark.skip(reason="reason")
    def test_skips():
        pass
    @pytest.mark.xfail(reason="known")
    def test_expected_failure():
        assert False
    @pytest.mark.xfail
    def test_unexpected_success():
        pass
    @pytest.mark.xfail(strict=True)
    def test_strict():
        pass

    class TestOuter:
        def test_method(self):
            pass
        class TestInner:
            def test_method(self):
                assert not []

    class Unit(unittest.TestCase):
        def test_unit(self):
            self.assertEqual(1, 2)
"""


def summary_counts(text):
    """Returns the numbers in pytest's last line."""
    line = [line for line in text.splitlines() if re.search(r" in [\d.]+s", line)][-1]
    return {name.rstrip("s"): int(number) for number, name in re.findall(r"(\d+) (\w+)", line)}


@needs("pytest")
class PytestRunTest(RunnerTestCase):
    framework = "pytest"

    def test_counts_as_pytest_does(self):
        self.write("tests/test_a.py", _SUITE)

        run = self.run_tests()

        counts = summary_counts(run.errors)
        self.assertEqual(0, run.code)
        self.assertEqual((18, 5, 4, 2), run.totals)
        self.assertEqual(sum(counts.values()), run.totals[0])
        self.assertEqual(counts["failed"] + counts["error"], sum(run.totals[1:3]))
        self.assertEqual(counts["skipped"] + counts["xfailed"], run.totals[3])

    def test_tells_each_failure(self):
        self.write("tests/test_a.py", _SUITE)

        run = self.run_tests()

        self.assertEqual(
            [
                ("test_a", "test_fails", "failure"),
                ("test_a", "test_errs", "error"),
                ("test_a", "test_is_failed", "failure"),
                ("test_a", "test_begin", "error"),
                ("test_a", "test_end (teardown)", "error"),
                ("test_a", "test_fail_and_end", "failure"),
                ("test_a", "test_fail_and_end (teardown)", "error"),
                ("test_a", "test_strict", "failure"),
                ("test_a.Unit", "test_unit", "failure"),
            ],
            run.failed(),
        )
        summaries = [event[4] for event in run.named("test-failed")]
        self.assertEqual(
            ["AssertionError: why", "ValueError: first", "Failed: said so"], summaries[:3]
        )
        self.assertIn('assert 1 == 2, "why"', run.named("test-failed")[0][5])

    def test_finishes_a_class_after_its_last_test(self):
        self.write("tests/test_a.py", _SUITE)
        self.write("tests/sub/test_b.py", "def test_x():\n    pass\n")

        run = self.run_tests()

        self.assertEqual(
            [
                "sub.test_b",
                "test_a",
                "test_a.TestOuter",
                "test_a.TestOuter.TestInner",
                "test_a.Unit",
            ],
            [event[0] for event in run.named("class-finished")],
        )
        names = [case.get("name") for case in run.report("test_a").findall("testcase")]
        self.assertIn("test_cases[x::y[1]-z]", names)
        self.assertTrue(all(name.endswith(".xml") for name in run.report_names()))

    def test_runs_what_is_selected(self):
        self.write("tests/test_a.py", _SUITE)

        for patterns, expected in (
            (["Outer*"], 0),
            (["TestOuter"], 2),
            (["*#test_cases"], 2),
            (["test_a#test_cases[[]1-2]", "test_a#test_passes"], 1),
            (["test_a#test_cases[1-2]"], 1),
        ):
            self.assertEqual((expected, 0, 0, 0), self.run_tests(filter=patterns).totals, patterns)

    def test_modules_that_cannot_be_imported_are_errors(self):
        self.write("tests/test_a.py", "import nothing_there\n")
        self.write("tests/test_b.py", "import pytest\npytest.importorskip('nothing_there')\n")
        self.write("tests/test_c.py", "def test_x():\n    pass\n")

        run = self.run_tests()

        self.assertEqual((0, (2, 0, 1, 1)), (run.code, run.totals))
        self.assertEqual([("test_a", "collection", "error")], run.failed())
        self.assertEqual(
            "ModuleNotFoundError: No module named 'nothing_there'", run.named("test-failed")[0][4]
        )

    def test_a_broken_conftest_keeps_it_from_running(self):
        self.write("tests/conftest.py", "import nothing_there\n")

        run = self.run_tests()

        self.assertEqual((2, None), (run.code, run.totals))
        self.assertEqual(
            "Job test runner: pytest cannot load {}/tests/conftest.py: ModuleNotFoundError: No module"
            " named 'nothing_there'".format(self.base),
            run.problem,
        )

    def test_names_options_and_plugins_that_are_not_there(self):
        self.write("tests/test_a.py", _SUITE)
        self.write("pytest.ini", "[pytest]\naddopts = --no-such-option\n")
        run = self.run_tests()
        self.assertEqual((2, None), (run.code, run.totals))
        self.assertIn("does not know the options --no-such-option", run.problem)

        self.write("pytest.ini", "[pytest]\naddopts = -p no_such_plugin\n")
        run = self.run_tests()
        self.assertEqual((2, None), (run.code, run.totals))
        self.assertIn("no_such_plugin", run.problem)

    def test_needs_pytest(self):
        self.write("tests/test_a.py", _SUITE)

        # -S: without installed packages.
        run = self.run_tests(options=["-S"])

        self.assertEqual((2, None), (run.code, run.totals))
        self.assertIn("Add pytest to the requirements", run.problem)

    def test_a_session_that_is_stopped_is_not_finished(self):
        self.write(
            "tests/test_a.py",
            "import pytest\ndef test_1():\n    pytest.exit('enough', returncode=0)\ndef test_2():\n    pass\n",
        )

        run = self.run_tests()

        self.assertEqual((2, None), (run.code, run.totals))
        self.assertIn("enough", run.problem)

    def test_tests_without_a_result_are_missed(self):
        self.write("tests/test_a.py", "def test_1():\n    pass\ndef test_2():\n    pass\n")
        self.write(
            "tests/conftest.py",
            "def pytest_runtest_protocol(item):\n    return True if item.name == 'test_2' else None\n",
        )

        run = self.run_tests()

        self.assertEqual((2, None), (run.code, run.totals))
        self.assertIn("1 of the tests", run.problem)

    def test_an_exit_code_of_failure_without_one_is_no_success(self):
        self.write("tests/test_a.py", "def test_1():\n    pass\n")
        self.write(
            "tests/conftest.py",
            "def pytest_sessionfinish(session):\n    session.exitstatus = 1\n",
        )

        run = self.run_tests()

        self.assertEqual((2, None), (run.code, run.totals))
        self.assertIn("exit code 1", run.problem)

    def test_stops_after_failures_as_the_project_wants(self):
        self.write("tests/test_a.py", "def test_1():\n    assert 0\ndef test_2():\n    pass\n")
        self.write("pytest.ini", "[pytest]\naddopts = -x\n")

        run = self.run_tests()

        self.assertEqual((0, (1, 1, 0, 0)), (run.code, run.totals))

    def test_finishes_without_tests(self):
        self.write("tests/readme.txt", "")

        self.assertEqual((0, 0, 0, 0), self.run_tests().totals)

    def test_finds_modules_of_the_base_folder_and_takes_arguments(self):
        self.write("job.py", "X = 1\n")
        self.write(
            "tests/test_a.py", "import job\ndef test_1():\n    pass\ndef test_2():\n    pass\n"
        )

        self.assertEqual((1, 0, 0, 0), self.run_tests(arguments=["-k", "test_2"]).totals)
        self.assertEqual(["job.py", "target", "tests"], sorted(os.listdir(self.base)))
        self.assertEqual(["test_a.py"], os.listdir(self.base + "/tests"))

    def test_starts_no_spark_where_none_is_wanted(self):
        self.write(
            "tests/test_a.py",
            "import sys\ndef test_1():\n    assert 'pyspark' not in sys.modules\n",
        )

        self.assertEqual((1, 0, 0, 0), self.run_tests().totals)

    def test_the_projects_own_fixture_wins(self):
        self.write("tests/test_a.py", "def test_1(spark):\n    assert spark == 'own'\n")
        self.write(
            "tests/conftest.py",
            "import pytest\n@pytest.fixture\ndef spark():\n    return 'own'\n",
        )

        self.assertEqual((1, 0, 0, 0), self.run_tests().totals)


@needs("pytest")
@needs("xdist")
class XdistTest(RunnerTestCase):
    framework = "pytest"

    def test_runs_in_one_process(self):
        self.write("tests/test_a.py", _SUITE)
        self.write("pytest.ini", "[pytest]\naddopts = -n 2 --dist loadscope\n")

        run = self.run_tests(filter=["*#test_cases", "TestOuter"])

        self.assertEqual((0, (4, 0, 0, 0)), (run.code, run.totals))
        self.assertIn("pytest-xdist is off", run.errors)


if __name__ == "__main__":
    unittest.main()
