# SPDX-License-Identifier: Apache-2.0
"""Where the names of test modules begin."""

import os


def top_folder(test_directory, base):
    """Returns the folder from which the modules of the tests are named.

    It is the folder of the tests, or where that is a package, the one that its outermost package
    stands in; pytest looks for it in the same way. It is never above the base folder.
    """
    folder = os.path.abspath(test_directory)
    base = os.path.abspath(base)
    while os.path.isfile(os.path.join(folder, "__init__.py")) and folder != base:
        parent = os.path.dirname(folder)
        if parent == folder:
            break
        folder = parent
    return folder
