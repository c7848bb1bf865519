# SPDX-License-Identifier: Apache-2.0
"""Packs this interpreter's environment into a tar.gz without pyspark, which clusters have themselves."""
import os
import sys
import tarfile

target = sys.argv[1]
LEFT_OUT = ("pyspark", "py4j", "pip", "setuptools")


def wanted(entry):
    parts = entry.name.split("/")
    if "__pycache__" in parts:
        return None
    if "site-packages" in parts:
        below = parts[parts.index("site-packages") + 1 :]
        if below and below[0].split("-")[0] in LEFT_OUT:
            return None
    return entry


if sys.prefix == sys.base_prefix:
    sys.exit("%s is no virtual environment" % sys.prefix)
with tarfile.open(target, "w:gz", compresslevel=1) as archive:
    for name in sorted(os.listdir(sys.prefix)):
        if name in ("bin", "lib", "lib64", "pyvenv.cfg"):
            archive.add(os.path.join(sys.prefix, name), arcname=name, filter=wanted)
