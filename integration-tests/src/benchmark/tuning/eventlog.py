# SPDX-License-Identifier: Apache-2.0
"""What an event log says of a run: executors, spill, shuffles, collections and failed tasks."""

import json


class Run:
    def __init__(self):
        self.executors = {}
        self.heap = None
        self.figures = dict.fromkeys(
            [
                "tasks",
                "failedTasks",
                "memorySpilled",
                "diskSpilled",
                "shuffleWritten",
                "cpuMilliseconds",
                "gcMilliseconds",
                "peakExecutionMemory",
                "peakHeap",
            ],
            0,
        )

    def read(self, lines):
        for line in lines:
            try:
                event = json.loads(line)
            except ValueError:
                # The last line of a program that was killed.
                continue
            handler = self.HANDLERS.get(event["Event"])
            if handler:
                handler(self, event)
        return self

    def summary(self):
        return {
            "executors": len(self.executors),
            "cores": sum(self.executors.values()),
            "heap": self.heap,
            **self.figures,
        }

    def _environment(self, event):
        self.heap = event["Spark Properties"].get("spark.executor.memory", "1g")

    def _executor(self, event):
        self.executors[event["Executor ID"]] = event["Executor Info"]["Total Cores"]

    def _task(self, event):
        figures = self.figures
        figures["tasks"] += 1
        figures["failedTasks"] += event["Task End Reason"]["Reason"] != "Success"
        metrics = event.get("Task Metrics") or {}
        figures["memorySpilled"] += metrics.get("Memory Bytes Spilled", 0)
        figures["diskSpilled"] += metrics.get("Disk Bytes Spilled", 0)
        cpu = metrics.get("Executor CPU Time", 0) + metrics.get("Executor Deserialize CPU Time", 0)
        figures["cpuMilliseconds"] += cpu // 10**6
        figures["gcMilliseconds"] += metrics.get("JVM GC Time", 0)
        written = metrics.get("Shuffle Write Metrics", {})
        figures["shuffleWritten"] += written.get("Shuffle Bytes Written", 0)
        self._peak("peakExecutionMemory", metrics.get("Peak Execution Memory", 0))
        self._peak("peakHeap", (event.get("Task Executor Metrics") or {}).get("JVMHeapMemory", 0))

    def _stage_executor(self, event):
        if event["Executor ID"] != "driver":
            self._peak("peakHeap", event["Executor Metrics"].get("JVMHeapMemory", 0))

    def _peak(self, name, value):
        self.figures[name] = max(self.figures[name], value)

    HANDLERS = {
        "SparkListenerEnvironmentUpdate": _environment,
        "SparkListenerExecutorAdded": _executor,
        "SparkListenerTaskEnd": _task,
        "SparkListenerStageExecutorMetrics": _stage_executor,
    }


def summary(folder):
    """Of the one event log in the folder; empty where the application did not get as far."""
    logs = [path for path in folder.iterdir() if path.is_file()] if folder.is_dir() else []
    if not logs:
        return {}
    with open(logs[0], encoding="utf-8") as lines:
        return Run().read(lines).summary()
