# SPDX-License-Identifier: Apache-2.0
"""Assertions on data frames.

They are made by the Java library spark-maven-testing in the driver's JVM, so that Python and Java
tests of one project agree on what is equal, and large frames are compared in Spark.
"""

from .expectation import as_frame, is_frame
from .java_library import call, new_assertion, session_of, strings

# unittest leaves the frames of such modules out of its tracebacks.
__unittest = True


def assert_frame_equal(
    actual,
    expected,
    *,
    in_order=False,
    tolerance=None,
    relative_tolerance=None,
    key=(),
    ignore=(),
    ignore_column_order=False,
    check_nullability=False,
    show=None,
):
    """Asserts that a data frame has the schema and the rows that are expected.

    expected is a data frame; or a list of tuples in the order of the columns, of dicts or of Rows,
    or a pandas frame, all in the schema of ``actual`` without its ignored columns. Whole numbers
    fit floating-point and decimal columns. What is missing in a pandas frame (NaN, NaT) is null.

    Rows are compared in any order, each as often as expected. Null is null, NaN is NaN, and -0.0
    is 0.0.

    in_order: compares row by row, for frames that come from a sort.
    tolerance: the largest absolute difference of floating-point numbers that counts as equal.
    relative_tolerance: the same in proportion to the larger number; of both the wider decides.
    key: a column, or several, by which differing rows are shown next to each other.
    ignore: a column, or several, that are left out on both sides.
    ignore_column_order: lets the columns stand in any order.
    check_nullability: lets NOT NULL count.
    show: how many rows that differ are shown, 20 unless given, at most 200.

    Raises AssertionError with the rows and cells that differ, and ValueError for what makes no
    sense, such as a key that is no column.
    """
    __tracebackhide__ = True
    session = session_of(actual, "assert_frame_equal")
    ignored = _names(ignore)
    frame = as_frame(expected, actual, session, ignored, check_nullability)
    assertion = new_assertion(session, actual)
    if in_order:
        call(assertion.inOrder)
    if tolerance is not None:
        call(assertion.withTolerance, float(tolerance))
    if relative_tolerance is not None:
        call(assertion.withRelativeTolerance, float(relative_tolerance))
    if key:
        call(assertion.withKey, strings(session, _names(key)))
    if show is not None:
        call(assertion.showing, int(show))
    _say_columns(assertion, session, ignored, ignore_column_order, check_nullability)
    call(assertion.matches, frame._jdf)


def assert_schema_equal(
    actual, expected, *, ignore=(), ignore_column_order=False, check_nullability=False
):
    """Asserts that a data frame has the columns that are expected.

    expected is a text such as ``id BIGINT, tags ARRAY<STRING>``, a StructType, or a data frame. The
    options are those of assert_frame_equal.
    """
    __tracebackhide__ = True
    session = session_of(actual, "assert_schema_equal")
    assertion = new_assertion(session, actual)
    _say_columns(assertion, session, _names(ignore), ignore_column_order, check_nullability)
    call(assertion.hasSchema, _java_schema(expected, session))


def _say_columns(assertion, session, ignored, ignore_column_order, check_nullability):
    __tracebackhide__ = True
    if ignored:
        call(assertion.ignoring, strings(session, ignored))
    if ignore_column_order:
        call(assertion.ignoringColumnOrder)
    if check_nullability:
        call(assertion.strictly)


def _java_schema(expected, session):
    if isinstance(expected, str):
        return expected
    if is_frame(expected):
        return expected._jdf.schema()
    if not hasattr(expected, "json"):
        raise TypeError(
            "expected is a {}, but can be a text, a StructType or a data frame".format(
                type(expected).__name__
            )
        )
    return session._jsparkSession.parseDataType(expected.json())


def _names(names):
    return [names] if isinstance(names, str) else list(names)
