# SPDX-License-Identifier: Apache-2.0
"""The files of a project, as trees, and the modules that they are."""

import ast
import os
import re

_TEST_FOLDERS = {"test", "tests", "testing"}


class Source:
    """A file with its syntax tree."""

    def __init__(self, path, name, module, text, tree):
        self.path = path
        self.name = name
        self.module = module
        self.text = text
        self.tree = tree
        self._lines = re.split(b"\r\n|\r|\n", text.encode("utf-8"))
        self.imports_pyspark = bool(re.search(r"^\s*(from|import)\s+pyspark\b", text, re.MULTILINE))
        self.has_main_guard = "__main__" in text

    @property
    def is_package(self):
        """Says whether it is the __init__ of a package."""
        return os.path.basename(self.path) == "__init__.py"

    def segment(self, node):
        """Returns a node's text, with white space made single."""
        first, last = node.lineno - 1, (node.end_lineno or node.lineno) - 1
        lines = self._lines[first : last + 1]
        if len(lines) != last - first + 1:
            return ""
        # Columns count bytes.
        lines[-1] = lines[-1][: node.end_col_offset]
        lines[0] = lines[0][node.col_offset :]
        return re.sub(r"\s+", " ", b"\n".join(lines).decode("utf-8", "replace"))


class Project:
    """The sources of a project; what is test code is left out."""

    def __init__(self, files, root, main_file=None):
        self.unread = []
        self.main = None
        self._root = os.path.abspath(root)
        self._by_path = {}
        self._by_module = {}
        for file in list(files) + ([main_file] if main_file else []):
            self._add(file)
        if main_file:
            self.main = self._by_path.get(os.path.abspath(main_file))

    @property
    def sources(self):
        """Returns the files in the order in which they were given."""
        return list(self._by_path.values())

    def module(self, name, importer, level=0):
        """Returns the source of a module as a file imports it, or None."""
        if level:
            base = importer.module.split(".")
            base = base if importer.is_package else base[:-1]
            base = base[: len(base) - (level - 1)] if level > 1 else base
            name = ".".join(base + ([name] if name else []))
        folder = os.path.dirname(importer.path)
        beside = os.path.join(folder, *name.split("."))
        for candidate in (beside + ".py", os.path.join(beside, "__init__.py")):
            if not level and candidate in self._by_path:
                return self._by_path[candidate]
        return self._by_module.get(name)

    def about_spark(self):
        """Returns the paths of files that import pyspark, by way of others of the project too."""
        found = {source.path for source in self.sources if source.imports_pyspark}
        imported = {source.path: self._imported_by(source) for source in self.sources}
        before = -1
        while before != len(found):
            before = len(found)
            found |= {path for path, others in imported.items() if others & found}
        return found

    def _imported_by(self, source):
        modules = set()
        for node in ast.walk(source.tree):
            if isinstance(node, ast.Import):
                modules |= {self.module(alias.name, source) for alias in node.names}
            elif isinstance(node, ast.ImportFrom):
                base = node.module or ""
                names = [base] + [".".join(filter(None, [base, a.name])) for a in node.names]
                modules |= {self.module(name, source, node.level) for name in names if name}
        return {module.path for module in modules if module is not None}

    def _add(self, file):
        path = os.path.abspath(file)
        if path in self._by_path or not path.endswith(".py") or is_test(path, self._root):
            return
        try:
            with open(path, "rb") as stream:
                data = stream.read()
            tree = ast.parse(data, path)
            text = _decoded(data)
        except (SyntaxError, ValueError, OSError, RecursionError, MemoryError) as problem:
            self.unread.append({"file": file, "why": str(problem)})
            return
        source = Source(path, file, _module_of(path, self._root), text, tree)
        self._by_path[path] = source
        self._by_module.setdefault(source.module, source)


def _decoded(data):
    # The tree's columns count bytes of UTF-8; other encodings are rare and only cost a text.
    text = data.decode("utf-8", "replace")
    return text[1:] if text.startswith("\ufeff") else text


def _module_of(path, root):
    relative = os.path.relpath(path, root)
    if relative.startswith(os.pardir):
        relative = os.path.basename(path)
    names = relative[: -len(".py")].split(os.sep)
    if names[-1] == "__init__" and len(names) > 1:
        names.pop()
    return ".".join(names)


def is_test(path, root):
    """Says whether a file is test code by its name or by a folder below the root."""
    names = os.path.relpath(path, root).split(os.sep)
    file = names[-1]
    return (
        file == "conftest.py"
        or file.startswith(("test_", "test-"))
        or file.endswith(("_test.py", "_tests.py"))
        or any(name in _TEST_FOLDERS for name in names[:-1])
    )
