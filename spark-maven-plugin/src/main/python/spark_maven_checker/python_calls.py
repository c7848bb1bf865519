# SPDX-License-Identifier: Apache-2.0
"""Calls of Python's own functions, and of the methods of texts, lists and dicts."""

from .values import UNKNOWN, Const, Mapping, Number, Rows, Seq

_TEXT_METHODS = {
    "lower", "upper", "strip", "lstrip", "rstrip", "replace", "format", "join", "title",
}  # fmt: skip


class PythonCalls:
    """Evaluates what Python itself brings."""

    def _of_builtin(self, name, call):
        value = call.get(0)
        if name == "len" and isinstance(value, Rows):
            return Number(value.action.frame, call.node, value.action)
        if name == "bool" and isinstance(value, Number):
            self.asks_emptiness(value, call.node)
            return UNKNOWN
        if name in ("str", "int", "float") and isinstance(value, Const) and len(call.args) == 1:
            try:
                return Const({"str": str, "int": int, "float": float}[name](value.value))
            except (TypeError, ValueError):
                return UNKNOWN
        if name in ("list", "tuple", "set", "reversed", "sorted") and isinstance(value, Seq):
            return Seq(list(value.items), value.whole)
        if name == "dict":
            return self._dict(value, call)
        if name == "range" and all(isinstance(arg, Const) for arg in call.args):
            try:
                rounds = range(*[arg.value for arg in call.args])
                if len(rounds) <= 20:
                    return Seq([Const(number) for number in rounds])
            except (TypeError, ValueError):
                return UNKNOWN
        if name == "isinstance" or name == "print":
            return UNKNOWN
        for each in call.values():
            self.escape(each)
        return UNKNOWN

    def _dict(self, value, call):
        pairs, whole = [], call.whole
        if isinstance(value, Mapping):
            pairs, whole = list(value.pairs), whole and value.whole
        elif isinstance(value, Seq):
            whole = whole and value.whole
            for item in value.items:
                if isinstance(item, Seq) and len(item.items) == 2:
                    pairs.append((item.items[0], item.items[1]))
        elif value is not None:
            whole = False
        pairs += [(Const(key), item) for key, item in call.kwargs.items()]
        return Mapping(pairs, whole, len(self.conditions))

    @staticmethod
    def _of_text(text, name, call):
        args = [arg.value for arg in call.args if isinstance(arg, Const)]
        kwargs = {k: v.value for k, v in call.kwargs.items() if isinstance(v, Const)}
        if name == "join" and len(call.args) == 1 and isinstance(call.args[0], Seq):
            items = call.args[0].items
            if call.args[0].whole and all(
                isinstance(item, Const) and isinstance(item.value, str) for item in items
            ):
                return Const(text.join(item.value for item in items))
            return UNKNOWN
        known = len(args) == len(call.args) and len(kwargs) == len(call.kwargs) and call.whole
        if name in _TEXT_METHODS and known:
            try:
                return Const(getattr(text, name)(*args, **kwargs))
            except (TypeError, ValueError, IndexError, KeyError, AttributeError):
                return UNKNOWN
        return UNKNOWN

    def _of_seq(self, owner, name, call):
        for value in call.values():
            self.escape(value)
        if name == "append" and call.args:
            owner.items.append(call.args[0])
            if self.conditions or self.loops:
                owner.whole = False
        elif name == "extend" and isinstance(call.get(0), Seq):
            owner.items.extend(call.args[0].items)
            owner.whole = owner.whole and call.args[0].whole and not self.conditions
        elif name not in ("index", "count", "copy"):
            owner.whole = False
        return UNKNOWN

    def _of_mapping(self, owner, name, call):
        if name == "items":
            return Seq([Seq([key, value]) for key, value in owner.pairs], owner.whole)
        if name == "keys":
            return Seq([key for key, _ in owner.pairs], owner.whole)
        if name == "values":
            return Seq([value for _, value in owner.pairs], owner.whole)
        if name == "copy":
            return Mapping(list(owner.pairs), owner.whole, len(self.conditions))
        if name == "get" and isinstance(call.get(0), Const):
            found = owner.get(call.args[0].value)
            if found is None and owner.whole:
                return call.get(1) or Const(None)
            return found or UNKNOWN
        if name == "update":
            more = self._dict(call.get(0), call)
            certain = len(self.conditions) <= owner.depth
            owner.pairs += [(key, value if certain else UNKNOWN) for key, value in more.pairs]
            owner.whole = owner.whole and more.whole
            return Const(None)
        if name not in ("setdefault", "pop"):
            owner.whole = False
        return UNKNOWN
