# SPDX-License-Identifier: Apache-2.0
"""The results file: a JSON object a line, each a measurement, appended whole."""

import hashlib
import json
import os


def digest(settings):
    """A short name of a set of settings: where they change, they are measured anew."""
    text = json.dumps(settings, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def key(configuration, settings, workload, round_number, scale):
    return (configuration, digest(settings), workload, round_number, scale)


class Results:
    def __init__(self, path):
        self.path = path
        self.lines = []
        if path.exists():
            # A line that was cut off when the machine stopped is no measurement.
            for line in path.read_text(encoding="utf-8").splitlines():
                try:
                    self.lines.append(json.loads(line))
                except ValueError:
                    continue
        self.measured = {self._key(line) for line in self.lines}

    def append(self, measurement):
        text = json.dumps(measurement, sort_keys=True) + "\n"
        if self._is_cut_off():
            text = "\n" + text
        file = os.open(self.path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o644)
        try:
            os.write(file, text.encode())
            os.fsync(file)
        finally:
            os.close(file)
        self.lines.append(measurement)
        self.measured.add(self._key(measurement))

    def of(self, configuration, settings, workload, scale):
        """The measurements of a workload with these settings, by round."""
        wanted = key(configuration, settings, workload, None, scale)
        return {
            line["round"]: line
            for line in self.lines
            if self._key(line)[:3] + self._key(line)[4:] == wanted[:3] + wanted[4:]
        }

    def _is_cut_off(self):
        return self.path.exists() and not self.path.read_bytes()[-1:] in (b"", b"\n")

    @staticmethod
    def _key(line):
        return (
            line["configuration"],
            line["digest"],
            line["workload"],
            line["round"],
            line["scale"],
        )
