# SPDX-License-Identifier: Apache-2.0
"""Which tests are to run, in surefire's manner."""

import re


class Selection:
    """Patterns such as ``Clustering*``, ``test_clustering#finds*`` and ``*#test_x``.

    What stands before the ``#`` is matched against the simple and the full name of the class, of
    the classes around it and of the module; what stands after it against the test's name.
    """

    def __init__(self, patterns):
        self._patterns = [_halves(pattern) for pattern in patterns]

    @property
    def takes_all(self):
        """Says whether there is nothing to choose by."""
        return not self._patterns

    def takes(self, module, classes, names):
        """Says whether a test is taken.

        classes are the simple names of the classes that it stands in, from the outermost; names
        those by which the test may be called, as with and without its parameters.
        """
        owners = _owners(module, classes)
        return self.takes_all or any(
            _any_matches(of_class, owners) and _any_matches(of_test, names)
            for of_class, of_test in self._patterns
        )


def _halves(pattern):
    of_class, hash_sign, of_test = pattern.partition("#")
    return _expression(of_class), _expression(of_test if hash_sign else "*")


def _expression(glob):
    words = re.escape(glob).replace(r"\*", ".*").replace(r"\?", ".")
    return re.compile(words, re.DOTALL)


def _owners(module, classes):
    owners = [module, module.rpartition(".")[2]]
    for depth, simple in enumerate(classes, 1):
        owners += [simple, ".".join([module] + list(classes[:depth]))]
    return owners


def _any_matches(expression, texts):
    return any(expression.fullmatch(text) for text in texts)
