# SPDX-License-Identifier: Apache-2.0
"""Names what unittest runs as reports do."""

import re
import unittest

# "setUpClass (package.module.Class)" and the like, of unittest.suite._ErrorHolder
_FIXTURE = re.compile(r"(?s)(\w+) \((.*)\)")
_BROKEN, _SKIPPED = "unittest.loader._FailedTest", "unittest.loader.ModuleSkipped"


class Names:
    """The names of a test, of a subtest, of a fixture, or of a module that cannot be loaded."""

    def __init__(self, test):
        case = getattr(test, "test_case", test)
        kind = type(case)
        owner = kind.__module__ + "." + kind.__qualname__
        identity = case.id()
        fixture = None if isinstance(case, unittest.TestCase) else _FIXTURE.fullmatch(identity)
        self.is_broken = owner == _BROKEN
        self.is_fixture = fixture is not None
        self.module, self.classes = kind.__module__, kind.__qualname__.split(".")
        if owner in (_BROKEN, _SKIPPED):
            self.module, self.classes, self.test = identity[len(owner) + 1 :], [], "loading"
        elif fixture:
            self.module, self.classes, self.test = fixture.group(2), [], fixture.group(1)
        elif identity.startswith(owner + "."):
            self.test = identity[len(owner) + 1 :]
        else:
            # A doctest, for one.
            module, _, self.test = identity.rpartition(".")
            self.module, self.classes = module or owner, []
        if case is not test:
            self.test += " " + test._subDescription()

    @property
    def owner(self):
        """The full name of the class, or of the module where there is none."""
        return ".".join([self.module] + self.classes)
