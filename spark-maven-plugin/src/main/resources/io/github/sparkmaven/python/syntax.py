# SPDX-License-Identifier: Apache-2.0
"""Compiles the files that are named, and prints what this Python refuses."""
import sys

for name in sys.argv[1:]:
    try:
        with open(name, "rb") as source:
            compile(source.read(), name, "exec", dont_inherit=True)
    except SyntaxError as error:
        print("%s\t%s\t%s" % (name, error.lineno or 0, error.msg))
    except ValueError as error:
        print("%s\t0\t%s" % (name, error))
