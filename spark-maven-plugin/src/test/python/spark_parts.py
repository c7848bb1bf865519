# SPDX-License-Identifier: Apache-2.0
"""The real parts that tests with Spark need."""

import glob
import importlib.util
import os
import shutil
import unittest

_REPOSITORY = os.path.abspath(os.path.join(os.path.dirname(__file__), *[os.pardir] * 4))
_PATTERNS = (
    os.path.join(_REPOSITORY, "spark-maven-testing", "target", "spark-maven-testing-*[!s].jar"),
    os.path.expanduser("~/.m2/repository/org/opentest4j/opentest4j/*/opentest4j-*[!s].jar"),
)


def jars():
    """Returns the jars of the Java library; fewer than two where they are not built."""
    found = [sorted(path for path in glob.glob(pattern)) for pattern in _PATTERNS]
    return [paths[-1] for paths in found if paths]


def needs_spark(cls):
    """Skips a class of tests where PySpark, Java or the Java library is missing."""
    if importlib.util.find_spec("pyspark") is None:
        return unittest.skip("pyspark is not installed")(cls)
    if shutil.which("java") is None and "JAVA_HOME" not in os.environ:
        return unittest.skip("there is no Java")(cls)
    if len(jars()) < 2:
        return unittest.skip("the Java library is not built: " + ", ".join(_PATTERNS))(cls)
    return cls


def submit_arguments(*more):
    """Returns PYSPARK_SUBMIT_ARGS for a small session."""
    words = [
        "--master local[2] --conf spark.ui.enabled=false --conf spark.sql.shuffle.partitions=2"
    ]
    words += ["--conf spark.driver.bindAddress=127.0.0.1 --conf spark.driver.host=127.0.0.1"]
    words += ["--conf spark.ui.showConsoleProgress=false"]
    return " ".join(words + list(more) + ["pyspark-shell"])
