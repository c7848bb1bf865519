# SPDX-License-Identifier: Apache-2.0
"""Makes a data frame of what a test expects."""

from .rows import RowFitting

# unittest leaves the frames of such modules out of its tracebacks.
__unittest = True


def is_frame(value):
    """Says whether this is a data frame of Spark with a JVM."""
    return hasattr(value, "_jdf")


def as_frame(expected, actual, session, ignored, check_nullability):
    """Returns what is expected as a data frame; rows take the schema of the actual one."""
    __tracebackhide__ = True
    if is_frame(expected):
        return expected
    if ".connect." in type(expected).__module__:
        raise TypeError("expected is a frame of Spark Connect, but actual is not")
    schema = _schema(actual, ignored, check_nullability)
    rows = RowFitting(schema).fit(_records(expected, ignored))
    return session.createDataFrame(rows, schema)


def _records(expected, ignored):
    __tracebackhide__ = True
    if type(expected).__module__.split(".")[0] == "pandas" and hasattr(expected, "to_dict"):
        return _of_pandas(expected, ignored)
    if isinstance(expected, (list, tuple)) and not hasattr(expected, "asDict"):
        return [_without(row, ignored) for row in expected]
    raise TypeError(
        "expected is a {}, but can be a data frame of Spark or pandas, or a list of tuples, dicts"
        " or Rows".format(type(expected).__name__)
    )


def _of_pandas(expected, ignored):
    import pandas

    def value(cell):
        # Of what is a list or an array itself, isna would tell about each element.
        return None if pandas.api.types.is_scalar(cell) and pandas.isna(cell) else cell

    records = expected.to_dict("records")
    return [
        {name: value(cell) for name, cell in record.items() if name not in ignored}
        for record in records
    ]


def _without(row, ignored):
    if isinstance(row, dict):
        return {name: cell for name, cell in row.items() if name not in ignored}
    return row


def _schema(actual, ignored, check_nullability):
    from pyspark.sql.types import StructField, StructType

    return StructType(
        [
            StructField(field.name, field.dataType, field.nullable or not check_nullability)
            for field in actual.schema.fields
            if field.name not in ignored
        ]
    )
