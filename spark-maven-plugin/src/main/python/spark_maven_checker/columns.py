# SPDX-License-Identifier: Apache-2.0
"""Columns, and what they leave of a frame's rows."""

import re

from . import names
from .frames import REDUCED, SMALL
from .values import Column, Const, Seq

_AGGREGATES_IN_SQL = re.compile(
    r"\b(" + "|".join(sorted(names.AGGREGATES)) + r")\s*\(", re.IGNORECASE
)


class Columns:
    """Evaluates columns."""

    def columns_of(self, values):
        """Returns the column that an expression of columns is."""
        kinds = [self._aggregates(value) for value in values]
        if True in kinds:
            return Column(True)
        return Column(None if None in kinds else False)

    @staticmethod
    def _aggregates(value):
        if isinstance(value, Column):
            return value.aggregates
        return False if isinstance(value, Const) else None

    def selected(self, values, call, expressions=False):
        """Returns how many rows a select leaves of a frame, None for as many as before."""
        kinds = []
        for value in values:
            items = value.items if isinstance(value, Seq) and value.whole else [value]
            for item in items:
                if expressions and isinstance(item, Const):
                    kinds.append(bool(_AGGREGATES_IN_SQL.search(str(item.value))) or False)
                else:
                    kinds.append(self._aggregates(item))
        if True in kinds:
            return SMALL
        return REDUCED if None in kinds or not call.whole else None

    def _function(self, name, call):
        if name == "expr":
            text = str(call.constant(0, "str") or "")
            return Column(None if _AGGREGATES_IN_SQL.search(text) else False)
        if name in names.AGGREGATES:
            return Column(True)
        if name in names.SCALARS:
            return self.columns_of([v for v in call.values() if not isinstance(v, Seq)])
        return Column(None)

    def _column(self, owner, name, call):
        if name == "over":
            return Column(False)
        values = [v for v in call.values() if isinstance(v, Column)]
        return self.columns_of([owner] + values)
