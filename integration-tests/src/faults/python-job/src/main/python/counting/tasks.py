# SPDX-License-Identifier: Apache-2.0
"""What is done in a worker."""

import sys
import time

MEBIBYTE = 1 << 20
PAGE = 4096


def one(_):
    return 1


def place(_):
    """Says where this module was imported from, and by which interpreter."""
    return __file__, sys.executable


def refuse(_):
    raise LookupError("the task's own fault")


def hold(mebibytes):
    """Returns a function that holds memory, each page of it touched, until it was looked at."""

    def held(_):
        memory = bytearray(mebibytes * MEBIBYTE)
        for page in range(0, len(memory), PAGE):
            memory[page] = 1
        # The node manager looks every second, and counts what it has seen twice.
        time.sleep(6)
        return len(memory) // MEBIBYTE

    return held
