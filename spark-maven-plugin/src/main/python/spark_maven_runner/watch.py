# SPDX-License-Identifier: Apache-2.0
"""Ends this process when Maven is gone or the time is up."""

import faulthandler
import os
import sys
import threading
import time

from .streams import write_all

ORPHANED = 3
TIMED_OUT = 4

_LOOK_EVERY_SECONDS = 1
_GRACE_SECONDS = 30


def watch_parent(parent):
    """Begins to watch Maven: killed, it cannot end this process, which would go on writing."""
    if parent:
        is_direct = os.getppid() == parent
        threading.Thread(target=_watch_parent, args=(parent, is_direct), daemon=True).start()


def _watch_parent(parent, is_direct):
    while os.getppid() == parent if is_direct else is_alive(parent):
        time.sleep(_LOOK_EVERY_SECONDS)
    os._exit(ORPHANED)


def is_alive(process):
    """Says whether there is a process of this id."""
    if sys.platform == "win32":
        return _is_alive_on_windows(process)
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        # It belongs to somebody else.
        return True
    return True


def _is_alive_on_windows(process):
    # os.kill would end the process there.
    import ctypes

    synchronize, timeout = 0x00100000, 0x00000102
    kernel = ctypes.windll.kernel32
    handle = kernel.OpenProcess(synchronize, False, process)
    if not handle:
        return False
    try:
        return kernel.WaitForSingleObject(handle, 0) == timeout
    finally:
        kernel.CloseHandle(handle)


def watch_time(millis, errors, channel):
    """Begins to watch the time; shows what each thread was at before the end.

    errors is a descriptor. Native code that holds the interpreter's lock also holds up this watch,
    so faulthandler, which needs no lock, ends the process some time later without an event.
    """
    if millis > 0:
        seconds = millis / 1000.0
        faulthandler.dump_traceback_later(seconds + _GRACE_SECONDS, exit=True, file=errors)
        timer = threading.Timer(seconds, _end_late, (millis, errors, channel))
        timer.daemon = True
        timer.start()


def _end_late(millis, errors, channel):
    message = "Timed out after {} ms; what each thread was at:\n".format(millis)
    write_all(errors, message.encode("utf-8"))
    faulthandler.dump_traceback(file=errors, all_threads=True)
    try:
        channel.send_before_the_end("timed-out")
    finally:
        os._exit(TIMED_OUT)
