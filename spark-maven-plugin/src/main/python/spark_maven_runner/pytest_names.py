# SPDX-License-Identifier: Apache-2.0
"""Names what pytest runs as reports do."""

import os

from .folders import top_folder


class Names:
    """Turns the ids of pytest into modules, classes and names of tests.

    Modules are named from the folder of the tests, or from the outermost package that it is in, as
    unittest names them; pytest's own ids begin at its root folder, wherever that is.
    """

    def __init__(self, root, test_directory):
        self._root = root
        self._top = top_folder(test_directory, os.getcwd())

    def parts(self, node_id):
        """Returns the module, the classes from the outermost, and the name of the test."""
        # A parameter's text can hold anything, also what sets the parts apart.
        address, bracket, parameters = node_id.partition("[")
        path, *names = address.split("::")
        name = names.pop() if names else ""
        return (
            self._module(path),
            [part for part in names if part != "()"],
            name + bracket + parameters,
        )

    def owner(self, node_id):
        """Returns the full name of the class, or of the module, that a test stands in."""
        module, classes, _ = self.parts(node_id)
        return ".".join([module] + classes)

    def collected(self, node_id):
        """Returns the full name of what holds tests: a package, a module or a class."""
        module, classes, name = self.parts(node_id)
        return ".".join([module] + classes + ([name] if name else []))

    def _module(self, path):
        absolute = os.path.normpath(os.path.join(self._root, path))
        relative = os.path.relpath(absolute, self._top)
        if relative == os.curdir:
            return os.path.basename(absolute)
        if relative.startswith(os.pardir):
            relative = path
        without_end = relative[: -len(".py")] if relative.endswith(".py") else relative
        parts = without_end.replace(os.sep, "/").split("/")
        if len(parts) > 1 and parts[-1] == "__init__":
            parts.pop()
        return ".".join(part for part in parts if part not in ("", "."))
