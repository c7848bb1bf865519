# SPDX-License-Identifier: Apache-2.0
"""Keeps standard output for events, whatever tests and their children print."""

import os
import sys


def take_standard_output():
    """Makes standard output a second standard error.

    This is done to the file descriptor, so that it holds for child processes and native code too.
    Returns descriptors of the original output and error. No child inherits them, and the second
    stays where it is while pytest captures standard error.
    """
    sys.stdout.flush()
    sys.stderr.flush()
    events, errors = os.dup(1), os.dup(2)
    os.dup2(2, 1)
    if hasattr(sys.stdout, "reconfigure"):
        # What is printed should stand in the log between the messages that surround it.
        sys.stdout.reconfigure(line_buffering=True)
    return events, errors


def write_all(descriptor, data):
    """Writes all bytes: a single write to a pipe may take only some of them."""
    while data:
        data = data[os.write(descriptor, data) :]
