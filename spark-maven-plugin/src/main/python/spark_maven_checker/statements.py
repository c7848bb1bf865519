# SPDX-License-Identifier: Apache-2.0
"""Runs statements, as far as the text tells how they go."""

import ast

from .assignment import Assignment
from .expressions import Expressions
from .imports import Imports
from .scopes import Scope
from .trail import Condition
from .values import UNKNOWN, ClassOf, Const, Function, Instance

NEXT, RETURNS, RAISES, LEAVES = "next", "returns", "raises", "leaves"
_MOST_ROUNDS = 60


class Statements(Expressions, Assignment, Imports):
    """Runs the statements of modules and functions, in order."""

    def block(self, statements):
        """Runs statements in order, and returns how they end."""
        for statement in statements:
            if self.steps > self.limit:
                # What has not been walked through may use what was met.
                self.trail.incomplete.add(self.root)
                return RAISES
            end = self.statement(statement)
            if end != NEXT:
                return end
        return NEXT

    def statement(self, node):
        """Runs one statement."""
        method = getattr(self, "do_" + type(node).__name__, None)
        if method is None:
            for child in ast.iter_child_nodes(node):
                if isinstance(child, ast.expr):
                    self.evaluate(child)
            return NEXT
        return method(node) or NEXT

    def do_Expr(self, node):
        self.evaluate(node.value)

    def do_Assign(self, node):
        value = self.evaluate(node.value)
        for target in node.targets:
            self.assign(target, value)

    def do_AnnAssign(self, node):
        if node.value is None and isinstance(node.target, ast.Attribute):
            return
        value = self.evaluate(node.value) if node.value else UNKNOWN
        if value is UNKNOWN:
            value = self.annotated(node.annotation)
        self.assign(node.target, value)

    def do_AugAssign(self, node):
        both = ast.BinOp(left=_loaded(node.target), op=node.op, right=node.value)
        self.assign(node.target, self.evaluate(ast.copy_location(both, node)))

    def do_Return(self, node):
        value = self.evaluate(node.value) if node.value else Const(None)
        self.returned.append(value)
        return RETURNS

    def do_Raise(self, node):
        if node.exc:
            self.evaluate(node.exc)
        return RAISES

    def do_Break(self, node):
        return LEAVES

    def do_Continue(self, node):
        return LEAVES

    def do_Global(self, node):
        self.scope.outer.update(node.names)

    do_Nonlocal = do_Global

    def do_Delete(self, node):
        for target in node.targets:
            if isinstance(target, ast.Name):
                self.scope.names.pop(target.id, None)

    def do_FunctionDef(self, node):
        for default in node.args.defaults + [d for d in node.args.kw_defaults if d]:
            self.evaluate(default)
        function = Function(node, self.source, self.scope)
        self.functions.append(function)
        self.scope.set(node.name, self.decorated(function))

    do_AsyncFunctionDef = do_FunctionDef

    def do_ClassDef(self, node):
        scope = Scope(self.scope, self.source)
        before, self.scope = self.scope, scope
        known = len(self.functions)
        self.block(node.body)
        self.scope = before
        kind = ClassOf(node, self.source, scope.names)
        self.scope.set(node.name, kind)
        methods = self.functions[known:]
        typical = Instance(kind, 0)
        kind.typical = typical
        # What __init__ stores is what the other methods meet.
        methods.sort(key=lambda method: method.node.name != "__init__")
        self.functions[known:] = [
            method if _is_static(method.node) else method.bound_to(typical) for method in methods
        ]

    def do_If(self, node):
        known = self.truth(node.test)
        if known is not None:
            return self.block(node.body if known else node.orelse)
        start = self.scope.copied()
        count = len(self.conditions)
        self.conditions.append(Condition(self.source, node.test))
        ends = [self.block(node.body)]
        after_body = self.scope.copied()
        self.scope.restore(start)
        self.conditions[count:] = [Condition(self.source, node.test, True)]
        ends.append(self.block(node.orelse))
        del self.conditions[count:]
        if ends[0] != NEXT and ends[1] != NEXT:
            return ends[0] if ends[0] == ends[1] else RETURNS
        if ends[0] == NEXT and ends[1] == NEXT:
            self.scope.merge(after_body)
        elif ends[0] == NEXT:
            self.scope.restore(after_body)
        if RETURNS in ends or LEAVES in ends:
            # What follows is only reached where the branch was not taken.
            self.conditions.append(Condition(self.source, node.test, ends[0] != NEXT))
        return NEXT

    def do_For(self, node):
        items = self.items_of(self.evaluate(node.iter), node.iter)
        if items is not None and len(items) <= _MOST_ROUNDS:
            for item in items:
                self.assign(node.target, item)
                if self.block(node.body) in (RETURNS, RAISES):
                    break
        else:
            self.loops.append(node)
            self._rounds(node.body, lambda: self.assign(node.target, UNKNOWN))
            self.loops.pop()
        return self.block(node.orelse)

    do_AsyncFor = do_For

    def do_While(self, node):
        self.loops.append(node)
        self._rounds(node.body, lambda: self.truth(node.test))
        self.loops.pop()
        return self.block(node.orelse)

    def _rounds(self, body, begin):
        """Runs a body twice, since a round meets what the one before has left."""
        count = len(self.conditions)
        for _ in range(2):
            before = self.scope.copied()
            begin()
            self.block(body)
            del self.conditions[count:]
            self.scope.merge(before)

    def do_Try(self, node):
        end = self.block(node.body)
        count = len(self.conditions)
        after = self.scope.copied()
        for handler in node.handlers:
            self.conditions.append("an exception is caught")
            self.scope.restore(after.copy())
            if self.block(handler.body) == NEXT:
                self.scope.merge(after)
            else:
                self.scope.restore(after)
            after = self.scope.copied()
            del self.conditions[count:]
        if end == NEXT:
            end = self.block(node.orelse)
        last = self.block(node.finalbody)
        return end if last == NEXT else last

    do_TryStar = do_Try

    def do_With(self, node):
        for item in node.items:
            value = self.evaluate(item.context_expr)
            self.enter(value)
            if item.optional_vars is not None:
                self.assign(item.optional_vars, value)
        return self.block(node.body)

    do_AsyncWith = do_With


def _loaded(target):
    """Returns a target as an expression that reads it."""
    for kind in (ast.Name, ast.Attribute, ast.Subscript):
        if isinstance(target, kind):
            fields = {name: getattr(target, name) for name in target._fields if name != "ctx"}
            return ast.copy_location(kind(ctx=ast.Load(), **fields), target)
    return target


def _is_static(node):
    return any(isinstance(d, ast.Name) and d.id == "staticmethod" for d in node.decorator_list)
