# SPDX-License-Identifier: Apache-2.0
"""The names that a piece of code sees."""

import ast

from .frames import joined
from .values import UNKNOWN


class Scope:
    """The names of a module, a class or a call of a function."""

    def __init__(self, parent, source, node=None):
        self.parent = parent
        self.source = source
        self.node = node
        self.names = {}
        self.stars = parent.stars if parent else []
        self.outer = set()

    @property
    def module(self):
        """Returns the scope of the module."""
        return self.parent.module if self.parent else self

    def get(self, name):
        """Returns what a name stands for, or None."""
        scope = self
        while scope is not None:
            if name in scope.names and not (scope is self and name in self.outer):
                return scope.names[name]
            scope = scope.parent
        return None

    def set(self, name, value):
        """Gives a name a value."""
        scope = self.module if name in self.outer else self
        scope.names[name] = value

    def loads_of(self, name):
        """Counts how often the code of this scope reads a name."""
        root = self.node if self.node is not None else self.source.tree
        return sum(
            1
            for node in ast.walk(root)
            if isinstance(node, ast.Name) and node.id == name and isinstance(node.ctx, ast.Load)
        )

    def copied(self):
        """Returns the names of now."""
        return dict(self.names)

    def restore(self, names):
        """Makes the names those of another moment."""
        self.names = dict(names)

    def merge(self, names):
        """Keeps of two ways that meet what both of them know."""
        for name in list(self.names):
            if name in names:
                self.names[name] = joined(names[name], self.names[name])
        for name in names:
            self.names.setdefault(name, names[name])
        for name, value in self.names.items():
            if value is None:
                self.names[name] = UNKNOWN
