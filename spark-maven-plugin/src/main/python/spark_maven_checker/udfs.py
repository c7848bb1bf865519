# SPDX-License-Identifier: Apache-2.0
"""User-defined functions that do what built-in functions do."""

import ast

from .values import Const, Function, Ref

_TEXT = {
    "upper": "F.upper",
    "lower": "F.lower",
    "strip": "F.trim",
    "lstrip": "F.ltrim",
    "rstrip": "F.rtrim",
    "startswith": "Column.startswith",
    "endswith": "Column.endswith",
    "replace": "F.regexp_replace or F.replace",
}
_CALLS = {
    "builtins.len": "F.length",
    "builtins.abs": "F.abs",
    "builtins.str": "Column.cast",
    "builtins.int": "Column.cast",
    "builtins.float": "Column.cast",
    "math.sqrt": "F.sqrt",
    "math.exp": "F.exp",
    "math.log": "F.log",
    "math.floor": "F.floor",
    "math.ceil": "F.ceil",
    "math.pow": "F.pow",
    "numpy.sqrt": "F.sqrt",
    "numpy.exp": "F.exp",
}
_OPERATORS = (ast.Add, ast.Sub, ast.Mult, ast.Div, ast.Pow)
_COMPARISONS = (ast.Eq, ast.NotEq, ast.Lt, ast.LtE, ast.Gt, ast.GtE, ast.Is, ast.IsNot, ast.In)


def check_call(machine, function, words):
    """Looks at udf(f) and spark.udf.register("name", f)."""
    if isinstance(function, Function):
        _judge(machine, function, words.node)
    elif isinstance(function, Ref) and function.name == "builtins.len":
        _report(machine, words.node, {"F.length"})


def check(machine, function, decorator):
    """Looks at a function that is decorated as a udf."""
    _judge(machine, function, decorator if isinstance(decorator, ast.Call) else function.node)


def _judge(machine, function, node):
    judge = _Judge(machine, function)
    if judge.is_built_in() and judge.uses:
        _report(machine, node, judge.uses)


def _report(machine, node, uses):
    machine.trail.hit(
        "udf-for-built-in",
        machine.place(node),
        "the function runs in Python for every row, and does no more than built-in functions do",
        "Write it with " + ", ".join(sorted(uses)) + ", which run in the JVM and are optimised",
    )


class _Judge:
    """Decides whether a function is made of nothing but what built-in functions do."""

    def __init__(self, machine, function):
        self.machine = machine
        self.function = function
        arguments = function.node.args
        self.names = {argument.arg for argument in arguments.args}
        self.plain = not (arguments.vararg or arguments.kwarg or arguments.kwonlyargs)
        self.uses = set()

    def is_built_in(self):
        """Says so, having noted the functions that would be used."""
        node = self.function.node
        if not self.names or not self.plain:
            return False
        if isinstance(node, ast.Lambda):
            return self._fits(node.body)
        return self._block(node.body)

    def _block(self, statements):
        for statement in statements:
            if isinstance(statement, ast.Return):
                if statement.value is not None and not self._fits(statement.value):
                    return False
            elif isinstance(statement, ast.If):
                fits = self._fits(statement.test) and self._block(statement.body)
                if not (fits and self._block(statement.orelse)):
                    return False
                self.uses.add("F.when")
            elif isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant):
                continue
            else:
                return False
        return True

    def _all_fit(self, nodes):
        return all(self._fits(node) for node in nodes)

    def _fits(self, node):
        if isinstance(node, ast.Constant):
            return True
        if isinstance(node, ast.Name):
            return node.id in self.names or self._is_constant(node)
        method = getattr(self, "_fits_" + type(node).__name__, None)
        return method is not None and method(node)

    def _is_constant(self, node):
        return isinstance(self.function.scope.get(node.id), Const)

    def _fits_BinOp(self, node):
        self.uses.add("F.concat" if _has_text(node) else "operators on columns")
        return isinstance(node.op, _OPERATORS) and self._all_fit([node.left, node.right])

    def _fits_UnaryOp(self, node):
        self.uses.add("operators on columns")
        return self._fits(node.operand)

    def _fits_BoolOp(self, node):
        return self._all_fit(node.values)

    def _fits_Compare(self, node):
        if not all(isinstance(each, _COMPARISONS) for each in node.ops):
            return False
        if any(isinstance(each, ast.In) for each in node.ops):
            self.uses.add("Column.isin")
            return self._fits(node.left) and self._constants(node.comparators[0])
        self.uses.add("operators on columns")
        return self._all_fit([node.left] + node.comparators)

    @staticmethod
    def _constants(node):
        return isinstance(node, (ast.List, ast.Tuple, ast.Set)) and all(
            isinstance(each, ast.Constant) for each in node.elts
        )

    def _fits_IfExp(self, node):
        self.uses.add("F.when")
        return self._all_fit([node.test, node.body, node.orelse])

    def _fits_JoinedStr(self, node):
        self.uses.add("F.concat")
        return all(
            isinstance(part, ast.Constant)
            or (part.format_spec is None and part.conversion == -1 and self._fits(part.value))
            for part in node.values
        )

    def _fits_Call(self, node):
        if node.keywords or any(isinstance(arg, ast.Starred) for arg in node.args):
            return False
        if isinstance(node.func, ast.Attribute) and self._is_text_method(node):
            self.uses.add(_TEXT[node.func.attr])
            return self._all_fit([node.func.value] + node.args)
        called = self._called(node.func)
        if called in _CALLS and len(node.args) == (2 if called == "math.pow" else 1):
            self.uses.add(_CALLS[called])
            return self._all_fit(node.args)
        return False

    def _is_text_method(self, node):
        name, given = node.func.attr, len(node.args)
        wanted = {"startswith": 1, "endswith": 1, "replace": 2}.get(name, 0)
        if name not in _TEXT or given != wanted:
            return False
        return not self._called(node.func) or isinstance(node.func.value, ast.Call)

    def _called(self, node):
        machine = self.machine
        before = (machine.source, machine.scope)
        machine.source, machine.scope = self.function.source, self.function.scope
        try:
            root = node
            while isinstance(root, ast.Attribute):
                root = root.value
            if not isinstance(root, ast.Name) or root.id in self.names:
                return None
            value = machine.evaluate(node)
            return value.name if isinstance(value, Ref) else None
        finally:
            machine.source, machine.scope = before


def _has_text(node):
    return any(
        isinstance(side, ast.JoinedStr)
        or (isinstance(side, ast.Constant) and isinstance(side.value, str))
        or (isinstance(side, ast.BinOp) and _has_text(side))
        for side in (node.left, node.right)
    )
