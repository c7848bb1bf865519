# SPDX-License-Identifier: Apache-2.0
"""A plugin of pytest with the fixture ``spark``.

``spark:test`` loads it. Elsewhere ``-p spark_maven_testing.pytest_plugin`` does, or in a
conftest.py ``pytest_plugins = ["spark_maven_testing.pytest_plugin"]``. A fixture of the project
that is called ``spark`` takes the place of this one.
"""

import pytest

from .session import shared_session, stop_session


@pytest.fixture(scope="session")
def spark():
    """A Spark session for all tests of the run, with the settings of spark-defaults.conf."""
    yield shared_session()
    stop_session()
