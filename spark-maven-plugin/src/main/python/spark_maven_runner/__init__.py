# SPDX-License-Identifier: Apache-2.0
"""Runs a project's pytest or unittest suite as it is and tells the Maven plugin how it went.

Results travel as events on standard output and stay as reports in surefire's XML format.
"""
