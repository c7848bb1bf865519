# SPDX-License-Identifier: Apache-2.0
"""The base class of unittest's test cases that use Spark."""

import unittest

from .frames import assert_frame_equal, assert_schema_equal
from .session import shared_session

# unittest leaves the frames of such modules out of its tracebacks.
__unittest = True


class SparkTestCase(unittest.TestCase):
    """A test case with a Spark session, which all classes of a run share.

    ``self.spark`` is there in every test. A class with a ``setUpClass`` of its own has
    ``cls.spark`` once it has called ``super().setUpClass()``.
    """

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.spark = shared_session()

    @property
    def spark(self):
        """The session, where ``setUpClass`` has not been passed on."""
        return shared_session()

    def assertFrameEqual(self, actual, expected, **options):
        """Asserts as assert_frame_equal does, with its options."""
        assert_frame_equal(actual, expected, **options)

    def assertSchemaEqual(self, actual, expected, **options):
        """Asserts as assert_schema_equal does, with its options."""
        assert_schema_equal(actual, expected, **options)
