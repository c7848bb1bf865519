import unittest

from acme.maths import double
from spark_maven_testing import SparkTestCase


class MathsTest(SparkTestCase):
    def test_doubles_on_workers(self):
        self.assertEqual(90, self.spark.sparkContext.range(10).map(double).sum())

    def test_runs_in_local_mode(self):
        self.assertEqual("local[2]", self.spark.sparkContext.master)

    @unittest.skip("not today")
    def test_nothing(self):
        pass
