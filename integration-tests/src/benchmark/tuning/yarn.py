# SPDX-License-Identifier: Apache-2.0
"""A YARN of one node, Hadoop's own in one JVM, which kills containers that use more than they asked for."""

import os
import shutil
import subprocess
import time

END_SECONDS = 60


class Yarn:
    """A context: within it, the cluster runs. As a standalone cluster for who submits and measures."""

    # An application that is never granted its executors is given up.
    timeout = 120
    manager = "yarn"
    page = "tuning-yarn.md"
    option = " --cluster yarn"
    setup = ", YARN"
    where = "a YARN of one node"
    method = (
        "on a real ResourceManager and NodeManager. The node offers what a standalone worker would, and"
        " has to hold the application master, too; the smallest allocation is 256 MiB, and a container"
        " that uses more memory than it asked for is killed. The plan is told that. The"
        " rivals' rules do not count the application master in client mode, and where a node has all the"
        " executors it costs them one: who is granted none has failed after"
        f" {timeout} s, who is granted fewer waits 30 s for the rest."
    )
    url = "yarn"

    def __init__(self, spark_home, folder, machine):
        self.folder = folder
        self.machine = machine
        self.settings = {"spark.yarn.jars": f"local:{spark_home}/jars/*"}
        self.process = None

    def __enter__(self):
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        java = os.path.join(os.environ["JAVA_HOME"], "bin", "java")
        with open(self.folder / "yarn.log", "wb") as log:
            # A group of its own: Ctrl-C is for the harness, which ends the cluster itself.
            self.process = subprocess.Popen(
                [
                    *(java, "-Xmx512m", "--add-opens=java.base/java.lang=ALL-UNNAMED"),
                    *("-cp", os.environ["YARN_CLASS_PATH"], "io.github.sparkmaven.yarn.MiniYarnMain"),
                    str(self.folder / "mini"),
                    f"--node={self.machine.worker_memory},{self.machine.cores}",
                ],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
                start_new_session=True,
                text=True,
            )
        self.conf = self.process.stdout.readline().strip()
        if not self.conf:
            self._end()
            raise SystemExit(f"the cluster did not start: see {self.folder / 'yarn.log'}")
        return self

    def __exit__(self, *_):
        self._end()

    @property
    def environment(self):
        return {"HADOOP_CONF_DIR": self.conf}

    @property
    def worker(self):
        """The process id of the node, below which the containers are."""
        return self.process.pid

    def clear(self):
        """Waits until the application before has left the cluster."""
        until = time.monotonic() + END_SECONDS
        while time.monotonic() < until:
            self.process.stdin.write("\n")
            self.process.stdin.flush()
            left = self.process.stdout.readline().strip()
            if not left:
                return
            time.sleep(0.5)
        raise SystemExit(f"the application before has not ended in {END_SECONDS} s: {left}")

    def _end(self):
        self.process.stdin.close()
        try:
            self.process.wait(END_SECONDS)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
