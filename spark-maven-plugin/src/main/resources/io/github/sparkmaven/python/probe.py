# SPDX-License-Identifier: Apache-2.0
"""Prints what this interpreter is and has, a name=value line each, without importing any package."""
import importlib.util
import os
import re
import sys

print("executable=" + sys.executable)
print("version=%d.%d.%d" % sys.version_info[:3])
try:
    from importlib.metadata import PackageNotFoundError, version
except ImportError:
    version = None
for name in ("pyspark", "py4j", "pandas", "pyarrow", "numpy", "pytest", "coverage", "pip"):
    try:
        print("package.%s=%s" % (name, version(name)))
    except Exception:
        pass
try:
    spec = importlib.util.find_spec("pyspark")
except Exception:
    spec = None
if spec is not None and spec.submodule_search_locations:
    home = list(spec.submodule_search_locations)[0]
    print("pyspark=" + os.path.realpath(home))
    try:
        with open(os.path.join(home, "sql", "pandas", "utils.py"), encoding="utf-8") as code:
            for line in re.finditer(r'minimum_(pandas|pyarrow)_version = "([\d.]+)"', code.read()):
                print("minimum.%s=%s" % line.groups())
    except OSError:
        pass
