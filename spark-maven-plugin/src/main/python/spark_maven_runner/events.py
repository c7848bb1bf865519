# SPDX-License-Identifier: Apache-2.0
"""Sends events to the plugin, one line each."""

import os
import threading
from urllib.parse import quote_plus

from .streams import write_all

_START = "\x01"


class EventChannel:
    """Writes events as the plugin's RunnerEvents reads them.

    A line starts with U+0001. Its fields are set apart by tabs and URL-encoded, so that no field
    holds a tab, a line end or another control character.
    """

    def __init__(self, descriptor):
        self._descriptor = descriptor
        self._lock = threading.Lock()
        self._process = os.getpid()

    def send(self, event, *fields):
        """Sends an event at once: the next test may end the process."""
        with self._lock:
            self._write(event, fields)

    def send_before_the_end(self, event):
        """Sends an event even where the one who hangs holds the lock."""
        taken = self._lock.acquire(timeout=1)
        try:
            self._write(event, ())
        finally:
            if taken:
                self._lock.release()

    def _write(self, event, fields):
        if os.getpid() != self._process:
            # A copy of this process that a test has forked: only the original tells results.
            return
        encoded = [quote_plus(str(field), errors="replace") for field in fields]
        line = _START + "\t".join([event] + encoded) + "\n"
        write_all(self._descriptor, line.encode("utf-8"))
