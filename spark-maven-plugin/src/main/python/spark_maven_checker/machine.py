# SPDX-License-Identifier: Apache-2.0
"""Walks through the statements of a project as Python would, knowing only what the text tells."""

import ast
import os

from .frames import Place
from .scopes import Scope
from .statements import Statements
from .trail import Trail
from .values import UNKNOWN, ClassOf, Const, Function, Instance, ModuleOf, Ref, Unknown

# Of one program or one function that nobody calls, and of all of them.
_MOST_STEPS = 100000
_ALL_STEPS = 2000000
_FEW_STEPS = 3000


class Machine(Statements):
    """Runs modules, functions that they call, and then what nobody has called."""

    def __init__(self, project):
        self.project = project
        self.trail = Trail()
        self.of_main = project.main is not None
        self.functions = []
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
        about_spark = self.project.about_spark()
        for source in self.project.sources:
            if source.path not in about_spark:
                continue
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
        about_spark = self.project.about_spark()
        index = 0
        while index < len(self.functions):
            function = self.functions[index]
            index += 1
            if id(function.node) in self.reached or function.source.path not in about_spark:
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

    # Assignment


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
