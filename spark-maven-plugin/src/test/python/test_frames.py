# SPDX-License-Identifier: Apache-2.0
import os
import shutil
import tempfile
import unittest

from running import needs
from spark_parts import jars, needs_spark, submit_arguments


class FrameTestCase(unittest.TestCase):
    """Tests with one Spark session, whose JVM gets the library only by the package."""

    @classmethod
    def setUpClass(cls):
        from spark_maven_testing import java_library, session

        cls.folder = tempfile.mkdtemp()
        cls.jars_before = java_library._JARS
        cls.home_before = os.getcwd()
        os.chdir(cls.folder)
        os.environ["PYSPARK_SUBMIT_ARGS"] = submit_arguments()
        java_library._JARS = os.path.join(cls.folder, "*.jar")
        cls.spark = session.shared_session()
        cls.spark.sparkContext.setLogLevel("ERROR")

    @classmethod
    def tearDownClass(cls):
        from spark_maven_testing import java_library

        java_library._JARS = cls.jars_before
        os.chdir(cls.home_before)
        shutil.rmtree(cls.folder, ignore_errors=True)

    def setUp(self):
        for jar in jars():
            shutil.copy(jar, self.folder)
        self.actual = self.spark.createDataFrame(
            [(1, "a", 1.5), (2, "b", None)], "id INT, name STRING, score DOUBLE"
        )

    def equal(self, expected, **options):
        from spark_maven_testing import assert_frame_equal

        assert_frame_equal(self.actual, expected, **options)

    def message(self, kind, assertion, *arguments, **options):
        """Returns what an assertion says that does not hold."""
        with self.assertRaises(kind) as raised:
            assertion(*arguments, **options)
        self.assertNotIn("Py4J", str(raised.exception))
        self.assertNotIn("at io.github", str(raised.exception))
        return str(raised.exception)


@needs_spark
class AssertFrameEqualTest(FrameTestCase):
    def test_takes_rows_in_any_order_and_form(self):
        from pyspark.sql import Row

        self.equal(self.actual)
        self.equal([(2, "b", None), (1, "a", 1.5)])
        self.equal([{"score": None, "id": 2, "name": "b"}, Row(name="a", id=1, score=1.5)])

    def test_shows_the_cells_that_differ(self):
        message = self.message(AssertionError, self.equal, [(1, "a", 2), (2, "b", None)], key="id")

        self.assertIn("1 unexpected, 1 missing", message)
        self.assertIn("expected | 1  | a    | 2.0", message)

    def test_compares_in_order(self):
        self.equal([(1, "a", 1.5), (2, "b", None)], in_order=True)
        message = self.message(
            AssertionError, self.equal, [(2, "b", None), (1, "a", 1.5)], in_order=True
        )
        self.assertIn("without their order they are the same", message)

    def test_tolerates(self):
        near = [(1, "a", 1.6), (2, "b", None)]

        self.message(AssertionError, self.equal, near)
        self.message(AssertionError, self.equal, near, tolerance=0.05)
        self.equal(near, tolerance=0.2)
        self.message(AssertionError, self.equal, near, relative_tolerance=0.01)
        self.equal(near, relative_tolerance=0.1)

    def test_ignores_columns_and_their_order(self):
        self.equal([(1, "a"), (2, "b")], ignore="score")
        self.equal([{"id": 1}, {"id": 2, "name": "zz"}], ignore=["score", "name"])
        turned = self.actual.select("score", "name", "id")
        self.message(AssertionError, self.equal, turned)
        self.equal(turned, ignore_column_order=True)

    def test_nullability_counts_where_it_is_wanted(self):
        strict = self.spark.createDataFrame(
            self.actual.collect(), "id INT NOT NULL, name STRING, score DOUBLE"
        )

        self.equal(strict)
        self.message(AssertionError, self.equal, strict, check_nullability=True)

    def test_shows_as_many_rows_as_wanted(self):
        message = self.message(AssertionError, self.equal, [], show=1)

        self.assertIn("1 more row", message)

    def test_large_frames_are_compared_in_spark(self):
        from spark_maven_testing import assert_frame_equal

        actual = self.spark.range(5000).selectExpr("id", "id * 0.5D AS half")
        expected = actual.selectExpr("id", "half + 0.001D * (id % 2) AS half")

        assert_frame_equal(actual, expected, tolerance=0.01)
        message = self.message(
            AssertionError, assert_frame_equal, actual, expected, tolerance=0.0001, show=2
        )
        self.assertIn("2500 unexpected, 2500 missing", message)

    def test_what_makes_no_sense_is_no_failure(self):
        self.assertIn("no such column", self.message(ValueError, self.equal, [], key="nope"))
        self.assertIn("lacks name", self.message(ValueError, self.equal, [{"id": 1, "score": 1.0}]))
        self.assertIn("but got a list", self.message(TypeError, self.wrong_actual))
        self.assertIn("expected is a int", self.message(TypeError, self.equal, 5))

    def wrong_actual(self):
        from spark_maven_testing import assert_frame_equal

        assert_frame_equal([], [])


@needs_spark
class AssertSchemaEqualTest(FrameTestCase):
    def equal(self, expected, **options):
        from spark_maven_testing import assert_schema_equal

        assert_schema_equal(self.actual, expected, **options)

    def test_takes_texts_types_and_frames(self):
        self.equal("id INT, name STRING, score DOUBLE")
        self.equal(self.actual.schema)
        self.equal(self.actual)
        self.equal("name STRING, id INT", ignore="score", ignore_column_order=True)

    def test_shows_what_differs(self):
        message = self.message(AssertionError, self.equal, "id BIGINT, name STRING, score DOUBLE")

        self.assertIn("id is INT instead of BIGINT", message)


@needs_spark
@needs("pandas")
class PandasTest(FrameTestCase):
    def test_takes_columns_by_name_and_what_is_missing_as_null(self):
        import pandas

        self.equal(pandas.DataFrame({"name": ["a", "b"], "score": [1.5, None], "id": [1, 2]}))
        self.message(
            AssertionError,
            self.equal,
            pandas.DataFrame({"name": ["a", "b"], "score": [1.5, 7], "id": [1, 2]}),
        )


class RefusalTest(unittest.TestCase):
    def test_refuses_spark_connect(self):
        from spark_maven_testing import assert_frame_equal

        frame = type("DataFrame", (), {"__module__": "pyspark.sql.connect.dataframe"})()
        with self.assertRaisesRegex(TypeError, "Spark Connect"):
            assert_frame_equal(frame, [])

    def test_names_the_jars_where_there_are_none(self):
        from types import SimpleNamespace

        from spark_maven_testing import java_library

        empty = SimpleNamespace(DatasetAssert=None)
        jvm = SimpleNamespace(
            io=SimpleNamespace(github=SimpleNamespace(sparkmaven=SimpleNamespace(testing=empty)))
        )
        session = SimpleNamespace(sparkContext=SimpleNamespace(_jvm=jvm))
        before = java_library._JARS
        java_library._JARS = "/no/such/folder/*.jar"
        try:
            with self.assertRaisesRegex(RuntimeError, "spark.driver.extraClassPath"):
                java_library.new_assertion(session, None)
        finally:
            java_library._JARS = before


if __name__ == "__main__":
    unittest.main()
