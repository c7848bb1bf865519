# SPDX-License-Identifier: Apache-2.0
"""Says in a sentence what keeps pytest from running tests."""

import re

_CONFTEST = re.compile(r"while loading conftest '(.*)'")
_PLUGIN = re.compile(r'Error importing plugin "(.*?)": (.*)')
_CAUSE = re.compile(r"^E\s+(\S.*)$", re.MULTILINE)
_UNKNOWN_OPTIONS = re.compile(r"unrecognized arguments: (.*)")
_USAGE = re.compile(r"(?:error|ERROR): (?!usage:)(.*)")
_ERROR = re.compile(
    r"^(?:INTERNALERROR> )?\s*((?:\w+\.)*\w*(?:Error|Exception)\b.*)$", re.MULTILINE
)


def problem_of(code, errors):
    """Returns the sentence for an exit code of pytest and what it wrote to standard error."""
    conftest = _CONFTEST.search(errors)
    if conftest:
        return "pytest cannot load {}: {}".format(conftest.group(1), _cause(errors))
    plugin = _PLUGIN.search(errors)
    if plugin:
        return (
            "pytest cannot load the plugin {}: {}. Add what it comes from to the requirements of"
            " the tests".format(*plugin.groups())
        )
    unknown = _UNKNOWN_OPTIONS.search(errors)
    if unknown:
        return (
            "pytest does not know the options {}. Correct them in its configuration, or add the"
            " plugin that brings them to the requirements of the tests".format(unknown.group(1))
        )
    usage = _USAGE.search(errors)
    if code == 4 and usage:
        return "pytest refuses to start: " + usage.group(1)
    return "pytest ended with the exit code {}: {}".format(code, _cause(errors))


def _cause(errors):
    causes = _CAUSE.findall(errors) or _ERROR.findall(errors)
    return causes[-1] if causes else "its own words are above"
