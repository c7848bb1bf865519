# SPDX-License-Identifier: Apache-2.0
"""What a test threw, as text."""

import re

_SUMMARY_LENGTH = 500
_DETAILS_LENGTH = 8000
_DETAILS_START = 2000
_COLOURS = re.compile(r"\x1b\[[0-9;]*m")


class Thrown:
    """The type, the message and the traceback of an exception.

    The exception is not kept: through its frames it would hold on to sessions and data frames.
    """

    def __init__(self, type_name, message, text, summary=None):
        self.type = type_name
        self.message = _COLOURS.sub("", message)
        self.text = _COLOURS.sub("", text)
        self._summary = summary

    @staticmethod
    def of(exception, text):
        """Takes what can be had of an exception, and a traceback that is already a text."""
        return Thrown(type_name(type(exception)), message_of(exception), text)

    @staticmethod
    def because(reason):
        """A reason, of which there is no more to say."""
        return Thrown("", str(reason), "")

    def summary(self):
        """The type and the first line that says something, of at most 500 characters."""
        return (self._summary or self._first_line())[:_SUMMARY_LENGTH]

    def details(self):
        """The traceback, of at most some 8000 characters: its end says most."""
        text = self.text.rstrip()
        if len(text) <= _DETAILS_LENGTH:
            return text
        end = text[_DETAILS_START - _DETAILS_LENGTH :]
        return text[:_DETAILS_START] + "\n[...]\n" + end

    def _first_line(self):
        lines = (line.strip() for line in self.message.splitlines())
        line = next((line for line in lines if line), "")
        return ": ".join(part for part in (self.type, line) if part)


def type_name(exception_type):
    """Names an exception as tracebacks do."""
    module = exception_type.__module__
    name = exception_type.__qualname__
    return name if module in ("builtins", None) else module + "." + name


def message_of(exception):
    """Returns the message: a user's exception may fail to describe itself."""
    try:
        return str(exception)
    except Exception as problem:  # pylint: disable=broad-except
        return "(its message cannot be read: {})".format(type_name(type(problem)))
