# SPDX-License-Identifier: Apache-2.0
"""What the objects of Spark give, and what is asked of them."""

import ast

from . import frame_calls, names, secrets, setting_calls, udfs, writing
from .columns import Columns
from .frames import SMALL, Frame
from .reading import Reading
from .trail import Action
from .values import (
    UNKNOWN,
    Column,
    Const,
    Grouped,
    Mapping,
    Number,
    Reader,
    Ref,
    Rows,
    Seq,
    Split,
    StreamWriter,
    Thing,
    Writer,
)

_SESSIONS = ("session", "context", "sqlContext")


class SparkCalls(Reading, Columns):
    """Evaluates attributes and calls of Spark's objects."""

    OBJECTS = (Column, Reader)

    # What others tell the trail

    def escape(self, value):
        """Notes that a value goes where nobody can follow it."""
        if isinstance(value, Frame):
            value.leaked = True
            for frame in value.lineage():
                frame.escaped = True
        elif isinstance(value, (Grouped, Writer, StreamWriter, Split)):
            self.escape(value.frame)
        elif isinstance(value, Seq):
            for item in value.items:
                if isinstance(item, (Frame, Thing)):
                    self.escape(item)
        elif isinstance(value, Thing) and value.kind in _SESSIONS:
            self.trail.stops.add(self.root)

    def act(self, frame, name, node):
        """Notes a use that computes a frame."""
        action = Action(frame, name, self.place(node), self.root)
        self.trail.actions.append(action)
        return action

    def met_constant(self, node):
        """Looks at a constant of the code."""
        if isinstance(node.value, str):
            secrets.met_text(self, node)

    def met_call(self, owner, name, call):
        """Looks at a call before it is followed."""
        if name == "stop" and (
            owner is UNKNOWN or (isinstance(owner, Thing) and owner.kind in _SESSIONS)
        ):
            self.trail.stops.add(self.root)
        if name in ("awaitTermination", "awaitAnyTermination", "awaitTerminationOrTimeout"):
            self.trail.stops.add(self.root)

    def enter(self, value):
        """Looks at what a with statement holds: a session is stopped at its end."""
        if isinstance(value, Thing) and value.kind in _SESSIONS:
            self.trail.stops.add(self.root)

    def stored(self, owner, key, value, node):
        """Looks at what an item is set to."""
        if isinstance(owner, Ref) and owner.name == "os.environ":
            secrets.check(self, key, value, node, "os.environ")

    def named(self, name, value):
        """Returns what a name is to stand for: a count only where nobody else looks at it."""
        if isinstance(value, (Number, Rows)) and self.scope.loads_of(name) != 1:
            return UNKNOWN
        return value

    def decorated(self, function):
        """Returns a function as its decorators leave it."""
        for decorator in function.node.decorator_list:
            called = isinstance(decorator, ast.Call)
            value = self.evaluate(decorator.func if called else decorator)
            if isinstance(value, Ref) and names.function(value.name) == "udf":
                udfs.check(self, function, decorator)
                self.reached.add(id(function.node))
                return Ref("a.udf")
            if isinstance(value, Ref) and value.name in ("builtins.property", "property"):
                return UNKNOWN
        plain = all(
            isinstance(d, ast.Name) and d.id in ("staticmethod", "classmethod")
            for d in function.node.decorator_list
        )
        return function if plain else UNKNOWN

    # Emptiness

    def compared(self, left, kind, right, node):
        """Looks at a comparison of a count with 0 or 1."""
        if isinstance(right, Number):
            left, right = right, left
            mirrored = {ast.Lt: ast.Gt, ast.Gt: ast.Lt, ast.LtE: ast.GtE, ast.GtE: ast.LtE}
            kind = mirrored.get(type(kind), type(kind))()
        if not isinstance(left, Number) or not isinstance(right, Const):
            return
        zero = isinstance(kind, (ast.Eq, ast.NotEq, ast.Gt, ast.LtE)) and right.value == 0
        one = isinstance(kind, (ast.Lt, ast.GtE)) and right.value == 1
        if (zero or one) and not isinstance(right.value, bool):
            self.asks_emptiness(left, node)

    def asks_emptiness(self, number, node):
        """Notes that a count is only asked whether there is a row."""
        frame = number.frame
        number.asked.answered = True
        cached = any(each.caches for each in frame.lineage())
        if frame.size == SMALL or frame.streaming or cached or frame.leaked:
            return
        rdd = frame.kind == "rdd"
        how = "count()" if number.asked.name == "count" else "len(" + number.asked.name + "())"
        self.trail.hit(
            "count-for-emptiness",
            self.place(number.node),
            how + " computes all rows, and all that is asked is whether there is one",
            "rdd.isEmpty()" if rdd else "df.isEmpty() (Spark 3.3 and later), or not df.take(1)",
        )

    # Columns

    # Calls of library functions

    def library_call(self, name, call):
        """Returns what a call of a library's function gives."""
        kind = names.canonical(name)
        function = names.function(name)
        if kind == "SparkConf":
            return Thing("conf")
        if kind == "SparkContext" or name.endswith(("SparkContext.getOrCreate",)):
            return setting_calls.context(self, call)
        if kind in ("SQLContext", "HiveContext"):
            return Thing("sqlContext")
        if kind == "SparkSession":
            return Thing("session")
        if name.endswith(".SparkSession.getActiveSession"):
            return Thing("session")
        if name.endswith(".SparkSession.Builder"):
            return Thing("builder")
        if name.endswith(".SparkContext.setSystemProperty"):
            return setting_calls.call(self, Thing("context"), "setSystemProperty", call)
        if function == "udf":
            udfs.check_call(self, call.get(0, "f"), call)
            return Ref("a.udf")
        if function == "broadcast" and isinstance(call.get(0), Frame):
            return self.frame(call.args[0], "broadcast", call.node, size=SMALL)
        if function is not None:
            return self._function(function, call)
        if name == "a.udf":
            return Column(False)
        if name in ("os.getenv", "os.environ.get"):
            return UNKNOWN
        for value in call.values():
            of_spark = name.startswith("pyspark.")
            if not (of_spark and isinstance(value, Thing)):
                self.escape(value)
        return UNKNOWN

    # Attributes and items

    def spark_attribute(self, owner, name, node):
        """Returns an attribute of an object of Spark."""
        if isinstance(owner, Frame):
            return frame_calls.attribute(self, owner, name, node)
        if isinstance(owner, Thing):
            return self._of_thing(owner, name)
        if isinstance(owner, (Column, Reader, Writer, StreamWriter)):
            return UNKNOWN
        self.escape(owner)
        return UNKNOWN

    @staticmethod
    def _of_thing(owner, name):
        found = {
            ("session", "builder"): Thing("builder"),
            ("session", "sparkContext"): Thing("context"),
            ("session", "_sc"): Thing("context"),
            ("session", "conf"): Thing("runtimeConf"),
            ("session", "read"): Reader(False),
            ("session", "readStream"): Reader(True),
            ("session", "udf"): Thing("udfs"),
            ("session", "_jsc"): Thing("javaContext"),
            ("session", "catalog"): Thing("catalog"),
            ("context", "_jsc"): Thing("javaContext"),
            ("context", "_conf"): Thing("detachedConf"),
            ("sqlContext", "read"): Reader(False),
            ("sqlContext", "readStream"): Reader(True),
            ("sqlContext", "sparkSession"): Thing("session"),
            ("sqlContext", "udf"): Thing("udfs"),
        }
        return found.get((owner.kind, name), UNKNOWN)

    def spark_item(self, owner, key, node):
        """Returns an item of an object of Spark."""
        if isinstance(owner, Frame) and owner.kind == "df":
            return frame_calls.item(self, owner, key, node)
        if isinstance(owner, Split):
            return self.part_of(owner, node)
        if isinstance(owner, Column):
            return owner
        self.escape(owner)
        return UNKNOWN

    # Methods

    def spark_call(self, owner, name, call):
        """Returns what a method of an object of Spark gives."""
        if isinstance(owner, Frame):
            return frame_calls.call(self, owner, name, call)
        if isinstance(owner, Grouped):
            return frame_calls.grouped(self, owner, name, call)
        if isinstance(owner, Writer):
            return writing.written(self, owner, name, call)
        if isinstance(owner, StreamWriter):
            return writing.streamed(self, owner, name, call)
        if isinstance(owner, Reader):
            return self._read(owner, name, call)
        if isinstance(owner, Column):
            return self._column(owner, name, call)
        if isinstance(owner, Thing):
            if owner.kind == "udfs" and name == "register":
                udfs.check_call(self, call.get(1, "f"), call)
                return Ref("a.udf")
            return setting_calls.call(self, owner, name, call)
        for value in call.values():
            self.escape(value)
        return UNKNOWN

    def options_known(self, call):
        """Says whether all names of options are constants."""
        return call.whole and all(
            not isinstance(value, Mapping) or value.whole for value in call.values()
        )
