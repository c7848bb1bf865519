# SPDX-License-Identifier: Apache-2.0
import os
import unittest
from urllib.parse import unquote_plus

from spark_maven_runner.events import EventChannel


class EventChannelTest(unittest.TestCase):
    def sent(self, *event):
        reading, writing = os.pipe()
        EventChannel(writing).send(*event)
        os.close(writing)
        with os.fdopen(reading, "rb") as file:
            return file.read()

    def test_sets_fields_apart_by_tabs_after_a_mark(self):
        self.assertEqual(
            b"\x01class-finished\ta.B\t1\t0\n", self.sent("class-finished", "a.B", 1, 0)
        )

    def test_encodes_what_would_break_a_line(self):
        text = "a\tb\nc\x01d + %41 \u00e9\U0001f600"

        line = self.sent("e", text).decode("ascii")

        self.assertEqual(text, unquote_plus(line[:-1].split("\t")[1]))
        self.assertEqual(1, line.count("\n"))

    def test_takes_half_of_a_surrogate_pair(self):
        self.assertEqual(b"\x01e\t%3F\n", self.sent("e", "\ud83d"))


if __name__ == "__main__":
    unittest.main()
