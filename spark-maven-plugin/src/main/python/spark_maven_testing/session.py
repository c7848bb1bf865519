# SPDX-License-Identifier: Apache-2.0
"""The session that all tests of a run share."""

import atexit


def shared_session():
    """Returns the session that is there, or starts one with the settings of spark-defaults.conf.

    It is stopped when Python ends.
    """
    from pyspark.sql import SparkSession

    atexit.register(stop_session)
    return SparkSession.builder.getOrCreate()


def stop_session():
    """Stops the session, if there is one."""
    # Repeated calls of shared_session have registered this as often.
    atexit.unregister(stop_session)
    from pyspark.sql import SparkSession

    session = SparkSession.getActiveSession()
    if session is not None:
        session.stop()
