# SPDX-License-Identifier: Apache-2.0
"""The workloads: what each is called, what its POM declares of it, and what it does."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Workload:
    name: str
    kind: str
    language: str
    what: str

    @property
    def job(self):
        """The job of the generated project that is planned for workloads like this one."""
        return f"{self.language}-{self.kind}"


WORKLOADS = [
    Workload("tpch", "sql", "jvm", "TPC-H's queries 3, 5 and 18: joins of up to six tables, groups for every order"),
    Workload("skewed-join", "sql", "jvm", "two tables too large to broadcast, half of one with one key"),
    Workload("wide-shuffle", "sql", "jvm", "wide rows repartitioned, and the latest of every key kept"),
    Workload("sort-write", "batch", "jvm", "rows sorted into four files"),
    Workload("small-files", "batch", "jvm", "thousands of small CSV files read, grouped and written"),
    Workload("rdd-aggregate", "batch", "jvm", "objects aggregated by key, on RDDs"),
    Workload("kmeans", "ml", "jvm", "Lloyd's algorithm on cached points"),
    Workload("python-udf", "sql", "python", "a Python function over texts, and few groups"),
    Workload("python-rdd", "batch", "python", "lines parsed and reduced by key, on Python RDDs"),
]


def chosen(names):
    """The workloads of these names, all where none is named."""
    known = {workload.name: workload for workload in WORKLOADS}
    unknown = [name for name in names if name not in known]
    if unknown:
        raise SystemExit(f"no such workload: {', '.join(unknown)}. There are: {', '.join(known)}")
    return [workload for workload in WORKLOADS if not names or workload.name in names]
