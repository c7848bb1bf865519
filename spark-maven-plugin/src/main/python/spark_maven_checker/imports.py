# SPDX-License-Identifier: Apache-2.0
"""What import statements bring into a module."""

from .values import UNKNOWN, ModuleOf, Ref


class Imports:
    """Brings in modules of the project, and the names of libraries."""

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
