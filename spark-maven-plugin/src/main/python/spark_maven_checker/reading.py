# SPDX-License-Identifier: Apache-2.0
"""Frames: of sources, of the driver's data, and of other frames."""

import re

from . import secrets, setting_calls, sizes
from .frames import REDUCED, SMALL, UNBOUNDED, Frame
from .values import UNKNOWN

_REDUCES_IN_SQL = re.compile(
    r"\b(where|limit|group\s+by|distinct|having|intersect|except|join|tablesample|union)\b", re.I
)
_FILES = {"csv", "json", "parquet", "orc", "text", "avro", "delta", "iceberg", "hudi", "xml"}


class Reading:
    """Makes frames."""

    def part_of(self, split, node):
        """Returns a part of what randomSplit gave."""
        return self.frame(split.frame, "randomSplit", node, size=REDUCED)

    def frame(self, parent, operation, node, **facts):
        """Returns a frame that is made of another one."""
        size = facts.pop("size", parent.size)
        kind = facts.pop("kind", parent.kind)
        parents = facts.pop("parents", (parent,))
        place = self.place(node)
        made = Frame(kind, size, parents, operation=operation, place=place, **facts)
        self.trail.frames.append(made)
        return made

    def source_frame(self, kind, size, node, operation="read", streaming=False):
        """Returns a frame that comes from outside."""
        place = self.place(node)
        made = Frame(kind, size, (), operation=operation, place=place, streaming=streaming)
        self.trail.frames.append(made)
        return made

    def _read(self, reader, name, call):
        if name in ("option", "options", "schema", "format"):
            if name == "format":
                reader.format = call.constant(0, "source") or "unknown"
            secrets.of_options(self, name, call)
            return reader
        if name not in ("load", "table", "jdbc") and name not in _FILES:
            return UNKNOWN
        secrets.of_source(self, name, call)
        given = call.get(0, "path")
        form = name if name in _FILES else reader.format or "parquet"
        whole = name == "table" or (
            name != "jdbc" and form in _FILES and sizes.is_data(form, given)
        )
        if isinstance(given, Frame):
            # Rows that are read as JSON or CSV.
            return self.frame(given, "read", call.node, kind="df")
        size = UNBOUNDED if whole else REDUCED
        return self.source_frame("df", size, call.node, streaming=reader.streaming)

    def sql(self, call):
        """Returns what a query gives."""
        text = call.constant(0, "sqlQuery")
        if not isinstance(text, str):
            return self.source_frame("df", REDUCED, call.node, "sql")
        setting_calls.of_sql(self, text, call)
        size = REDUCED
        plain = re.match(r"\s*select\b", text, re.I) and "(" not in text
        if plain and not _REDUCES_IN_SQL.search(text):
            size = UNBOUNDED
        made = self.source_frame("df", size, call.node, "sql")
        if not re.search(r"\border\s+by\b", text, re.I):
            made.function = "unordered"
        if re.search(r"\bjoin\b|\bgroup\s+by\b", text, re.I) and "limit" not in text.lower():
            made.cost = "shuffle" if re.search(r"\bgroup\s+by\b", text, re.I) else "join"
        return made

    def local_frame(self, kind, data, node, operation):
        """Returns a frame of what the driver holds, or of another frame."""
        if isinstance(data, Frame):
            return self.frame(data, operation, node, kind=kind)
        if data is not None:
            self.escape(data)
        return self.source_frame(kind, SMALL, node, operation)
