# SPDX-License-Identifier: Apache-2.0
"""What rules say of single calls on frames."""

import ast

from . import lambdas
from .frames import GIVEN, REDUCED, SMALL, UNBOUNDED, Frame
from .values import Const, Ref

_GROUPED_FIX = {
    "sum": "reduceByKey(lambda a, b: a + b)",
    "max": "reduceByKey(max)",
    "min": "reduceByKey(min)",
    "len": "mapValues(lambda _: 1).reduceByKey(lambda a, b: a + b)",
    "any": "reduceByKey(lambda a, b: a or b), on truth values",
    "all": "reduceByKey(lambda a, b: a and b), on truth values",
}
_CROSS_FIX = (
    "Join on keys; where every pair is wanted, broadcast the small side, with"
    " F.broadcast(small), or suppress this"
)


def cached(machine, frame, words):
    """Notes that a frame is cached from here on."""
    place = machine.place(words.node)
    frame.caches.append(place)
    machine.trail.caches.append((frame, place, machine.root))
    return frame


def collected(machine, action):
    """Notes that all rows of a frame are brought to the driver."""
    frame = action.frame
    if frame.size == UNBOUNDED and not frame.streaming:
        machine.trail.collects.append(action)


def aggregated(machine, frame, name, words):
    """Looks at what follows a groupByKey."""
    if name not in ("mapValues", "map") or frame.operation != "groupByKey":
        return
    kinds = lambdas.aggregations(machine, words.get(0), pairs=name == "map")
    if not kinds:
        return
    fix = _GROUPED_FIX.get(kinds[0]) if len(kinds) == 1 else None
    machine.trail.groupings.append(frame)
    machine.trail.hit(
        "group-by-key-aggregation",
        frame.place,
        "groupByKey() sends every value over the network and holds all values of a key in one task,"
        " though only " + " and ".join(kinds) + " of them is wanted",
        fix or "aggregateByKey(zero, add_one, merge), or a DataFrame's groupBy(key).agg(...)",
    )


def merged(machine, frame, name, words):
    """Looks at a reduce or aggregate whose result is large."""
    if name not in ("reduce", "fold", "aggregate") or frame.size == SMALL:
        return
    if name == "reduce":
        large = lambdas.merges_large(machine, words.get(0), frame)
        tree = "treeReduce(f)"
    else:
        large = lambdas.is_large(machine, words.node.args[0] if words.node.args else None)
        tree = "treeAggregate(zero, seqOp, combOp)"
    if large:
        machine.trail.hit(
            "tree-variant",
            machine.place(words.node),
            name + "() merges in the driver what every partition gives, each " + large,
            tree + " merges on the executors first",
        )


def saved(machine, frame, words):
    """Looks at a write."""
    if frame.operation != "coalesce" or frame.streaming:
        return
    parent = frame.parents[0]
    given = frame.function.value if isinstance(frame.function, Const) else frame.function
    if given == 1 and given is not True and parent.size != SMALL and not _is_sorted(parent):
        machine.trail.hit(
            "coalesce-one-write",
            frame.place,
            "coalesce(1) lets one task do all that comes before this write, up to the last shuffle",
            "repartition(1), which keeps the computation parallel and only writes in one task; or"
            " leave it out and read the folder",
        )


def _is_sorted(frame):
    """Says whether rows may stand in an order, which repartition would lose."""
    while frame is not None:
        if frame.operation in ("sort", "orderBy", "sortBy", "sortByKey", "sql", "either"):
            return frame.operation != "sql" or frame.function != "unordered"
        if frame.cost or len(frame.parents) != 1:
            return False
        frame = frame.parents[0]
    return False


def joined_frames(machine, frame, name, words):
    """Returns the join of two data frames."""
    other = words.get(0, "other")
    if not isinstance(other, Frame):
        machine.escape(other)
        return machine.frame(frame, name, words.node, size=REDUCED, cost="join")
    how = words.constant(2, "how") if name == "join" else None
    keyless = words.whole and _is_none(words.get(1, "on")) and words.get(2, "how") is None
    if name == "crossJoin" or how == "cross" or keyless:
        said = name + "()" if name == "crossJoin" else "join() without a condition"
        _crossed(machine, said, frame, other, words)
    sizes = {frame.size, other.size}
    size = SMALL if sizes == {SMALL} else REDUCED
    return machine.frame(frame, name, words.node, parents=(frame, other), size=size, cost="join")


def _is_none(value):
    return value is None or (isinstance(value, Const) and value.value is None)


def joined_rdds(machine, frame, name, words):
    """Returns what two RDDs make."""
    other = words.get(0, "other")
    if not isinstance(other, Frame):
        machine.escape(other)
        return machine.frame(frame, name, words.node, size=REDUCED)
    if name == "cartesian":
        _crossed(machine, "cartesian()", frame, other, words)
    size = frame.size if name == "union" and frame.size == other.size else REDUCED
    return machine.frame(frame, name, words.node, parents=(frame, other), size=size)


def _crossed(machine, said, frame, other, words):
    whole = (UNBOUNDED, GIVEN)
    if frame.size in whole and other.size in whole:
        machine.trail.hit(
            "cross-join",
            machine.place(words.node),
            said + " makes as many rows as the product of both sides",
            _CROSS_FIX,
        )
