# SPDX-License-Identifier: Apache-2.0
"""What the plugin plans for this machine: spark-defaults.conf of a small project's jobs."""

import subprocess
from xml.sax.saxutils import escape

from workloads import WORKLOADS

POM = """<?xml version="1.0" encoding="UTF-8"?>
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>io.github.sparkmaven.benchmark</groupId>
  <artifactId>tuning</artifactId>
  <version>1.0-SNAPSHOT</version>

  <dependencies>
    <dependency>
      <groupId>org.apache.spark</groupId>
      <artifactId>spark-sql_2.12</artifactId>
      <version>{spark}</version>
      <scope>provided</scope>
    </dependency>
  </dependencies>

  <build>
    <plugins>
      <plugin>
        <groupId>io.github.sparkmaven</groupId>
        <artifactId>spark-maven-plugin</artifactId>
        <version>{plugin}</version>
        <configuration>
          <cluster>
            <nodes>1</nodes>
            <cores>{cores}</cores>
            <memory>{memory}m</memory>
{manager}
          </cluster>
          <jobs>
{jobs}
          </jobs>
        </configuration>
      </plugin>
    </plugins>
  </build>
</project>
"""

JOB = """            <{name}>
              {program}
              <workload>
                <kind>{kind}</kind>
              </workload>
            </{name}>"""

# The node offers to YARN what the worker offers of it, and the only application has all of it.
MANAGERS = {
    "standalone": """            <manager>standalone</manager>
            <master>spark://127.0.0.1:7077</master>""",
    "yarn": """            <manager>yarn</manager>
            <yarn>
              <nodeMemory>{offered}m</nodeMemory>
              <nodeVcores>{cores}</nodeVcores>
              <minimumAllocation>256m</minimumAllocation>
              <maximumAmShare>1</maximumAmShare>
            </yarn>""",
}

PLACES = ("spark.master", "spark.submit.deployMode")

PROGRAMS = {
    "jvm": "<mainClass>Workloads</mainClass>",
    "python": "<pythonFile>jobs.py</pythonFile>",
}


def pom(machine, manager, spark, plugin):
    jobs = {workload.job: workload for workload in WORKLOADS}
    return POM.format(
        spark=escape(spark),
        plugin=escape(plugin),
        manager=MANAGERS[manager].format(offered=machine.worker_memory, cores=machine.cores),
        cores=machine.cores,
        memory=machine.memory,
        jobs="\n".join(
            JOB.format(name=name, program=PROGRAMS[workload.language], kind=workload.kind)
            for name, workload in jobs.items()
        ),
    )


def settings(path):
    """Of a spark-defaults.conf, but where it goes, which is the harness's."""
    found = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        key, _, value = line.strip().partition(" ")
        if key and not key.startswith("#") and key not in PLACES:
            found[key] = value.strip()
    return found


def topics(folder):
    """The heading below which each key stands in the plans."""
    found = {}
    for path in sorted(folder.glob("target/spark/plans/default/*/spark-defaults.conf")):
        topic = ""
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("# == "):
                topic = line.strip("# =")
            elif line and not line.startswith("#"):
                found[line.split()[0]] = topic
    return found


def plan(folder, machine, manager, programs, spark, plugin, maven):
    """The settings that are planned, by job."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "pom.xml").write_text(pom(machine, manager, spark, plugin), encoding="utf-8")
    (folder / "jobs.py").write_bytes((programs / "jobs.py").read_bytes())
    command = [*maven, "-B", "-ntp", "-q", "spark:configure"]
    done = subprocess.run(
        command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
    )
    (folder / "configure.log").write_bytes(done.stdout)
    if done.returncode != 0:
        raise SystemExit(f"{' '.join(command)} failed: see {folder / 'configure.log'}")
    plans = folder / "target" / "spark" / "plans" / "default"
    return {
        workload.job: settings(plans / workload.job / "spark-defaults.conf")
        for workload in WORKLOADS
    }
