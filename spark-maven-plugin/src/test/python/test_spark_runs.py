# SPDX-License-Identifier: Apache-2.0
import os
import unittest

from running import Run, RunnerTestCase, needs
from spark_parts import jars, needs_spark, submit_arguments

_UNITTEST = """
    from spark_maven_testing import SparkTestCase

    class First(SparkTestCase):
        def test_equal(self):
            self.assertFrameEqual(self.spark.range(2), [(0,), (1,)])
        def test_differs(self):
            self.assertFrameEqual(self.spark.range(1), [(5,)])

    class Second(SparkTestCase):
        @classmethod
        def setUpClass(cls):
            super().setUpClass()
            cls.frame = cls.spark.range(1)
        def test_schema(self):
            self.assertSchemaEqual(self.frame, "id BIGINT")

    class Third(SparkTestCase):
        @classmethod
        def setUpClass(cls):
            pass
        def test_has_the_same_session(self):
            self.assertIs(Second.spark, self.spark)
"""

_PYTEST = """
    from spark_maven_testing import assert_frame_equal

    def test_equal(spark):
        assert_frame_equal(spark.range(2), [(0,), (1,)])
    def test_differs(spark):
        assert_frame_equal(spark.range(1), [(5,)])
"""


@needs_spark
class SparkRunsTest(RunnerTestCase):
    """Suites with Spark, with the Java library on the class path as under spark:test."""

    def run_tests(self, **values):
        arguments = submit_arguments("--driver-class-path", os.pathsep.join(jars()))
        return Run(self.start(self.request(**values), PYSPARK_SUBMIT_ARGS=arguments), self.base)

    def test_unittest_cases_share_a_session(self):
        self.write("tests/test_a.py", _UNITTEST)

        run = self.run_tests()

        self.assertEqual((0, (4, 1, 0, 0)), (run.code, run.totals), run.errors)
        self.check_details(run)

    @needs("pytest")
    def test_pytest_has_a_fixture(self):
        self.write("tests/test_b.py", _PYTEST)
        self.write("tests/test_a.py", _UNITTEST)

        run = self.run_tests(framework="pytest")

        self.assertEqual((0, (6, 2, 0, 0)), (run.code, run.totals), run.errors)
        self.check_details(run)

    def check_details(self, run):
        details = run.named("test-failed")[-1][5]
        self.assertIn("The rows are not as expected", details)
        self.assertIn("[(5,)]", details)
        for frame in ("java_library.py", "frames.py", "py4j"):
            self.assertNotIn(frame, details)


if __name__ == "__main__":
    unittest.main()
