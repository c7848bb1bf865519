# SPDX-License-Identifier: Apache-2.0
"""Walks through the statements of a project as Python would, knowing only what the text tells."""

import ast
import os

from .expressions import Expressions
from .scopes import Scope
from .trail import Condition, Trail
from .values import (
    UNKNOWN,
    ClassOf,
    Const,
    Function,
    Instance,
    Mapping,
    ModuleOf,
    Place,
    Ref,
    Seq,
    Split,
    Unknown,
    joined,
)

NEXT, RETURNS, RAISES, LEAVES = "next", "returns", "raises", "leaves"
# Of one program or one function that nobody calls, and of all of them.
_MOST_STEPS = 100000
_ALL_STEPS = 2000000
_FEW_STEPS = 3000
_MOST_ROUNDS = 60


class Machine(Expressions):
    """Runs modules, functions that they call, and then what nobody has called."""

    def __init__(self, project):
        self.project = project
        self.trail = Trail()
        self.of_main = project.main is not None
        self.functions = []
        self.classes = []
        self.reached = set()
        self.source = None
        self.root = ""
        self.scope = None
        self.conditions = []
        self.loops = []
        self.stack = []
        self.returned = []
        self.order = 0
        self.steps = 0
        self.all_steps = 0
        self.limit = 0
        self._modules = {}
        self._answers = {}

    def run(self):
        """Walks through everything and returns what was met."""
        main = self.project.main
        if main:
            self._run_root(main)
            self._run_uncalled()
        self.of_main = main is None
        for source in self.project.sources:
            if source.path not in self._modules or (source.has_main_guard and source is not main):
                self._run_root(source)
        self._run_uncalled()
        return self.trail

    def place(self, node):
        """Returns where a node stands, and under what, now."""
        self.order += 1
        return Place(
            self.source,
            node,
            tuple(self.conditions),
            tuple(self.loops),
            self.order,
            bool(self.stack),
        )

    # Modules and functions

    def module_scope(self, source):
        """Returns the names of a module, which is run when it is first imported."""
        if source.path not in self._modules:
            self._run_module(source, source.module)
        return self._modules[source.path]

    def _run_root(self, source):
        self._begin()
        self.source = source
        self.root = source.path
        self._guarded(lambda: self._run_module(source, "__main__"))

    def _begin(self):
        self.all_steps += self.steps
        self.steps = 0
        self.limit = _MOST_STEPS if self.all_steps < _ALL_STEPS else _FEW_STEPS

    def _run_module(self, source, name):
        scope = Scope(None, source)
        scope.names["__name__"] = Const(name)
        scope.names["__file__"] = UNKNOWN
        self._modules[source.path] = scope
        self._inside(source, scope, source.tree.body)

    def _inside(self, source, scope, body):
        before = (self.source, self.scope, self.conditions, self.loops, self.returned)
        self.source, self.scope, self.returned = source, scope, []
        self.conditions, self.loops = list(self.conditions), list(self.loops)
        try:
            self.block(body)
            return self.returned
        finally:
            self.source, self.scope, self.conditions, self.loops, self.returned = before

    def _run_uncalled(self):
        """Runs each function that no code here calls, with parameters as they are annotated."""
        index = 0
        while index < len(self.functions):
            function = self.functions[index]
            index += 1
            if id(function.node) in self.reached:
                continue
            self._begin()
            self.reached.add(id(function.node))
            self.conditions = ["%s is called" % function.node.name]
            self.source = function.source
            self.root = ""
            self._guarded(lambda: self._run_alone(function))
            self.conditions = []

    def _run_alone(self, function):
        for value in self.run_function(function, None):
            self.escape(value)

    def _guarded(self, walk):
        """Walks, and passes a file over rather than to break a build over a fault of ours."""
        try:
            walk()
        except (RecursionError, AttributeError, TypeError, KeyError, IndexError) as fault:
            if os.environ.get("SPARK_MAVEN_CHECKER_STRICT"):
                raise
            name = self.source.name if self.source else ""
            self.project.unread.append({"file": name, "why": "not understood: %r" % fault})
            self.stack, self.conditions, self.loops = [], [], []

    def answer(self, function, call):
        """Returns what a call of a function may return; one without Spark is run but once."""
        key = _key(function, call)
        if key is not None and key in self._answers:
            return self._answers[key]
        before = self.order
        values = self.run_function(function, call)
        if function.receiver is not None:
            # Classes are made to be extended: others may call the method too.
            for value in values:
                self.escape(value)
        if key is not None and self.order == before:
            self._answers[key] = values
        return values

    def run_function(self, function, call):
        """Runs a function's body and returns what it may return; call None is a call unknown."""
        node = function.node
        scope = Scope(function.scope, function.source, node)
        before = (self.source, self.scope)
        self.source, self.scope = function.source, function.scope
        self.bind(scope, function, call)
        self.source, self.scope = before
        self.stack.append(id(node))
        try:
            if isinstance(node, ast.Lambda):
                return self._inside(function.source, scope, [ast.Return(value=node.body)])
            return self._inside(function.source, scope, node.body)
        finally:
            self.stack.pop()

    # Statements

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

    def do_Import(self, node):
        for alias in node.names:
            source = self.project.module(alias.name, self.source)
            if source and source is not self.source:
                scope = self.module_scope(source)
                if alias.asname or "." not in alias.name:
                    name = alias.asname or alias.name
                    self.scope.set(name, ModuleOf(source, scope))
            elif alias.asname:
                self.scope.set(alias.asname, Ref(alias.name))
            else:
                first = alias.name.split(".")[0]
                self.scope.set(first, Ref(first))

    def do_ImportFrom(self, node):
        source = self.project.module(node.module or "", self.source, node.level)
        names = self.module_scope(source).names if source and source is not self.source else None
        for alias in node.names:
            if alias.name == "*":
                self._import_all(names, node.module or "")
            else:
                value = self._imported(names, node, alias.name)
                self.scope.set(alias.asname or alias.name, value)

    def _import_all(self, names, module):
        if names is None:
            self.scope.stars.append(module)
        else:
            for name, value in list(names.items()):
                if not name.startswith("_"):
                    self.scope.set(name, value)

    def _imported(self, names, node, name):
        if names is not None and name in names:
            return names[name]
        inner = ".".join(filter(None, [node.module, name]))
        source = self.project.module(inner, self.source, node.level)
        if source and source is not self.source:
            return ModuleOf(source, self.module_scope(source))
        if names is not None or node.level:
            return UNKNOWN
        return Ref(inner)

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

    # Assignment

    def assign(self, target, value):
        """Binds a target to a value."""
        if isinstance(target, ast.Name):
            self.scope.set(target.id, self.named(target.id, value))
        elif isinstance(target, (ast.Tuple, ast.List)):
            self._unpack(target.elts, value)
        elif isinstance(target, ast.Starred):
            self.assign(target.value, UNKNOWN)
        elif isinstance(target, ast.Attribute):
            self._store(self.evaluate(target.value), target.attr, value)
        elif isinstance(target, ast.Subscript):
            self._put(target, value)

    def _unpack(self, targets, value):
        known = isinstance(value, Seq) and value.whole and len(value.items) == len(targets)
        for index, target in enumerate(targets):
            if known and not isinstance(target, ast.Starred):
                self.assign(target, value.items[index])
            elif isinstance(value, Split):
                self.assign(target, self.part_of(value, target))
            else:
                self.assign(target, UNKNOWN)
        if not known:
            self.escape(value)

    def _store(self, owner, name, value):
        if isinstance(owner, Instance):
            self.escape(value)
            if len(self.conditions) > owner.depth and name in owner.fields:
                value = joined(owner.fields[name], value)
            owner.fields[name] = value
        else:
            self.escape(value)

    def _put(self, target, value):
        owner = self.evaluate(target.value)
        key = self.evaluate(target.slice)
        self.escape(value)
        if isinstance(owner, Mapping):
            if len(self.conditions) > owner.depth:
                value = UNKNOWN
            owner.pairs.append((key, value))
        self.stored(owner, key, value, target)


def _loaded(target):
    """Returns a target as an expression that reads it."""
    for kind in (ast.Name, ast.Attribute, ast.Subscript):
        if isinstance(target, kind):
            fields = {name: getattr(target, name) for name in target._fields if name != "ctx"}
            return ast.copy_location(kind(ctx=ast.Load(), **fields), target)
    return target


def _is_static(node):
    return any(isinstance(d, ast.Name) and d.id == "staticmethod" for d in node.decorator_list)


def _key(function, call):
    """Returns what tells one call from another, where that can be told."""
    words = []
    for name, value in list(enumerate(call.args)) + sorted(call.kwargs.items()):
        if isinstance(value, Const):
            words.append((name, type(value.value), value.value))
        elif isinstance(value, (Instance, Function, ClassOf, Ref, Unknown, ModuleOf)):
            words.append((name, id(value)))
        else:
            return None
    return id(function.node), id(function.receiver), call.whole, tuple(words)
