# SPDX-License-Identifier: Apache-2.0
"""Fits the values that a test writes into a schema, as the Java library does: without loss."""

from decimal import Decimal

# unittest leaves the frames of such modules out of its tracebacks.
__unittest = True

_WHOLE = ("byte", "tinyint", "short", "smallint", "integer", "int", "long", "bigint")


class RowFitting:
    """Fits rows into a schema, and tells all that do not fit at once."""

    def __init__(self, schema):
        self._schema = schema
        self._problems = []

    def fit(self, rows):
        """Returns tuples in the order of the columns."""
        __tracebackhide__ = True
        fitted = [self._row(number, row) for number, row in enumerate(rows, 1)]
        if self._problems:
            raise ValueError(
                "the expected rows do not fit the schema {}:\n  {}".format(
                    self._schema.simpleString(), "\n  ".join(self._problems)
                )
            )
        return fitted

    def _row(self, number, row):
        try:
            cells = _cells(row, self._schema)
        except ValueError as problem:
            self._problems.append("row {} {}".format(number, problem))
            return None
        return tuple(
            self._cell(number, cell, field) for cell, field in zip(cells, self._schema.fields)
        )

    def _cell(self, number, cell, field):
        try:
            value = _value(cell, field.dataType)
            if value is None and not field.nullable:
                raise ValueError("null in a column that is NOT NULL")
            _verify(value, field.dataType)
            return value
        except (TypeError, ValueError) as problem:
            self._problems.append("row {}, column {}: {}".format(number, field.name, problem))
            return None


def _verify(value, data_type):
    # PySpark's own check of what a type takes; private, and the same from 3.3 to 4.1.
    from pyspark.sql.types import _make_type_verifier

    if value is not None:
        _make_type_verifier(data_type)(value)
    if isinstance(value, Decimal):
        _verify_digits(value, data_type)


def _verify_digits(value, data_type):
    """Spark rounds a decimal that has too many digits, or makes it null."""
    if not value.is_finite():
        raise ValueError("{} is no number".format(value))
    digits_after = max(0, -value.normalize().as_tuple().exponent)
    digits_before = max(0, value.adjusted() + 1)
    if digits_after > data_type.scale or digits_before > data_type.precision - data_type.scale:
        raise ValueError(
            "{} has too many digits for DECIMAL({},{})".format(
                value, data_type.precision, data_type.scale
            )
        )


def _cells(row, schema):
    """Returns the values of a row in the order of a schema."""
    names = list(schema.fieldNames())
    if hasattr(row, "asDict") and hasattr(row, "__fields__"):
        row = dict(zip(row.__fields__, row))
    if isinstance(row, dict):
        return _by_name(row, names)
    if not isinstance(row, (list, tuple)):
        raise ValueError("is {!r}, but can be a tuple, a dict or a Row".format(row))
    if len(row) != len(names):
        raise ValueError("has {} values, the schema has {} columns".format(len(row), len(names)))
    return list(row)


def _by_name(row, names):
    missing = [name for name in names if name not in row]
    unknown = [str(name) for name in row if name not in names]
    if missing:
        raise ValueError("lacks {}; None stands for null".format(", ".join(missing)))
    if unknown:
        raise ValueError("has {}, of which the schema has nothing".format(", ".join(unknown)))
    return [row[name] for name in names]


def _value(value, data_type):
    """Makes what a type takes of a value that fits it without loss, and leaves all else."""
    if value is None:
        return None
    kind = data_type.typeName()
    if kind in ("struct", "array", "map"):
        return _nested(value, data_type, kind)
    if hasattr(value, "dtype") and hasattr(value, "item") and getattr(value, "ndim", 0) == 0:
        # A scalar of numpy.
        value = value.item()
    if hasattr(value, "to_pydatetime"):
        value = value.to_pydatetime()
    if kind == "string" and not isinstance(value, str):
        # PySpark would take the text of anything.
        raise ValueError("{!r} is no text".format(value))
    if isinstance(value, float) and value.is_integer() and kind in _WHOLE:
        # pandas makes floats of whole numbers where one is missing.
        return int(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return _whole_number(value, kind)
    return value


def _whole_number(value, kind):
    if kind in ("float", "double") and int(float(value)) == value:
        return float(value)
    return Decimal(value) if kind == "decimal" else value


def _nested(value, data_type, kind):
    if kind == "struct" and isinstance(value, (dict, list, tuple)):
        cells = _cells(value, data_type)
        return tuple(_value(cell, field.dataType) for cell, field in zip(cells, data_type.fields))
    if kind == "array" and hasattr(value, "tolist"):
        value = value.tolist()
    if kind == "array" and isinstance(value, (list, tuple)):
        return [_value(element, data_type.elementType) for element in value]
    if kind == "map" and isinstance(value, dict):
        return {
            _value(key, data_type.keyType): _value(element, data_type.valueType)
            for key, element in value.items()
        }
    return value
