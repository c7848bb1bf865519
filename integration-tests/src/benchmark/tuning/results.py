# SPDX-License-Identifier: Apache-2.0
"""The results file: a JSON object a line, each a measurement, appended whole."""

import hashlib
import json
import os
from collections import Counter
from datetime import datetime, timezone


def digest(settings):
    """A short name of a set of settings: where they change, they are measured anew."""
    text = json.dumps(settings, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def seconds(lines):
    """The seconds by round and run, of measurements by round, without those that failed."""
    return {
        (number, line["run"]): line["session"]
        for number, line in lines.items()
        if line.get("session")
    }


class Results:
    """Of one setup, the machine and its Spark: what another one has measured stays in the file."""

    def __init__(self, path, setup, scale):
        self.path = path
        self.setup = setup
        self.scale = scale
        self.run = f"{datetime.now(timezone.utc):%Y-%m-%dT%H:%M:%SZ}"
        self.lines = {}
        self.failed = Counter()
        if path.exists():
            for text in path.read_text(encoding="utf-8").splitlines():
                try:
                    self._keep(json.loads(text))
                except ValueError:
                    # A line that was cut off when the machine stopped is no measurement.
                    continue

    def append(self, configuration, settings, workload, round_number, measurement):
        line = {
            "run": self.run,
            "setup": self.setup,
            "scale": self.scale,
            "configuration": configuration,
            "digest": digest(settings),
            "workload": workload,
            "round": round_number,
            **measurement,
        }
        text = json.dumps(line) + "\n"
        if self._is_cut_off():
            text = "\n" + text
        file = os.open(self.path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o644)
        try:
            os.write(file, text.encode())
            os.fsync(file)
        finally:
            os.close(file)
        self._keep(line)

    def of(self, configuration, settings, workload):
        """The measurements of a workload with these settings, by round, the last of each."""
        return self.lines.get((configuration, digest(settings), workload), {})

    def failures(self, configuration, settings, workload):
        """How often they failed, also in rounds that were measured again."""
        return self.failed[configuration, digest(settings), workload]

    def _keep(self, line):
        if (line["setup"], line["scale"]) == (self.setup, self.scale):
            key = (line["configuration"], line["digest"], line["workload"])
            self.lines.setdefault(key, {})[line["round"]] = line
            self.failed[key] += line.get("session") is None

    def _is_cut_off(self):
        return self.path.exists() and not self.path.read_bytes()[-1:] in (b"", b"\n")
