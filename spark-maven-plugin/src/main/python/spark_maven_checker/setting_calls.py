# SPDX-License-Identifier: Apache-2.0
"""Calls by which a program makes Spark's settings."""

import re

from . import secrets, settings, sizes
from .frames import REDUCED, SMALL, UNBOUNDED
from .settings import RUNNING, START
from .values import UNKNOWN, Const, Seq, Thing

_SESSION_FRAMES = {"range", "createDataFrame", "parallelize", "emptyRDD"}
_FILES = {"textFile", "wholeTextFiles", "sequenceFile", "pickleFile", "binaryFiles", "hadoopFile"}
_FIXED = {
    ("builder", "master"): ("spark.master", "master"),
    ("builder", "appName"): ("spark.app.name", "name"),
    ("builder", "remote"): ("spark.remote", "url"),
    ("conf", "setMaster"): ("spark.master", "value"),
    ("conf", "setAppName"): ("spark.app.name", "value"),
    ("conf", "setSparkHome"): ("spark.home", "value"),
}
_SMALL_RANGE = 1000000


def call(machine, owner, name, words):
    """Returns what a method of a session, context, conf or builder gives."""
    if (owner.kind, name) in _FIXED:
        key, parameter = _FIXED[(owner.kind, name)]
        value = words.get(0, parameter)
        settings.make(machine, Const(key), value, START, _label(owner, name), words.node)
        return owner
    found = _KINDS[owner.kind](machine, owner, name, words) if owner.kind in _KINDS else None
    if found is not None:
        return found
    for value in words.values():
        machine.escape(value)
    return UNKNOWN


def _label(owner, name):
    labels = {
        "builder": "SparkSession.builder.",
        "conf": "SparkConf.",
        "runtimeConf": "spark.conf.",
        "sqlContext": "SQLContext.",
        "context": "SparkContext.",
    }
    return labels[owner.kind] + name


def _of_builder(machine, owner, name, words):
    if name == "config":
        _configured(machine, owner, words)
        return owner
    if name == "enableHiveSupport":
        hive = Const("hive")
        key = Const("spark.sql.catalogImplementation")
        settings.make(machine, key, hive, START, _label(owner, name), words.node)
        return owner
    if name in ("getOrCreate", "create"):
        machine.trail.sessions.append((machine.root, machine.place(words.node)))
        return Thing("session")
    return None


def _configured(machine, owner, words):
    label = _label(owner, "config")
    conf, pairs = words.kwargs.get("conf"), words.kwargs.get("map")
    if pairs is not None:
        settings.make_all(machine, pairs, START, label, words.node)
    elif conf is None and (words.args or words.kwargs or not words.whole):
        first = words.get(0, "key")
        if len(words.args) == 1 and "value" not in words.kwargs and _is_conf(first):
            return
        settings.make(machine, first, words.get(1, "value"), START, label, words.node)


def _is_conf(value):
    return isinstance(value, Thing) and value.kind in ("conf", "detachedConf")


def _of_conf(machine, owner, name, words):
    label = _label(owner, name)
    if name == "set":
        key, value = words.get(0, "key"), words.get(1, "value")
        settings.make(machine, key, value, START, label, words.node)
    elif name == "setAll":
        settings.make_all(machine, words.get(0, "pairs"), START, label, words.node)
    elif name == "setExecutorEnv":
        key = words.get(0, "key")
        pairs = [(key, words.get(1, "value"))] if key is not None else []
        given = words.kwargs.get("pairs")
        if isinstance(given, Seq):
            pairs += [tuple(i.items) for i in given.items if isinstance(i, Seq)]
        for key, value in (pair for pair in pairs if len(pair) == 2):
            known = isinstance(key, Const)
            full = Const("spark.executorEnv." + str(key.value)) if known else UNKNOWN
            settings.make(machine, full, value, START, label, words.node)
    elif name != "setIfMissing":
        return UNKNOWN
    return owner


def _of_runtime_conf(machine, owner, name, words):
    if name == "set":
        label = _label(owner, name)
        key, value = words.get(0, "key"), words.get(1, "value")
        settings.make(machine, key, value, RUNNING, label, words.node)
    return UNKNOWN


def _of_session(machine, owner, name, words):
    if name == "sql":
        return machine.sql(words)
    if name == "table":
        return machine.source_frame("df", UNBOUNDED, words.node)
    if name in _SESSION_FRAMES:
        return _made_frame(machine, "df", name, words)
    if name in ("newSession", "getActiveSession"):
        return owner
    if name == "stop":
        return Const(None)
    return None


def _of_sql_context(machine, owner, name, words):
    if name == "setConf":
        label = _label(owner, name)
        key, value = words.get(0, "key"), words.get(1, "value")
        settings.make(machine, key, value, RUNNING, label, words.node)
        return UNKNOWN
    return _of_session(machine, owner, name, words)


def _of_context(machine, owner, name, words):
    if name == "setSystemProperty":
        label = _label(owner, name)
        key, value = words.get(0, "key"), words.get(1, "value")
        settings.make(machine, key, value, START, label, words.node)
        return UNKNOWN
    if name in _FILES or name.startswith("newAPIHadoop"):
        data = sizes.is_data(name, words.get(0)) and words.constant(1, "minPartitions") != 1
        size = UNBOUNDED if data else REDUCED
        return machine.source_frame("rdd", size, words.node)
    if name in _SESSION_FRAMES:
        return _made_frame(machine, "rdd", name, words)
    if name == "union":
        for value in words.values():
            machine.escape(value)
        return machine.source_frame("rdd", REDUCED, words.node, "union")
    if name in ("stop", "setLogLevel", "setCheckpointDir", "addPyFile", "addFile", "broadcast"):
        for value in words.values():
            machine.escape(value)
        return UNKNOWN
    return None


def _of_java_context(machine, owner, name, words):
    return Thing("hadoopConf") if name in ("hadoopConfiguration", "sc") else None


def _of_hadoop_conf(machine, owner, name, words):
    if name == "set":
        secrets.check(machine, words.get(0), words.get(1), words.node, "hadoopConfiguration().set")
    return UNKNOWN


def _made_frame(machine, kind, name, words):
    if name == "range":
        last = words.constant(1, "end") or words.constant(0, "start")
        small = isinstance(last, int) and last <= _SMALL_RANGE
        return machine.source_frame(kind, SMALL if small else REDUCED, words.node, "range")
    data = words.get(0, "data") if name == "createDataFrame" else words.get(0, "c")
    return machine.local_frame(kind, data, words.node, name)


def context(machine, words):
    """Returns a new SparkContext, whose constructor makes settings too."""
    machine.trail.sessions.append((machine.root, machine.place(words.node)))
    given = words.get(0, "master")
    if isinstance(given, Thing):
        # SparkContext(conf) is a fault of its own, and SparkContext.getOrCreate(conf) is none.
        return Thing("context")
    for key, value in (("spark.master", given), ("spark.app.name", words.get(1, "appName"))):
        if value is not None and not (isinstance(value, Const) and value.value is None):
            settings.make(machine, Const(key), value, START, "SparkContext", words.node)
    return Thing("context")


def of_sql(machine, text, words):
    """Looks for SET key=value in a query."""
    found = re.match(r"\s*set\s+([\w.\-]+)\s*=\s*(.*?)\s*;?\s*$", text, re.IGNORECASE | re.DOTALL)
    if found:
        key, value = Const(found.group(1)), Const(found.group(2))
        settings.make(machine, key, value, RUNNING, "spark.sql(SET)", words.node)


def note_stream(machine):
    """A program with a query runs until it is ended from outside."""
    machine.trail.stops.add(machine.root)


_KINDS = {
    "builder": _of_builder,
    "conf": _of_conf,
    "runtimeConf": _of_runtime_conf,
    "session": _of_session,
    "sqlContext": _of_sql_context,
    "context": _of_context,
    "javaContext": _of_java_context,
    "hadoopConf": _of_hadoop_conf,
}
