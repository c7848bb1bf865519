# SPDX-License-Identifier: Apache-2.0
"""Evaluates operators, comparisons and conditions."""

import ast
import operator

from .frames import joined
from .trail import Condition
from .values import ARGUMENT, UNKNOWN, Column, Const, Mapping, Number, Seq, Thing

_ARITHMETIC = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.FloorDiv: operator.floordiv,
    ast.Mod: operator.mod,
}
_COMPARISON = {
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
    ast.In: lambda a, b: a in b,
    ast.NotIn: lambda a, b: a not in b,
    ast.Is: operator.is_,
    ast.IsNot: operator.is_not,
}
_LONGEST_TEXT = 10000


class Operators:
    """Evaluates what combines values."""

    def of_BinOp(self, node):
        left, right = self.evaluate(node.left), self.evaluate(node.right)
        if isinstance(left, Column) or isinstance(right, Column):
            return self.columns_of([left, right])
        if isinstance(left, Const) and isinstance(right, Const):
            return self._computed(node.op, left.value, right.value)
        if isinstance(node.op, ast.Add) and isinstance(left, Seq) and isinstance(right, Seq):
            return Seq(left.items + right.items, left.whole and right.whole)
        if isinstance(node.op, ast.Mod) and isinstance(left, Const):
            return self._percent(left.value, right)
        self.escape(left)
        self.escape(right)
        return ARGUMENT if ARGUMENT in (left, right) else UNKNOWN

    @staticmethod
    def _computed(kind, left, right):
        compute = _ARITHMETIC.get(type(kind))
        text = isinstance(left, str) or isinstance(right, str)
        if compute is None or (text and isinstance(kind, ast.Mult)):
            return UNKNOWN
        try:
            value = compute(left, right)
        except Exception:  # pylint: disable=broad-except
            return UNKNOWN
        return UNKNOWN if isinstance(value, str) and len(value) > _LONGEST_TEXT else Const(value)

    @staticmethod
    def _percent(text, right):
        if isinstance(right, Seq) and right.whole and isinstance(text, str):
            if all(isinstance(item, Const) for item in right.items):
                try:
                    return Const(text % tuple(item.value for item in right.items))
                except (TypeError, ValueError):
                    return UNKNOWN
        return UNKNOWN

    def of_UnaryOp(self, node):
        if isinstance(node.op, ast.Not):
            known = self.truth(node.operand)
            return UNKNOWN if known is None else Const(not known)
        value = self.evaluate(node.operand)
        if isinstance(value, Column):
            return value
        if isinstance(node.op, ast.USub) and isinstance(value, Const):
            if isinstance(value.value, (int, float)):
                return Const(-value.value)
        return UNKNOWN

    def of_BoolOp(self, node):
        results, count = [], len(self.conditions)
        for operand in node.values:
            last = operand is node.values[-1]
            value = self.evaluate(operand)
            if isinstance(value, Number) and not last:
                self.asks_emptiness(value, operand)
            holds = _holds(value)
            if holds is not None and not last:
                decided = holds == isinstance(node.op, ast.Or)
                if decided and not results:
                    results = [value]
                    break
                if not decided:
                    continue
            results.append(value)
            # What follows is only asked where this has not decided.
            self.conditions.append(Condition(self.source, operand))
        del self.conditions[count:]
        # "os.environ.get(…) or default" is one of several.
        return results[0] if len(results) == 1 else UNKNOWN

    def of_Compare(self, node):
        values = [self.evaluate(part) for part in [node.left] + node.comparators]
        if any(isinstance(value, Column) for value in values):
            return self.columns_of(values)
        if len(values) == 2:
            self.compared(values[0], node.ops[0], values[1], node)
            if all(isinstance(value, Const) for value in values):
                try:
                    compare = _COMPARISON[type(node.ops[0])]
                    return Const(compare(values[0].value, values[1].value))
                except TypeError:
                    return UNKNOWN
        return UNKNOWN

    def truth(self, node):
        """Returns whether a condition holds, or None; a count in it is asked for a row."""
        value = self.evaluate(node)
        if isinstance(value, Number):
            self.asks_emptiness(value, node)
        if isinstance(value, Const):
            return bool(value.value)
        if isinstance(value, (Seq, Mapping)) and value.whole:
            return bool(value.items if isinstance(value, Seq) else value.pairs)
        return None

    def of_IfExp(self, node):
        known = self.truth(node.test)
        if known is not None:
            return self.evaluate(node.body if known else node.orelse)
        self.conditions.append(Condition(self.source, node.test))
        one = self.evaluate(node.body)
        other = self.evaluate(node.orelse)
        self.conditions.pop()
        return joined(one, other)


def _holds(value):
    """Returns whether a value counts as true, or None."""
    if isinstance(value, Const):
        return bool(value.value)
    return True if isinstance(value, Thing) else None
