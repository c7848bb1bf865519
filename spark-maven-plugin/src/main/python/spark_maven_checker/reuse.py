# SPDX-License-Identifier: Apache-2.0
"""Frames that are computed again and again, and caches that nobody uses."""

from .frames import GIVEN, UNBOUNDED
from .trail import Finding

# Of these a second one on the same frame takes what the first has computed.
_SAME_PLAN = {"collect", "toPandas"}
_FIRST_ROWS = {"take", "head", "first", "show", "tail", "isEmpty", "display"}


def uncached(trail):
    """Finds data frames behind a join or aggregation that several actions compute."""
    found = {}
    for index, one in enumerate(trail.actions):
        for other in trail.actions[index + 1 :]:
            shared = _shared(one, other)
            if shared is not None:
                found.setdefault(id(shared), (shared, one, other))
    reported = []
    for frame, one, other in sorted(found.values(), key=lambda each: each[0].place.order):
        costly = _costly(frame, reported)
        if not costly:
            continue
        reported.append(frame)
        yield Finding(
            "reuse-without-cache",
            frame.place.source,
            frame.place.line,
            "the {} before is computed for {}() in line {} and again for {}() in line {}".format(
                costly[0].operation, one.name, one.place.line, other.name, other.place.line
            ),
            ".cache() here, and unpersist() after the last use; or write it once and read that",
        )


def _shared(one, other):
    """Returns the frame that both compute, the nearest to them, if it costs much."""
    if not _both_happen(one.place, other.place) or _is_streaming(one, other):
        return None
    if one.frame is other.frame and one.name in _SAME_PLAN and other.name in _SAME_PLAN:
        return None
    others = {id(frame) for frame in _uncached_lineage(other.frame)}
    for frame in _uncached_lineage(one.frame):
        if id(frame) in others:
            costly = _costly(frame)
            if not costly or frame.place is None or not _within(frame.place, one, other):
                return None
            short = one.name in _FIRST_ROWS or other.name in _FIRST_ROWS
            if short and all(each.cost == "join" for each in costly):
                return None
            return frame
    return None


def _both_happen(one, other):
    """Says whether two places are in the same run of the same code."""
    return one.source is other.source and one.conditions == other.conditions


def _within(place, one, other):
    return all(
        place.conditions == each.place.conditions and each.place.loops == place.loops
        for each in (one, other)
    )


def _is_streaming(one, other):
    return one.frame.streaming or other.frame.streaming


def _uncached_lineage(frame, as_cached=()):
    """Returns what is computed anew for a frame, the nearest first."""
    found, todo = [], [frame]
    seen = set()
    while todo:
        current = todo.pop(0)
        if id(current) in seen or current.caches or current.kind == "rdd":
            continue
        if current.operation == "either" or current in as_cached:
            continue
        seen.add(id(current))
        found.append(current)
        todo.extend(current.parents)
    return found


def _costly(frame, as_cached=()):
    """Returns the joins and aggregations of data of unknown size that make a frame."""
    lineage = _uncached_lineage(frame, as_cached)
    if as_cached and any(parent in as_cached for each in lineage for parent in each.parents):
        return [each for each in lineage if each.cost]
    sources = any(
        not each.parents and each.size in (UNBOUNDED, GIVEN) or each.operation == "sql"
        for each in lineage
    )
    return [each for each in lineage if each.cost] if sources else []


def unused_caches(trail):
    """Finds caches that at most one action reads."""
    by_line = {}
    for frame, place, root in trail.caches:
        if root in trail.incomplete:
            return
        by_line.setdefault((place.source.path, place.line), []).append((frame, place))
    for caches in by_line.values():
        counts = [_uses(trail, frame, place) for frame, place in caches]
        if all(count is not None and count < 2 for count in counts):
            place = caches[0][1]
            used = "once" if max(counts) == 1 else "never"
            yield Finding(
                "cache-without-reuse",
                place.source,
                place.line,
                "what is cached here is used " + used + " afterwards",
                "Leave cache() out: it pays from the second action on",
            )


def _uses(trail, frame, place):
    """Counts the actions that read a cache, None where nobody can know."""
    if frame.escaped or frame.streaming:
        return None
    count = 0
    for action in trail.actions:
        if action.place.order < place.order or frame not in action.frame.lineage():
            continue
        in_loop = len(action.place.loops) > len(place.loops)
        count += 2 if in_loop else action.frame.paths_to(frame)
    return count
