# SPDX-License-Identifier: Apache-2.0
"""What keeps the tests from being run."""


class Problem(Exception):
    """One sentence for a person, with what mends it; ends the run with the exit code 2."""
