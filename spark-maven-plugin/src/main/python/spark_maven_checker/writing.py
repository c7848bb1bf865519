# SPDX-License-Identifier: Apache-2.0
"""What ``df.write`` and ``df.writeStream`` are told."""

from . import advice, secrets, setting_calls
from .frames import GIVEN, Frame
from .values import UNKNOWN, Const, Function, Thing

_ENDS = {"save", "saveAsTable", "insertInto", "jdbc", "csv", "json", "parquet", "orc", "text"}
_TEMPORARY_SINKS = {"memory", "console", "noop", "foreach", "foreachBatch"}


def written(machine, writer, name, words):
    """Returns what a method of ``df.write`` gives."""
    if name in ("option", "options"):
        secrets.of_options(machine, name, words)
        return writer
    if name in ("mode", "format", "partitionBy", "bucketBy", "sortBy"):
        return writer
    if name in _ENDS:
        secrets.of_source(machine, name, words)
        advice.saved(machine, writer.frame, words)
        machine.act(writer.frame, "write", words.node)
        return Const(None)
    machine.escape(writer)
    return UNKNOWN


def streamed(machine, writer, name, words):
    """Returns what a method of ``df.writeStream`` gives."""
    if name == "format":
        writer.sink = words.constant(0, "source")
    elif name in ("foreach", "foreachBatch"):
        writer.sink = name
        _run_batch(machine, name, words.get(0))
    elif name in ("option", "options"):
        secrets.of_options(machine, name, words)
        _look_for_checkpoint(machine, writer, name, words)
    elif name in ("start", "toTable", "table"):
        return _started(machine, writer, name, words)
    return writer


def _run_batch(machine, name, function):
    if name == "foreachBatch" and isinstance(function, Function):
        node = function.node
        if len(node.args.args) - (1 if function.receiver is not None else 0) == 2:
            words = _BatchWords(node)
            machine.call(function, words)


class _BatchWords:
    """The call that Spark makes of a function for batches."""

    whole = True
    kwargs = {}

    def __init__(self, node):
        self.node = node
        self.args = [Frame("df", GIVEN), UNKNOWN]

    def get(self, index, name=None):
        """Returns an argument by position."""
        return self.args[index] if index is not None and index < 2 else None

    def values(self):
        """Returns both arguments."""
        return self.args


def _look_for_checkpoint(machine, writer, name, words):
    if name == "option":
        key = words.constant(0, "key")
        if not isinstance(key, str) or key.lower() == "checkpointlocation":
            writer.may_have_checkpoint = True
        return
    names = [key.lower() for key in words.kwargs]
    if "checkpointlocation" in names or not machine.options_known(words):
        writer.may_have_checkpoint = True


def _started(machine, writer, name, words):
    _look_for_checkpoint(machine, writer, "options", words)
    sink = words.constant(1, "format") if name != "toTable" and words.get(1, "format") else None
    sink = sink or writer.sink
    if not writer.may_have_checkpoint and isinstance(sink, str):
        if sink not in _TEMPORARY_SINKS:
            machine.trail.streams.append((machine.place(words.node), sink))
    machine.act(writer.frame, "start", words.node)
    setting_calls.note_stream(machine)
    return Thing("query")
