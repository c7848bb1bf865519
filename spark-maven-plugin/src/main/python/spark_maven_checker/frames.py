# SPDX-License-Identifier: Apache-2.0
"""Data frames and RDDs, and where they are made."""

from .values import UNKNOWN, Column, Const, Ref, Thing, Value

# How many rows a frame has, as far as the code tells.
UNBOUNDED = "unbounded"  # a source, whole
GIVEN = "given"  # what a caller gave
REDUCED = "reduced"  # some part, of unknown size
SMALL = "small"  # what the driver holds anyway


class Frame(Value):
    """A data frame or RDD, with what it was made of."""

    def __init__(self, kind, size, parents=(), **facts):
        self.kind = kind
        self.size = size
        self.parents = tuple(parents)
        self.operation = facts.get("operation", "")
        self.place = facts.get("place")
        # None, "join" or "shuffle": what its computation costs at least.
        self.cost = facts.get("cost")
        self.function = facts.get("function")
        self.streaming = facts.get("streaming", any(p.streaming for p in self.parents))
        self.caches = []
        # leaked: it itself goes where nobody can follow; escaped: something made of it does.
        self.leaked = False
        self.escaped = False

    def lineage(self):
        """Returns this frame and all that it was made of, each once, the nearest first."""
        found, todo = {}, [self]
        while todo:
            frame = todo.pop(0)
            if id(frame) not in found:
                found[id(frame)] = frame
                todo.extend(frame.parents)
        return list(found.values())

    def paths_to(self, other, limit=2):
        """Counts the ways in which another frame goes into this one, up to a limit."""
        if self is other:
            return 1
        count = 0
        for parent in self.parents:
            count += parent.paths_to(other, limit) if other in parent.lineage() else 0
            if count >= limit:
                return limit
        return count


class Place:
    """Where something stands, and under what."""

    def __init__(self, source, node, conditions, loops, order, inlined):
        self.source = source
        self.node = node
        self.conditions = conditions
        self.loops = loops
        self.order = order
        self.inlined = inlined

    @property
    def line(self):
        """Returns the line of a call's own name, which in a chain is not the first."""
        node = self.node
        function = getattr(node, "func", None)
        return getattr(function, "end_lineno", None) or node.lineno


def joined(one, other):
    """Returns what is known of a value that is one of two."""
    if one is other:
        return one
    if isinstance(one, Const) and isinstance(other, Const):
        same = type(one.value) is type(other.value) and one.value == other.value
        return one if same else UNKNOWN
    if isinstance(one, Frame) and isinstance(other, Frame) and one.kind == other.kind:
        size = one.size if one.size == other.size else REDUCED
        made = Frame(one.kind, size, (one, other), operation="either", place=other.place)
        made.leaked = one.leaked or other.leaked
        return made
    if isinstance(one, Thing) and isinstance(other, Thing) and one.kind == other.kind:
        return one
    if isinstance(one, Column) and isinstance(other, Column):
        return Column(one.aggregates if one.aggregates == other.aggregates else None)
    if isinstance(one, Ref) and isinstance(other, Ref) and one.name == other.name:
        return one
    return UNKNOWN
