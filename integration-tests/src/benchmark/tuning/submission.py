# SPDX-License-Identifier: Apache-2.0
"""One measurement: a spark-submit of its own, and what is known of it afterwards."""

import gzip
import os
import re
import shutil
import signal
import subprocess
import time

import eventlog
from usage import Sampler

LINE = re.compile(r"^measured workload=(\S+) work=([\d.]+) session=([\d.]+)$", re.MULTILINE)
LAST_LINES = 15


class Submission:
    def __init__(self, paths, cluster, scale):
        self.paths = paths
        self.cluster = cluster
        self.scale = scale

    def measure(self, configuration, settings, workload, round_number):
        folder = self.paths.logs / f"{configuration}-{workload.name}-{round_number}"
        folder = folder.with_name(folder.name.replace(":", "-"))
        shutil.rmtree(folder, ignore_errors=True)
        (folder / "events").mkdir(parents=True)
        self.cluster.clear()
        begin = time.monotonic()
        code, used = self._run(self._command(settings, workload, folder), folder)
        wall = time.monotonic() - begin
        measurement = {
            "wall": round(wall, 3),
            "exitCode": code,
            "peakMemory": used.peak,
            "compilerMilliseconds": used.compiler_milliseconds,
            **eventlog.summary(folder / "events"),
            **(self._printed(folder) if code == 0 else {}),
        }
        if measurement.get("work") is None:
            measurement["failure"] = self._last_lines(folder)
        self._tidy(folder)
        return measurement

    def _command(self, settings, workload, folder):
        properties = folder / "spark-defaults.conf"
        properties.write_text("".join(f"{key} {value}\n" for key, value in settings.items()))
        own = {
            **self.cluster.settings,
            "spark.eventLog.enabled": "true",
            "spark.eventLog.dir": (folder / "events").as_uri(),
            "spark.eventLog.compress": "false",
            "spark.eventLog.logStageExecutorMetrics": "true",
        }
        command = [self.paths.spark_home / "bin" / "spark-submit"]
        command += ["--master", self.cluster.url, "--properties-file", properties]
        for key, value in own.items():
            command += ["--conf", f"{key}={value}"]
        if workload.language == "python":
            command += [self.paths.programs / "jobs.py"]
        else:
            command += ["--class", "Workloads", self.paths.jar]
        data = self.paths.data(self.scale)
        return [*map(str, command), workload.name, str(data), str(self.paths.output)]

    def _run(self, command, folder):
        """The exit code and what was used; an interrupted measurement leaves no process."""
        with open(folder / "out", "wb") as out, open(folder / "log", "wb") as log:
            process = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=log,
                start_new_session=True,
                cwd=folder,
                env=os.environ | self.cluster.environment,
            )
            try:
                with Sampler(self.cluster.worker, process.pid) as sampler:
                    try:
                        process.wait(self.cluster.timeout)
                    except subprocess.TimeoutExpired:
                        pass
            finally:
                if process.poll() is None:
                    os.killpg(process.pid, signal.SIGKILL)
                    process.wait()
        return process.returncode, sampler

    def _printed(self, folder):
        match = LINE.search((folder / "out").read_text(encoding="utf-8", errors="replace"))
        return {"work": float(match[2]), "session": float(match[3])} if match else {}

    def _last_lines(self, folder):
        lines = (folder / "log").read_text(encoding="utf-8", errors="replace").splitlines()
        return lines[-LAST_LINES:]

    def _tidy(self, folder):
        """What stays is small: the event log compressed, and what the program printed."""
        for path in (folder / "events").iterdir():
            if path.is_file():
                with open(path, "rb") as plain, gzip.open(f"{path}.gz", "wb", 5) as packed:
                    shutil.copyfileobj(plain, packed)
                path.unlink()
        shutil.rmtree(self.paths.output, ignore_errors=True)
