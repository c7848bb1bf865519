import os

import pytest
from acme.maths import double
from spark_maven_testing import assert_frame_equal


def frame(spark):
    return spark.createDataFrame([(1, "a"), (2, "b")], "id int, name string")


def test_equals_in_any_order(spark):
    assert_frame_equal(frame(spark), [(2, "b"), (1, "a")])


def test_differs(spark):
    expected = [(1, "a"), (2, "c" if os.environ.get("SPARK_MAVEN_IT_FAILS") else "b")]
    assert_frame_equal(frame(spark), expected)


@pytest.mark.parametrize("number", [1, 2, 3])
def test_doubles(number):
    assert double(number) == 2 * number
