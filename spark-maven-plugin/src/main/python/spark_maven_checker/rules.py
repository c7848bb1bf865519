# SPDX-License-Identifier: Apache-2.0
"""Judges, when everything has been walked through, what was met."""

from . import reuse
from .trail import Finding


def findings_of(trail, project):
    """Returns all findings, each once, in the order of files and lines."""
    used = _used_otherwise(trail)
    found = [hit for hit in trail.hits if (hit.rule, hit.source.name, hit.line) not in used]
    found += _masters(trail)
    found += _collects(trail)
    found += _streams(trail)
    found += _not_stopped(trail, project)
    found += reuse.uncached(trail)
    found += reuse.unused_caches(trail)
    once = {}
    for finding in found:
        once.setdefault((finding.source.name, finding.line, finding.rule), finding)
    return [once[key] for key in sorted(once)]


def _used_otherwise(trail):
    """Returns the places of groups that are aggregated, and wanted for something else as well."""
    used = set()
    for frame in trail.groupings:
        children = [each for each in trail.frames if frame in each.parents]
        acted = any(action.frame is frame for action in trail.actions)
        lines = {each.place.line for each in children}
        if acted or frame.leaked or len(lines) > 1:
            used.add(("group-by-key-aggregation", frame.place.source.name, frame.place.line))
    return used


def _masters(trail):
    for place, master, label in trail.masters:
        yield Finding(
            "hard-coded-master",
            place.source,
            place.line,
            label + " sets the master to " + master + ", whatever the job is submitted to",
            "Leave it out: spark-submit gives the master; on a laptop give it there, --master "
            + master,
        )


def _collects(trail):
    for action in trail.collects:
        if not action.answered:
            yield Finding(
                "collect-unbounded",
                action.place.source,
                action.place.line,
                action.name + "() brings all rows of a source to the driver, however many there"
                " are",
                "Write them with df.write, take(n) or limit(n) what is looked at, or go through"
                " them with toLocalIterator()",
            )


def _streams(trail):
    key = "spark.sql.streaming.checkpointLocation"
    settings = trail.settings + trail.made_elsewhere
    if any(setting.key in (key, None) for setting in settings):
        return
    for place, sink in trail.streams:
        yield Finding(
            "missing-checkpoint-location",
            place.source,
            place.line,
            "a query with the sink " + sink + " has no checkpointLocation, and is refused",
            '.option("checkpointLocation", a folder of its own on a shared file system)',
        )


def _not_stopped(trail, project):
    """Only programs that do work: a library leaves its session to its callers."""
    working = {action.root for action in trail.actions}
    for root, place in trail.sessions:
        source = place.source
        if place.conditions or root in trail.stops | trail.incomplete or root not in working:
            continue
        if project.main is not None and root != project.main.path:
            continue
        if _is_notebook(source) or ".stop" in source.text:
            continue
        yield Finding(
            "context-not-stopped",
            source,
            place.line,
            "the session that starts here is never stopped: the executors stay until the process"
            " ends",
            "spark.stop() in a finally block, or: with SparkSession.builder.getOrCreate() as spark",
        )


def _is_notebook(source):
    marks = ("dbutils", "awsglue", "# Databricks notebook", "display(", "%pip", "get_ipython")
    return any(mark in source.text for mark in marks)
