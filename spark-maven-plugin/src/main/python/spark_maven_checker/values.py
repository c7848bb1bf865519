# SPDX-License-Identifier: Apache-2.0
"""What is known of a Python value without running the program."""

import ast


class Value:
    """Anything; what is known of it is its class and its fields."""


class Unknown(Value):
    """Nothing is known."""


UNKNOWN = Unknown()


class Argument(Unknown):
    """Something of the words that the program is started with."""


ARGUMENT = Argument()


class Const(Value):
    """A text, a number, a truth value or None."""

    def __init__(self, value):
        self.value = value


class Seq(Value):
    """A list, tuple or set; whole says whether all of its items are known."""

    def __init__(self, items, whole=True):
        self.items = items
        self.whole = whole


class Mapping(Value):
    """A dict, as pairs of values; whole says whether all of its keys are known."""

    def __init__(self, pairs, whole=True, depth=0):
        self.pairs = pairs
        self.whole = whole
        self.depth = depth

    def get(self, key):
        """Returns the value of a constant key, or None."""
        found = None
        for name, value in self.pairs:
            if isinstance(name, Const) and name.value == key:
                found = value
        return found


class Function(Value):
    """A function or lambda of the project, with the scope that it stands in."""

    def __init__(self, node, source, scope, receiver=None):
        self.node = node
        self.source = source
        self.scope = scope
        self.receiver = receiver

    def gives_many(self):
        """Says whether it is a generator."""
        if not hasattr(self.node, "is_generator"):
            yields = (ast.Yield, ast.YieldFrom)
            self.node.is_generator = any(isinstance(part, yields) for part in ast.walk(self.node))
        return self.node.is_generator

    def bound_to(self, receiver):
        """Returns the method of an instance."""
        return Function(self.node, self.source, self.scope, receiver)


class ClassOf(Value):
    """A class of the project."""

    def __init__(self, node, source, members):
        self.node = node
        self.source = source
        self.members = members
        self.typical = None


class Instance(Value):
    """An object of a class of the project; depth is that of the conditions it was made under."""

    def __init__(self, kind, depth):
        self.kind = kind
        self.fields = {}
        self.depth = depth


class ModuleOf(Value):
    """A module of the project."""

    def __init__(self, source, scope):
        self.source = source
        self.scope = scope


class Ref(Value):
    """A name of a library, with all of its dots."""

    def __init__(self, name):
        self.name = name


class Thing(Value):
    """An object of Spark of which only the kind matters: session, context, conf, builder, …"""

    def __init__(self, kind):
        self.kind = kind


class Column(Value):
    """A column; aggregates says whether it makes one row of all, None that nobody knows."""

    def __init__(self, aggregates=False):
        self.aggregates = aggregates


class Reader(Value):
    """What ``spark.read`` and ``spark.readStream`` give."""

    def __init__(self, streaming):
        self.streaming = streaming
        self.format = None


class Grouped(Value):
    """A frame grouped by keys; keyless says that it is one group."""

    def __init__(self, frame, keyless):
        self.frame = frame
        self.keyless = keyless


class Writer(Value):
    """What ``df.write`` gives."""

    def __init__(self, frame):
        self.frame = frame


class StreamWriter(Value):
    """What ``df.writeStream`` gives; sink None is one that cannot be known."""

    def __init__(self, frame):
        self.frame = frame
        self.sink = "parquet"
        self.may_have_checkpoint = False


class Number(Value):
    """How many rows a frame has; asked says by which call."""

    def __init__(self, frame, node, asked):
        self.frame = frame
        self.node = node
        self.asked = asked


class Rows(Value):
    """The rows of a frame, brought to the driver; action is the use that brought them."""

    def __init__(self, action):
        self.action = action


class Split(Value):
    """The parts that ``randomSplit`` makes of a frame."""

    def __init__(self, frame):
        self.frame = frame
