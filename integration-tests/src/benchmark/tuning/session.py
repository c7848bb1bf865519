# SPDX-License-Identifier: Apache-2.0
"""A session that measures itself, and tells by lines of its output."""

import os
import pathlib
import subprocess


def output(paths, cluster, settings, program, *arguments):
    """What a class of the jar, or a Python file, prints, submitted with the settings."""
    in_python = isinstance(program, pathlib.Path)
    name = (program.stem if in_python else program).lower()
    whole = settings | cluster.settings
    properties = paths.work / f"{name}.conf"
    properties.write_text("".join(f"{key} {value}\n" for key, value in whole.items()))
    command = [paths.spark_home / "bin" / "spark-submit", "--master", cluster.url]
    command += ["--properties-file", properties]
    command += [program] if in_python else ["--class", program, paths.jar]
    command += arguments
    with open(paths.work / f"{name}.log", "wb") as log:
        done = subprocess.run(
            list(map(str, command)),
            stdout=subprocess.PIPE,
            stderr=log,
            check=False,
            text=True,
            env=os.environ | cluster.environment,
        )
    if done.returncode != 0:
        raise SystemExit(f"the session failed: see {paths.work / f'{name}.log'}")
    return done.stdout
