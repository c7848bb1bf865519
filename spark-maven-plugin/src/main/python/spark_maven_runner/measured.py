# SPDX-License-Identifier: Apache-2.0
"""Measures which lines of the project the tests come to."""

import contextlib
import importlib.util
import os

from .problem import Problem


@contextlib.contextmanager
def coverage_of(wish, tell):
    """Measures while the block runs, and writes coverage's XML report, which CI servers read.

    wish has the paths ``source`` and the file ``xml``, or is None. Settings of the project for
    coverage hold. tell is called with what a person should know.
    """
    if wish is None:
        yield
        return
    measuring = _started(wish["source"])
    try:
        yield
    finally:
        measuring.stop()
    _write(measuring, wish["xml"], tell)


def _started(source):
    if importlib.util.find_spec("coverage") is None:
        raise Problem(
            "the coverage of the tests is to be measured, but the package coverage is not"
            " installed. Add coverage to the requirements"
        )
    import coverage

    # Without a data file nothing is written into the project.
    measuring = coverage.Coverage(data_file=None, source=source)
    measuring.start()
    return measuring


def _write(measuring, target, tell):
    import coverage

    os.makedirs(os.path.dirname(target), exist_ok=True)
    temporary = target + ".tmp"
    try:
        measuring.xml_report(outfile=temporary)
        os.replace(temporary, target)
    except coverage.CoverageException as problem:
        tell("there is no report of the coverage: {}".format(problem))
    finally:
        with contextlib.suppress(FileNotFoundError):
            os.remove(temporary)
