# SPDX-License-Identifier: Apache-2.0
"""Methods of data frames and RDDs."""

from . import advice
from .frames import REDUCED, SMALL, Frame
from .values import (
    UNKNOWN,
    Column,
    Function,
    Grouped,
    Number,
    Rows,
    Seq,
    Split,
    StreamWriter,
    Thing,
    Writer,
)

# As many rows as before, for all that the code tells.
_KEEPS = {
    "withColumn", "withColumns", "withColumnRenamed", "withColumnsRenamed", "drop", "alias", "toDF",
    "fillna", "replace", "hint", "coalesce", "repartition", "repartitionByRange",
    "sortWithinPartitions", "withWatermark", "to", "withMetadata", "observe",
}  # fmt: skip
_SORTS = {"sort", "orderBy"}
_PART = {
    "filter", "where", "dropna", "sample", "sampleBy", "transform", "crosstab", "freqItems",
    "mapInPandas", "mapInArrow", "unpivot", "melt", "offset",
}  # fmt: skip
_SHUFFLED_PART = {"distinct", "dropDuplicates", "drop_duplicates"}
_SETS = {"intersect", "intersectAll", "subtract", "exceptAll"}
_UNIONS = {"union", "unionAll", "unionByName"}
_RDD_KEEPS = {
    "map", "flatMap", "keyBy", "zipWithIndex", "zipWithUniqueId", "values", "keys", "mapValues",
    "flatMapValues", "sortBy", "sortByKey", "repartition", "coalesce", "partitionBy", "glom",
    "setName",
}  # fmt: skip
_RDD_PART = {
    "filter", "mapPartitions", "mapPartitionsWithIndex", "distinct", "sample", "reduceByKey",
    "groupByKey", "aggregateByKey", "foldByKey", "combineByKey", "groupBy", "pipe",
    "repartitionAndSortWithinPartitions",
}  # fmt: skip
_RDD_JOINS = {
    "join", "leftOuterJoin", "rightOuterJoin", "fullOuterJoin", "cogroup", "groupWith", "zip",
    "subtractByKey", "subtract", "intersection",
}  # fmt: skip
_ALL_ROWS = {"collect", "toPandas", "collectAsMap"}
_FIRST_ROWS = {"take", "head", "first", "show", "tail", "isEmpty", "display"}
_WHOLE = {"foreach", "foreachPartition", "toLocalIterator"}
_RDD_ACTIONS = {
    "reduce", "treeReduce", "fold", "aggregate", "treeAggregate", "sum", "mean", "max", "min",
    "stats", "stdev", "variance", "countByKey", "countByValue", "top", "takeOrdered", "takeSample",
    "saveAsTextFile", "saveAsPickleFile", "saveAsSequenceFile", "saveAsHadoopFile", "lookup",
    "saveAsNewAPIHadoopFile", "countApprox", "countApproxDistinct", "histogram",
    "saveAsNewAPIHadoopDataset",
}  # fmt: skip
_NOT_USES = {"printSchema", "explain", "unpersist", "getNumPartitions", "toDebugString", "id"}
_VIEWS = {
    "createOrReplaceTempView", "createTempView", "registerTempTable", "createGlobalTempView",
    "createOrReplaceGlobalTempView",
}  # fmt: skip


def attribute(machine, frame, name, node):
    """Returns an attribute of a frame."""
    if frame.kind == "df":
        if name == "rdd":
            return machine.frame(frame, "rdd", node, kind="rdd")
        if name == "write":
            return Writer(frame)
        if name == "writeStream":
            return StreamWriter(frame)
        if name in ("na", "stat"):
            return frame
        if name in ("sparkSession", "sql_ctx"):
            return Thing("session" if name == "sparkSession" else "sqlContext")
        if name in ("columns", "schema", "dtypes", "isStreaming", "storageLevel"):
            return UNKNOWN
        return Column(False)
    if name in ("context", "ctx"):
        return Thing("context")
    machine.escape(frame)
    return UNKNOWN


def item(machine, frame, key, node):
    """Returns df["x"], df[["x", "y"]] or df[condition]."""
    if isinstance(key, Seq):
        return machine.frame(frame, "select", node)
    if isinstance(key, Column):
        return machine.frame(frame, "filter", node, size=REDUCED)
    return Column(False)


def call(machine, frame, name, words):
    """Returns what a method of a frame gives."""
    if name in ("cache", "persist"):
        return advice.cached(machine, frame, words)
    if name in ("checkpoint", "localCheckpoint"):
        if frame.kind == "rdd":
            machine.escape(frame)
            return UNKNOWN
        machine.act(frame, name, words.node)
        made = machine.frame(frame, name, words.node)
        made.caches.append(None)
        return made
    if name in _NOT_USES:
        return frame if name == "unpersist" else UNKNOWN
    if name in _VIEWS:
        machine.escape(frame)
        return UNKNOWN
    if name in _ALL_ROWS:
        action = machine.act(frame, name, words.node)
        advice.collected(machine, action)
        return Rows(action)
    if name == "count":
        return Number(frame, words.node, machine.act(frame, name, words.node))
    if name in _FIRST_ROWS or name in _WHOLE:
        machine.act(frame, name, words.node)
        return UNKNOWN
    if name == "randomSplit":
        return Split(frame)
    return (_of_rdd if frame.kind == "rdd" else _of_data_frame)(machine, frame, name, words)


def _of_data_frame(machine, frame, name, words):
    node = words.node
    if name in _KEEPS:
        return _kept(machine, frame, name, words)
    if name in _SORTS:
        return machine.frame(frame, name, node, cost="shuffle")
    if name in ("select", "selectExpr"):
        size = machine.selected(words.args, words, name == "selectExpr") or frame.size
        return machine.frame(frame, name, node, size=SMALL if frame.size == SMALL else size)
    if name in _PART or name in _SHUFFLED_PART:
        return _part(machine, frame, name, words)
    if name in ("limit", "describe", "summary"):
        return machine.frame(frame, name, node, size=SMALL)
    if name == "agg":
        return machine.frame(frame, name, node, size=SMALL, cost="shuffle")
    if name in ("groupBy", "groupby", "rollup", "cube"):
        return Grouped(frame, not words.args and words.whole)
    if name in ("join", "crossJoin"):
        return advice.joined_frames(machine, frame, name, words)
    other = words.get(0, "other")
    if name in _UNIONS or name in _SETS:
        if not isinstance(other, Frame):
            return machine.frame(frame, name, node, size=REDUCED)
        size = frame.size if name in _UNIONS and frame.size == other.size else REDUCED
        cost = None if name in _UNIONS else "shuffle"
        return machine.frame(frame, name, node, parents=(frame, other), size=size, cost=cost)
    return _unknown(machine, frame, words)


def _kept(machine, frame, name, words):
    return machine.frame(
        frame, name, words.node, function=words.constant(0, "numPartitions") if words.args else None
    )


def _part(machine, frame, name, words):
    if name == "transform":
        if not isinstance(words.get(0), Function):
            return _unknown(machine, frame, words)
        return machine.call(words.args[0], words.with_first(frame))
    size = SMALL if frame.size == SMALL else REDUCED
    cost = "shuffle" if name in _SHUFFLED_PART else None
    return machine.frame(frame, name, words.node, size=size, cost=cost)


def _of_rdd(machine, frame, name, words):
    node = words.node
    if name in _RDD_KEEPS or name in _RDD_PART:
        advice.aggregated(machine, frame, name, words)
        size = frame.size if name in _RDD_KEEPS or frame.size == SMALL else REDUCED
        given = words.get(0)
        made = machine.frame(frame, name, node, size=size, function=given)
        if name == "coalesce" and (len(words.args) > 1 or words.kwargs):
            made.operation = "repartition"
        return made
    if name in _RDD_JOINS or name in ("union", "cartesian"):
        return advice.joined_rdds(machine, frame, name, words)
    if name in ("toDF",):
        return machine.frame(frame, name, node, kind="df")
    if name in _RDD_ACTIONS:
        advice.merged(machine, frame, name, words)
        if name.startswith("saveAs"):
            advice.saved(machine, frame, words)
        machine.act(frame, name, node)
        return UNKNOWN
    return _unknown(machine, frame, words)


def _unknown(machine, frame, words):
    machine.escape(frame)
    for value in words.values():
        machine.escape(value)
    return UNKNOWN


def grouped(machine, group, name, words):
    """Returns what a method of grouped data gives."""
    if name == "pivot":
        return group
    if name in ("agg", "count", "sum", "avg", "mean", "max", "min", "apply", "applyInPandas"):
        size = SMALL if group.keyless or group.frame.size == SMALL else REDUCED
        return machine.frame(group.frame, "groupBy", words.node, size=size, cost="shuffle")
    machine.escape(group)
    return UNKNOWN
