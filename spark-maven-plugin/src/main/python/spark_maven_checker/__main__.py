# SPDX-License-Identifier: Apache-2.0
"""Prints what sources say as JSON; see the package."""

import argparse
import json
import sys

from .machine import Machine
from .rules import findings_of
from .sources import Project


def main():
    """Reads the files that are named on the command line."""
    parser = argparse.ArgumentParser(prog="spark_maven_checker")
    parser.add_argument("--main", help="the program that is submitted")
    parser.add_argument("--root", default=".", help="the folder that is on Python's path")
    parser.add_argument("files", nargs="*")
    words = parser.parse_args()
    json.dump(read(words.files, words.root, words.main), sys.stdout, indent=1)
    sys.stdout.write("\n")


def read(files, root=".", main_file=None):
    """Returns the settings and the findings of files."""
    # Deep chains of calls are deep trees.
    sys.setrecursionlimit(max(sys.getrecursionlimit(), 10000))
    project = Project(files, root, main_file)
    trail = Machine(project).run()
    return {
        "settings": [setting.fields() for setting in trail.settings],
        "findings": [finding.fields() for finding in findings_of(trail, project)],
        "unread": project.unread,
    }


if __name__ == "__main__":
    main()
