# SPDX-License-Identifier: Apache-2.0
"""What small functions do, judged by their text."""

import ast

from .values import Const, Function, Ref

_AGGREGATORS = {"sum", "len", "max", "min", "any", "all"}
_OF_LIBRARIES = {
    "numpy.mean": "the mean",
    "numpy.sum": "sum",
    "numpy.max": "max",
    "numpy.min": "min",
    "statistics.mean": "the mean",
    "statistics.fmean": "the mean",
}
_GROWING = {
    "builtins.dict": "a dict",
    "builtins.set": "a set",
    "collections.Counter": "a Counter",
    "collections.defaultdict": "a dict",
    "collections.OrderedDict": "a dict",
}
_ARRAYS = {"numpy.zeros", "numpy.ones", "numpy.empty", "numpy.full"}
# Smaller ones are no load for a driver.
_LARGE_ARRAY = 1000


def body_of(function):
    """Returns the one expression that a function returns, and its parameters, or None."""
    if not isinstance(function, Function):
        return None
    node = function.node
    names = [argument.arg for argument in node.args.args]
    if isinstance(node, ast.Lambda):
        return node.body, names
    body = [s for s in node.body if not _is_text(s)]
    if len(body) == 1 and isinstance(body[0], ast.Return) and body[0].value is not None:
        return body[0].value, names
    return None


def _is_text(statement):
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)


def aggregations(machine, function, pairs):
    """Returns how a function makes one value of a key's values, and nothing where it does more.

    pairs says that it is given the key as well, and returns it.
    """
    if isinstance(function, Ref):
        kind = _aggregator(function)
        return [kind] if kind and not pairs else []
    found = body_of(function)
    if found is None or len(found[1]) != 1:
        return []
    body, (name,) = found
    if pairs:
        if not (isinstance(body, ast.Tuple) and len(body.elts) == 2):
            return []
        if not _is_item(body.elts[0], name, 0):
            return []
        body = body.elts[1]
    kinds = []

    def is_values(node):
        return _is_item(node, name, 1) if pairs else isinstance(node, ast.Name) and node.id == name

    if not _only_aggregates(machine, function, body, is_values, kinds):
        return []
    return list(dict.fromkeys(kinds))


def _is_item(node, name, index):
    if not (isinstance(node, ast.Subscript) and isinstance(node.value, ast.Name)):
        return False
    key = getattr(node.slice, "value", None) if not isinstance(node.slice, ast.Constant) else None
    key = node.slice.value if isinstance(node.slice, ast.Constant) else getattr(key, "value", key)
    return node.value.id == name and key == index


def _only_aggregates(machine, function, node, is_values, kinds):
    """Says whether an expression meets the values only in sum(values) and its like."""
    if isinstance(node, ast.Constant):
        return True
    if isinstance(node, ast.BinOp):
        return all(
            _only_aggregates(machine, function, side, is_values, kinds)
            for side in (node.left, node.right)
        )
    if not isinstance(node, ast.Call) or node.keywords or len(node.args) != 1:
        return False
    called = _called(machine, function, node.func)
    if called in ("builtins.float", "builtins.int", "builtins.round"):
        return _only_aggregates(machine, function, node.args[0], is_values, kinds)
    kind = _aggregator(Ref(called)) if called else None
    if kind and _is_all(machine, function, node.args[0], is_values):
        kinds.append(kind)
        return True
    return False


def _is_all(machine, function, node, is_values):
    """Says whether an expression is the values, a list of them or something of each of them."""
    if is_values(node):
        return True
    if isinstance(node, ast.Call) and len(node.args) == 1:
        called = _called(machine, function, node.func)
        return called in ("builtins.list", "builtins.tuple") and is_values(node.args[0])
    if isinstance(node, (ast.GeneratorExp, ast.ListComp)) and len(node.generators) == 1:
        generator = node.generators[0]
        return is_values(generator.iter) and not generator.ifs
    return False


def _aggregator(ref):
    name = ref.name
    if name.startswith("builtins."):
        name = name[len("builtins.") :]
        return name if name in _AGGREGATORS else None
    return _OF_LIBRARIES.get(name)


def _called(machine, function, node):
    """Returns the full name of a function of a library as a project's function sees it."""
    before = (machine.source, machine.scope)
    machine.source, machine.scope = function.source, function.scope
    try:
        if isinstance(node, (ast.Name, ast.Attribute)):
            value = machine.evaluate(node)
            return value.name if isinstance(value, Ref) else None
        return None
    finally:
        machine.source, machine.scope = before


def is_large(machine, node):
    """Returns in words why a value is one that grows with the data or is large, or nothing."""
    if isinstance(node, ast.Dict):
        return "a dict" if not node.keys else ""
    if not isinstance(node, ast.Call):
        return ""
    value = machine.evaluate(node.func)
    if not isinstance(value, Ref):
        return ""
    if value.name in _GROWING and not (node.args and value.name != "collections.defaultdict"):
        return _GROWING[value.name]
    if value.name in _ARRAYS and node.args and _elements(machine, node.args[0]) >= _LARGE_ARRAY:
        return "a large array"
    return ""


def _elements(machine, node):
    """Returns how many elements a shape has, 0 where it cannot be known."""
    count = 1
    for size in node.elts if isinstance(node, (ast.Tuple, ast.List)) else [node]:
        value = machine.evaluate(size)
        if not isinstance(value, Const) or not isinstance(value.value, int):
            return 0
        count *= value.value
    return count


def merges_large(machine, function, frame):
    """Returns in words what large thing a function of two merges, or nothing."""
    found = body_of(function)
    if found is not None and len(found[1]) == 2:
        body, (one, other) = found
        if isinstance(body, ast.Dict) and body.keys == [None, None]:
            return "a dict"
        if isinstance(body, ast.Call) and isinstance(body.func, ast.Attribute):
            owner = body.func.value
            is_union = body.func.attr == "union" and isinstance(owner, ast.Name)
            if is_union and owner.id in (one, other) and len(body.args) == 1:
                return "a set"
    made = body_of(frame.function) if frame.operation in ("map", "mapPartitions") else None
    if made is None:
        return ""
    return _made_by(machine, frame.function, made[0])


def _made_by(machine, function, body):
    if isinstance(body, ast.DictComp):
        return "a dict"
    if isinstance(body, ast.SetComp):
        return "a set"
    if isinstance(body, ast.Call):
        called = _called(machine, function, body.func)
        if called == "collections.Counter":
            return "a Counter"
        if called == "builtins.set" and body.args:
            return "a set"
        if called in _ARRAYS:
            before, machine.scope = machine.scope, function.scope
            large = is_large(machine, body)
            machine.scope = before
            return large
    return ""
