# SPDX-License-Identifier: Apache-2.0
"""Which sources are data sets, and not the small files that programs read beside them."""

import re

from .values import ARGUMENT, Const, Mapping, Seq

# Small files are written in these as well: settings, schemas, lists to look things up in.
_TEXTS = {"csv", "json", "text", "xml", "textFile", "wholeTextFiles", "binaryFiles"}
_FAR = re.compile(r"^(hdfs|viewfs|s3|s3a|s3n|gs|abfs|abfss|wasb|wasbs|adl|oss|cosn|dbfs|maprfs):")
_ENDING = re.compile(r"\.[A-Za-z0-9]{1,8}$")


def is_data(form, path):
    """Says whether what is read in a format from a path is a data set for all that is known."""
    if form not in _TEXTS:
        return True
    if path is ARGUMENT:
        return True
    if isinstance(path, Seq):
        return any(is_data(form, item) for item in path.items)
    if isinstance(path, Mapping) or not isinstance(path, Const):
        return False
    text = str(path.value)
    # A folder is no file; a glob on a cluster's file system is many.
    folder = text.startswith("/") and not _ENDING.search(text)
    return bool(_FAR.match(text)) or folder
