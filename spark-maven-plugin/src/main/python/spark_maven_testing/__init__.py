# SPDX-License-Identifier: Apache-2.0
"""What tests of PySpark code import: assertions on data frames, and a session for unittest.

``assert_frame_equal`` and ``assert_schema_equal`` work in pytest, unittest and elsewhere. With
pytest, the plugin ``spark_maven_testing.pytest_plugin`` has a fixture ``spark``.
"""

from .frames import assert_frame_equal, assert_schema_equal
from .test_case import SparkTestCase

__all__ = ["SparkTestCase", "assert_frame_equal", "assert_schema_equal"]
