# SPDX-License-Identifier: Apache-2.0
"""Reaches the Java library spark-maven-testing in the driver's JVM."""

import glob
import os

# unittest leaves the frames of such modules out of its tracebacks.
__unittest = True

_CLASS = "io.github.sparkmaven.testing.DatasetAssert"
_JARS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "jars", "*.jar")
_FAILED = "org.opentest4j.AssertionFailedError"


def session_of(frame, function):
    """Returns the session of a data frame, and refuses what is none."""
    __tracebackhide__ = True
    if ".connect." in type(frame).__module__:
        raise TypeError(
            function + " needs a frame of a session in this machine's JVM, but this one is of Spark"
            " Connect. Start the session of the tests with a master, as in"
            ' SparkSession.builder.master("local[2]")'
        )
    if not hasattr(frame, "_jdf"):
        raise TypeError(
            "{} asserts on a data frame of Spark, but got a {}".format(
                function, type(frame).__name__
            )
        )
    return frame.sparkSession


def new_assertion(session, frame):
    """Begins an assertion of the Java library on a data frame."""
    __tracebackhide__ = True
    jvm = session.sparkContext._jvm
    if not _is_loaded(jvm):
        _add_jars(jvm)
    return call(jvm.io.github.sparkmaven.testing.DatasetAssert.assertDataset, frame._jdf)


def _is_loaded(jvm):
    # What is no class is a package to py4j.
    return type(jvm.io.github.sparkmaven.testing.DatasetAssert).__name__ == "JavaClass"


def _add_jars(jvm):
    """Adds the jars beside this package to the class loader of the driver.

    It is the one that spark-submit makes for ``--jars``, and the parent of the executor's in local
    mode; a loader of our own would be none of Spark's, and large frames are compared in its tasks.
    """
    __tracebackhide__ = True
    jars = sorted(glob.glob(_JARS))
    if not jars:
        raise RuntimeError(
            "the class {} is neither on the class path of Spark's driver nor in {}. Run the tests"
            " by spark:test, or set spark.driver.extraClassPath to the jars spark-maven-testing and"
            " opentest4j".format(_CLASS, os.path.dirname(_JARS))
        )
    loader = jvm.java.lang.Thread.currentThread().getContextClassLoader()
    if not hasattr(loader, "addURL"):
        raise RuntimeError(
            "the class loader of Spark's driver takes no jars. Set spark.driver.extraClassPath to "
            + os.pathsep.join(jars)
        )
    for jar in jars:
        loader.addURL(jvm.java.io.File(jar).toURI().toURL())


def call(method, *arguments):
    """Calls a method of the library; its exceptions become Python's, without py4j's words."""
    __tracebackhide__ = True
    from py4j.protocol import Py4JJavaError

    try:
        return method(*arguments)
    except Py4JJavaError as error:
        problem = _in_python(error.java_exception)
        if problem is None:
            raise
    except Exception as error:
        # PySpark turns some of Java's exceptions into its own.
        if type(error).__name__ != "IllegalArgumentException":
            raise
        problem = ValueError(_own_message(error))
    raise problem from None


def _in_python(exception):
    name = exception.getClass().getName()
    if name == _FAILED:
        return AssertionError(exception.getMessage())
    if name == "java.lang.IllegalArgumentException":
        return ValueError(exception.getMessage())
    return None


def _own_message(error):
    message = getattr(error, "desc", None) or getattr(error, "_desc", None)
    return message or str(error).partition("\n\nJVM stacktrace:")[0]


def strings(session, texts):
    """Makes an array of Java's strings."""
    context = session.sparkContext
    array = context._gateway.new_array(context._jvm.java.lang.String, len(texts))
    for index, text in enumerate(texts):
        array[index] = text
    return array
