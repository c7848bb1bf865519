# SPDX-License-Identifier: Apache-2.0
"""Names of pyspark, of Python's builtins, and what they stand for."""

BUILTINS = {
    "sum", "len", "max", "min", "any", "all", "list", "tuple", "set", "dict", "str", "int",
    "float", "bool", "range", "abs", "round", "sorted", "zip", "enumerate", "print", "reversed",
    "map", "filter", "open", "getattr", "hasattr", "isinstance", "super", "exit", "quit", "iter",
    "next", "frozenset", "input", "type", "vars", "repr", "format",
}  # fmt: skip

# Wherever a version of pyspark defines or exports them.
CLASSES = {
    "SparkSession", "SparkContext", "SparkConf", "SQLContext", "HiveContext", "StreamingContext",
    "DataFrame", "RDD", "Column", "Row", "StorageLevel", "Window",
}  # fmt: skip

AGGREGATES = {
    "count", "sum", "avg", "mean", "max", "min", "first", "last", "collect_list", "collect_set",
    "countDistinct", "count_distinct", "approx_count_distinct", "approxCountDistinct", "stddev",
    "stddev_pop", "stddev_samp", "variance", "var_pop", "var_samp", "skewness", "kurtosis", "corr",
    "covar_pop", "covar_samp", "sumDistinct", "sum_distinct", "percentile_approx", "median", "mode",
    "max_by", "min_by", "count_if", "bool_and", "bool_or", "every", "any_value", "product",
}  # fmt: skip

# Of these a column's rows are as many as before; explode and its like make more.
SCALARS = {
    "col", "column", "lit", "upper", "lower", "trim", "ltrim", "rtrim", "length", "concat",
    "concat_ws", "substring", "split", "regexp_replace", "regexp_extract", "to_date",
    "to_timestamp", "date_format", "year", "month", "dayofmonth", "hour", "minute", "second",
    "when", "coalesce", "round", "bround", "abs", "sqrt", "exp", "log", "pow", "floor", "ceil",
    "isnan", "isnull", "explode", "explode_outer", "array", "struct", "create_map", "to_json",
    "from_json", "get_json_object", "unix_timestamp", "from_unixtime", "current_timestamp",
    "current_date", "datediff", "date_add", "date_sub", "md5", "sha1", "sha2", "hash", "initcap",
    "lpad", "rpad", "size", "sort_array", "array_contains", "input_file_name", "rand", "randn",
    "monotonically_increasing_id", "greatest", "least", "translate", "reverse", "instr", "locate",
    "weekofyear", "dayofweek", "dayofyear", "quarter", "last_day", "next_day", "trunc",
}  # fmt: skip

FUNCTIONS = "pyspark.sql.functions."
_FUNCTION_MODULES = {"pyspark.sql.functions", "pyspark.sql.functions.builtin"}


def canonical(name):
    """Returns the last part of a class of pyspark, however it was imported, or None."""
    if not name.startswith("pyspark.") or name.startswith("pyspark.pandas"):
        return None
    last = name.rpartition(".")[2]
    return last if last in CLASSES else None


def function(name):
    """Returns the name of a function of pyspark.sql.functions, or None."""
    module, _, last = name.rpartition(".")
    return last if module in _FUNCTION_MODULES else None


def of_star(module, name):
    """Returns the full name of what ``from module import *`` has given a name to, or None."""
    if module in _FUNCTION_MODULES and (
        name in AGGREGATES or name in SCALARS or name in ("udf", "pandas_udf", "expr", "broadcast")
    ):
        return FUNCTIONS + name
    if module.startswith("pyspark") and name in CLASSES:
        return module + "." + name
    return None
