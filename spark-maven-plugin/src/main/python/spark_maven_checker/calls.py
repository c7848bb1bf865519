# SPDX-License-Identifier: Apache-2.0
"""Calls: of the project's own functions and classes, of Python's, and of what nobody knows."""

import ast

from . import names
from .frames import GIVEN, Frame, joined
from .python_calls import PythonCalls
from .spark_calls import SparkCalls
from .values import (
    ARGUMENT,
    UNKNOWN,
    ClassOf,
    Const,
    Function,
    Grouped,
    Instance,
    Mapping,
    Ref,
    Rows,
    Seq,
    Split,
    StreamWriter,
    Thing,
    Writer,
)

_DEEPEST = 8
_SESSION_NAMES = {"spark", "spark_session", "sparkSession", "sparksession"}
_CONTEXT_NAMES = {"sc", "spark_context", "sparkContext"}


class Call:
    """The words of a call."""

    def __init__(self, node, args, kwargs, whole):
        self.node = node
        self.args = args
        self.kwargs = kwargs
        self.whole = whole

    def get(self, index, name=None):
        """Returns an argument by position or by name, or None."""
        if index is not None and index < len(self.args):
            return self.args[index]
        return self.kwargs.get(name) if name else None

    def with_first(self, value):
        """Returns the call with another first argument."""
        return Call(self.node, [value] + self.args[1:], self.kwargs, self.whole)

    def constant(self, index, name=None):
        """Returns an argument's constant value, or None."""
        value = self.get(index, name)
        return value.value if isinstance(value, Const) else None

    def values(self):
        """Returns all arguments."""
        return self.args + list(self.kwargs.values())


class Calls(SparkCalls, PythonCalls):
    """Evaluates calls."""

    def of_Call(self, node):
        self.steps += 10
        function = node.func
        if isinstance(function, ast.Attribute):
            owner = self.evaluate(function.value)
            call = self._words(node)
            self.met_call(owner, function.attr, call)
            if isinstance(owner, Const) and isinstance(owner.value, str):
                return self._of_text(owner.value, function.attr, call)
            if isinstance(owner, Seq):
                return self._of_seq(owner, function.attr, call)
            if isinstance(owner, Mapping):
                return self._of_mapping(owner, function.attr, call)
            if self.is_spark(owner):
                return self.spark_call(owner, function.attr, call)
            if isinstance(owner, Ref) and owner.name == "builtins.super":
                return UNKNOWN
            if owner is UNKNOWN and function.attr in ("parse_args", "parse_known_args"):
                return ARGUMENT
            return self.call(self.attribute(owner, function), call)
        return self.call(self.evaluate(function), self._words(node))

    def _words(self, node):
        args, kwargs, whole = [], {}, True
        for arg in node.args:
            if isinstance(arg, ast.Starred):
                more = self.evaluate(arg.value)
                if isinstance(more, Seq) and more.whole:
                    args += more.items
                else:
                    self.escape(more)
                    whole = False
            else:
                args.append(self.evaluate(arg))
        for keyword in node.keywords:
            value = self.evaluate(keyword.value)
            if keyword.arg is not None:
                kwargs[keyword.arg] = value
            elif isinstance(value, Mapping) and value.whole:
                kwargs.update(
                    (key.value, item) for key, item in value.pairs if isinstance(key, Const)
                )
            else:
                whole = False
        return Call(node, args, kwargs, whole)

    def call(self, function, call):
        """Returns what a call of a function or class gives."""
        if isinstance(function, Function):
            return self._of_function(function, call)
        if isinstance(function, ClassOf):
            return self._made(function, call)
        if isinstance(function, Ref):
            if function.name.startswith("builtins."):
                return self._of_builtin(function.name[len("builtins.") :], call)
            return self.library_call(function.name, call)
        for value in call.values():
            self.escape(value)
        return UNKNOWN

    def _of_function(self, function, call):
        node = function.node
        if id(node) in self.stack or len(self.stack) >= _DEEPEST:
            for value in call.values():
                self.escape(value)
            return UNKNOWN
        self.reached.add(id(node))
        values = self.answer(function, call)
        if function.gives_many():
            return UNKNOWN
        result = values[0] if values else Const(None)
        for value in values[1:]:
            result = joined(result, value)
        if result is UNKNOWN and not isinstance(node, ast.Lambda) and node.returns is not None:
            return self._returned_as(function)
        return result

    def _returned_as(self, function):
        before = (self.source, self.scope)
        self.source, self.scope = function.source, function.scope
        value = self.annotated(function.node.returns)
        self.source, self.scope = before
        return value

    def _made(self, kind, call):
        instance = Instance(kind, len(self.conditions))
        start = self._member(kind, "__init__", instance)
        if isinstance(start, Function):
            self._of_function(start, call)
        else:
            for value in call.values():
                self.escape(value)
        return instance

    def bind(self, scope, function, call):
        """Gives a function's parameters their values."""
        arguments = function.node.args
        parameters = getattr(arguments, "posonlyargs", []) + arguments.args
        start = 0
        if function.receiver is not None and parameters:
            scope.names[parameters[0].arg] = function.receiver
            start = 1
        first_default = len(parameters) - len(arguments.defaults)
        for index, parameter in enumerate(parameters[start:] + arguments.kwonlyargs):
            value = None
            if call is not None:
                given = index if index < len(parameters) - start else None
                value = call.get(given, parameter.arg)
                if value is None and call.whole:
                    value = self._default(arguments, parameters, first_default, parameter)
            known = value is not None and value is not UNKNOWN
            scope.names[parameter.arg] = value if known else self._parameter(parameter)
        for rest in (arguments.vararg, arguments.kwarg):
            if rest is not None:
                scope.names[rest.arg] = UNKNOWN
        if call is not None and (arguments.vararg or arguments.kwarg):
            for value in call.values():
                self.escape(value)

    def _default(self, arguments, parameters, first_default, parameter):
        if parameter in parameters:
            index = parameters.index(parameter) - first_default
            node = arguments.defaults[index] if index >= 0 else None
        else:
            node = arguments.kw_defaults[arguments.kwonlyargs.index(parameter)]
        return self.evaluate(node) if isinstance(node, ast.Constant) else None

    def _parameter(self, parameter):
        if parameter.annotation is not None:
            return self.annotated(parameter.annotation)
        return self.conventional(parameter.arg)

    def conventional(self, name):
        """Returns what a name without a definition stands for in every Spark program."""
        if self.source.imports_pyspark:
            if name in _SESSION_NAMES:
                return Thing("session")
            if name in _CONTEXT_NAMES:
                return Thing("context")
        return UNKNOWN

    def annotated(self, node):
        """Returns what an annotation tells of a value."""
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            try:
                node = ast.parse(node.value, mode="eval").body
            except SyntaxError:
                return UNKNOWN
        if isinstance(node, ast.Subscript):
            name = node.value
            if getattr(name, "id", getattr(name, "attr", "")) == "Optional":
                return self.annotated(getattr(node.slice, "value", node.slice))
            if getattr(name, "id", getattr(name, "attr", "")) != "RDD":
                return UNKNOWN
            node = name
        if not isinstance(node, (ast.Name, ast.Attribute)):
            return UNKNOWN
        value = self.evaluate(node)
        if isinstance(value, ClassOf) and value.typical is not None:
            return value.typical
        kind = names.canonical(value.name) if isinstance(value, Ref) else None
        if kind in ("DataFrame", "RDD"):
            return Frame("rdd" if kind == "RDD" else "df", GIVEN)
        things = {"SparkSession": "session", "SparkContext": "context", "SparkConf": "conf"}
        return Thing(things[kind]) if kind in things else UNKNOWN

    # Python's own

    @staticmethod
    def is_spark(value):
        """Says whether a value is an object of Spark whose methods are known."""
        return isinstance(value, SparkCalls.OBJECTS) or isinstance(
            value, (Thing, Frame, Grouped, Writer, StreamWriter, Rows, Split)
        )
