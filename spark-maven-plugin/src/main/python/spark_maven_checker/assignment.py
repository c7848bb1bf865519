# SPDX-License-Identifier: Apache-2.0
"""What statements give names, fields and items."""

import ast

from .frames import joined
from .values import UNKNOWN, Instance, Mapping, Seq, Split


class Assignment:
    """Binds targets to values."""

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
