# SPDX-License-Identifier: Apache-2.0
"""Runs our checker, which stands where the first word says: in a folder, or in a jar."""
import sys

# The folder of the project would come first, whose modules may be named as those of Python.
sys.path[0] = sys.argv.pop(1)
from spark_maven_checker.__main__ import main

main()
