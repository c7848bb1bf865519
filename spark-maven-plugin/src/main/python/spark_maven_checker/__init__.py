# SPDX-License-Identifier: Apache-2.0
"""Reads Python sources, without running them, for what they say about Spark.

``python -m spark_maven_checker [--main FILE] [--root FOLDER] FILE...`` prints one JSON object: the
Spark settings that the program makes, and the findings of the rules about code.
"""
