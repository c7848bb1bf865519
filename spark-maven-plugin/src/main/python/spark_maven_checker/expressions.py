# SPDX-License-Identifier: Apache-2.0
"""Evaluates expressions, as far as the text tells."""

import ast

from . import names
from .calls import Calls
from .frames import Frame
from .operators import Operators
from .values import (
    ARGUMENT,
    UNKNOWN,
    ClassOf,
    Const,
    Function,
    Instance,
    Mapping,
    ModuleOf,
    Ref,
    Seq,
    Thing,
)


class Expressions(Calls, Operators):
    """Evaluates every expression but calls."""

    def evaluate(self, node):
        """Returns what is known of an expression's value."""
        self.steps += 1
        method = getattr(self, "of_" + type(node).__name__, None)
        if method is not None:
            return method(node)
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.expr):
                self.escape(self.evaluate(child))
        return UNKNOWN

    def of_Constant(self, node):
        self.met_constant(node)
        return Const(node.value) if node.value is not Ellipsis else UNKNOWN

    def of_Index(self, node):
        # The form of subscripts before Python 3.9.
        return self.evaluate(node.value)

    def of_Name(self, node):
        value = self.scope.get(node.id)
        if value is not None:
            return value
        for module in self.scope.stars:
            found = names.of_star(module, node.id)
            if found:
                return Ref(found)
        if node.id in names.BUILTINS:
            return Ref("builtins." + node.id)
        # Notebooks and shells have these names without an import.
        return self.conventional(node.id)

    def of_Attribute(self, node):
        return self.attribute(self.evaluate(node.value), node)

    def attribute(self, owner, node):
        """Returns an attribute of a value."""
        name = node.attr
        if isinstance(owner, Ref):
            if name == "builder" and names.canonical(owner.name) == "SparkSession":
                return Thing("builder")
            return Ref(owner.name + "." + name)
        if owner is ARGUMENT:
            return ARGUMENT
        if isinstance(owner, ModuleOf):
            return owner.scope.names.get(name, UNKNOWN)
        if isinstance(owner, ClassOf):
            return self._member(owner, name, None)
        if isinstance(owner, Instance):
            if name in owner.fields:
                return owner.fields[name]
            return self._member(owner.kind, name, owner)
        return self.spark_attribute(owner, name, node)

    def _member(self, kind, name, receiver):
        seen = [kind]
        while seen:
            current = seen.pop(0)
            value = current.members.get(name)
            if value is not None:
                if isinstance(value, Function) and receiver is not None:
                    return value.bound_to(receiver)
                return value
            for base in current.node.bases:
                parent = self._resolved(base, current)
                if isinstance(parent, ClassOf) and parent is not current:
                    seen.append(parent)
        return UNKNOWN

    def _resolved(self, base, kind):
        scope = self._modules.get(kind.source.path)
        if isinstance(base, ast.Name) and scope is not None:
            return scope.get(base.id)
        return None

    def of_JoinedStr(self, node):
        return self._concatenated([self.evaluate(part) for part in node.values])

    def of_FormattedValue(self, node):
        value = self.evaluate(node.value)
        if isinstance(value, Const) and node.format_spec is None and node.conversion == -1:
            return Const(str(value.value))
        return value if value is ARGUMENT else UNKNOWN

    @staticmethod
    def _concatenated(parts):
        if all(isinstance(part, Const) and isinstance(part.value, str) for part in parts):
            return Const("".join(part.value for part in parts))
        return ARGUMENT if ARGUMENT in parts else UNKNOWN

    def of_List(self, node):
        items, whole = [], True
        for element in node.elts:
            if isinstance(element, ast.Starred):
                more = self.evaluate(element.value)
                if isinstance(more, Seq):
                    items += more.items
                    whole = whole and more.whole
                else:
                    whole = False
            else:
                items.append(self.evaluate(element))
        for item in items:
            self.escape(item)
        return Seq(items, whole)

    of_Tuple = of_List
    of_Set = of_List

    def of_Dict(self, node):
        pairs, whole = [], True
        for key, value in zip(node.keys, node.values):
            found = self.evaluate(value)
            self.escape(found)
            if key is not None:
                pairs.append((self.evaluate(key), found))
            elif isinstance(found, Mapping):
                pairs += found.pairs
                whole = whole and found.whole
            else:
                whole = False
        return Mapping(pairs, whole, len(self.conditions))

    def of_Lambda(self, node):
        for inner in ast.walk(node.body):
            if isinstance(inner, ast.Name):
                self.escape(self.scope.get(inner.id))
        return Function(node, self.source, self.scope)

    def of_NamedExpr(self, node):
        value = self.evaluate(node.value)
        self.scope.set(node.target.id, value)
        return value

    def of_Await(self, node):
        return self.evaluate(node.value)

    def of_Starred(self, node):
        return self.evaluate(node.value)

    def of_Subscript(self, node):
        owner = self.evaluate(node.value)
        if owner is ARGUMENT or (isinstance(owner, Ref) and owner.name == "sys.argv"):
            return ARGUMENT
        if isinstance(node.slice, ast.Slice):
            self.escape(owner)
            return UNKNOWN
        key = self.evaluate(node.slice)
        if isinstance(owner, Seq) and owner.whole and isinstance(key, Const):
            try:
                return owner.items[key.value]
            except (IndexError, TypeError):
                return UNKNOWN
        if isinstance(owner, Mapping) and isinstance(key, Const):
            return owner.get(key.value) or UNKNOWN
        return self.spark_item(owner, key, node)

    def _comprehended(self, node, results):
        before, self.scope = self.scope, type(self.scope)(self.scope, self.source)
        self.scope.node = before.node
        for generator in node.generators:
            self.items_of(self.evaluate(generator.iter), generator.iter)
            self.assign(generator.target, UNKNOWN)
            for test in generator.ifs:
                self.evaluate(test)
        self.loops.append(node)
        for result in results:
            self.escape(self.evaluate(result))
        self.loops.pop()
        self.scope = before
        return Seq([], False)

    def of_ListComp(self, node):
        return self._comprehended(node, [node.elt])

    of_SetComp = of_ListComp
    of_GeneratorExp = of_ListComp

    def of_DictComp(self, node):
        self._comprehended(node, [node.key, node.value])
        return UNKNOWN

    def items_of(self, value, node):
        """Returns what a loop goes through, or None."""
        if isinstance(value, Seq) and value.whole:
            return value.items
        if isinstance(value, Mapping) and value.whole:
            return [key for key, _ in value.pairs]
        if not isinstance(value, (Thing, Frame)):
            self.escape(value)
        return None
