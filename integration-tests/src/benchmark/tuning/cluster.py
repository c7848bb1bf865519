# SPDX-License-Identifier: Apache-2.0
"""A standalone master and a worker on 127.0.0.1, which end with the harness."""

import json
import os
import shutil
import signal
import socket
import subprocess
import time
import urllib.request

from usage import descendants, parents

START_SECONDS = 90


def free_ports(count):
    sockets = [socket.socket() for _ in range(count)]
    for each in sockets:
        each.bind(("127.0.0.1", 0))
    ports = [each.getsockname()[1] for each in sockets]
    for each in sockets:
        each.close()
    return ports


class Cluster:
    """A context: within it, the cluster runs."""

    manager = "standalone"
    page = "tuning.md"
    option = ""
    setup = ""
    where = "a standalone cluster of one machine"
    method = (
        "on a real master and worker; the worker offers what Spark's own worker offers of the machine."
    )
    timeout = 900
    settings = {}
    environment = {}

    def __init__(self, spark_home, folder, machine):
        self.spark_home = spark_home
        self.folder = folder
        self.machine = machine
        self.processes = []
        port, self.master_page, self.worker_page = free_ports(3)
        self.port = port
        self.url = f"spark://127.0.0.1:{port}"

    def __enter__(self):
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        try:
            self._start(
                "master",
                "org.apache.spark.deploy.master.Master",
                *("--host", "127.0.0.1", "--port", str(self.port)),
                *("--webui-port", str(self.master_page)),
            )
            self._start(
                "worker",
                "org.apache.spark.deploy.worker.Worker",
                *("--host", "127.0.0.1", "--webui-port", str(self.worker_page)),
                *("--cores", str(self.machine.cores), "--memory", f"{self.machine.worker_memory}M"),
                *("--work-dir", str(self.applications)),
                self.url,
            )
            self._await_worker()
        except BaseException:
            self._end()
            raise
        return self

    def __exit__(self, *_):
        self._end()

    @property
    def applications(self):
        """Where the worker keeps the executors' logs."""
        return self.folder / "applications"

    @property
    def worker(self):
        """The process id of the worker, whose children the executors are."""
        return self.processes[1].pid

    def clear(self):
        """Waits until the executors of the application before have ended, and removes what they left."""
        until = time.monotonic() + START_SECONDS
        while left := descendants([self.worker], parents()):
            if time.monotonic() > until:
                raise SystemExit(f"processes {left} have not ended in {START_SECONDS} s: see {self.folder}")
            time.sleep(0.1)
        self._require_running()
        shutil.rmtree(self.applications, ignore_errors=True)
        self.applications.mkdir()

    def _start(self, name, main, *arguments):
        with open(self.folder / f"{name}.log", "wb") as log:
            # A group of its own: Ctrl-C is for the harness, which ends its processes itself.
            self.processes.append(
                subprocess.Popen(
                    [self.spark_home / "bin" / "spark-class", main, *arguments],
                    stdin=subprocess.DEVNULL,
                    stdout=log,
                    stderr=subprocess.STDOUT,
                    start_new_session=True,
                    env=os.environ | {"SPARK_DAEMON_MEMORY": "512m"},
                )
            )

    def _await_worker(self):
        until = time.monotonic() + START_SECONDS
        while time.monotonic() < until:
            self._require_running()
            if self._workers():
                return
            time.sleep(0.2)
        raise SystemExit(f"no worker has registered in {START_SECONDS} s: see {self.folder}")

    def _require_running(self):
        """A cluster that has ended is no configuration's failure."""
        if any(process.poll() is not None for process in self.processes):
            raise SystemExit(f"the cluster has ended: see {self.folder}")

    def _workers(self):
        try:
            page = f"http://127.0.0.1:{self.master_page}/json/"
            with urllib.request.urlopen(page, timeout=5) as answer:
                return json.load(answer)["aliveworkers"]
        except OSError:
            return 0

    def _end(self):
        for process in reversed(self.processes):
            if process.poll() is None:
                process.send_signal(signal.SIGTERM)
        for process in self.processes:
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
