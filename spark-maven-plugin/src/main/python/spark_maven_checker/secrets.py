# SPDX-License-Identifier: Apache-2.0
"""Secrets that stand in the code; none of them is ever printed."""

import re

from .values import Const, Mapping

_NAME = re.compile(
    r"password|passwd|(^|[._-])pwd$|secret|(^|[._-])token$|auth[._-]?token|access[._-]?token"
    r"|access[._-]?key|api[._-]?key|apikey|account[._-]?key|private[._-]?key|passphrase"
    r"|fs\.azure\.(account\.key|sas)\.",
    re.IGNORECASE,
)
# Names of secrets, places of files and classes, not secrets.
_NOT_SECRET = re.compile(
    r"(file|path|location|provider|class|type|enabled|name|names|url|uri|endpoint|alias|regex"
    r"|ref|expiry|lifetime|interval|renewal|length|algorithm|scope|store|vault|format)$"
    r"|^spark\.kubernetes\.|secretkeyref|keytab|principal|access[._-]?key[._-]?id$",
    re.IGNORECASE,
)
_PLACEHOLDER = re.compile(
    r"^\s*$|^\W+$|[${<\[]|^(x+|\*+|-+|\.+)$|change|your|my[-_ ]|example|placeholder|dummy|todo"
    r"|redacted|insert|replace|fake|sample|test|^(password|passwd|pwd|secret|token|key|none|null"
    r"|true|false|default|empty|string|\d)$|secrets?[/.:]",
    re.IGNORECASE,
)
_IN_URL = re.compile(
    r"^[a-z][a-z0-9+.:\-]*://[^/\s:@?]+:(?P<password>[^/\s@]+)@"
    r"|[?&;](password|pwd|passwd|secret|token)=(?P<parameter>[^&;\s]+)",
    re.IGNORECASE,
)
_AWS = re.compile(r"^(AKIA|ASIA)[0-9A-Z]{16}$")
_FIX = (
    "Read it where the job runs: from the environment, a credential provider or a mounted file; and"
    " change it, since it is known by now"
)


def is_secret_name(name):
    """Says whether what stands under a name is a secret."""
    return bool(_NAME.search(name)) and not _NOT_SECRET.search(name)


def check(machine, key, value, node, where):
    """Looks at a name and its value."""
    if not isinstance(value, Const) or not isinstance(value.value, str):
        return
    name = str(key.value) if isinstance(key, Const) else ""
    if name and is_secret_name(name) and not _PLACEHOLDER.search(value.value):
        _found(machine, node, "the value of " + name + " in " + where + "()")
    else:
        _check_url(machine, value.value, node, where)


def of_options(machine, method, words):
    """Looks at option("name", value) and options(name=value)."""
    if method == "option":
        check(machine, words.get(0, "key"), words.get(1, "value"), words.node, "option")
    elif method == "options":
        for name, value in words.kwargs.items():
            check(machine, Const(name), value, words.node, "options")


def of_source(machine, method, words):
    """Looks at what a read or write is given: URL and properties."""
    for value in words.values():
        if isinstance(value, Mapping):
            for key, item in value.pairs:
                check(machine, key, item, words.node, method)
        elif isinstance(value, Const) and isinstance(value.value, str):
            _check_url(machine, value.value, words.node, method)
    for name, value in words.kwargs.items():
        if isinstance(value, Const) and isinstance(value.value, str):
            if is_secret_name(name) and not _PLACEHOLDER.search(value.value):
                _found(machine, words.node, "the value of " + name + " in " + method + "()")


def _check_url(machine, text, node, where):
    match = _IN_URL.search(text)
    if match:
        secret = match.group("password") or match.group("parameter") or ""
        if not _PLACEHOLDER.search(secret):
            _found(machine, node, "the URL given to " + where + "() holds a password, which")


def met_text(machine, node):
    """Looks at any text of the code for the id of an AWS key."""
    if _AWS.match(node.value) and not node.value.endswith("EXAMPLE"):
        if machine.source.imports_pyspark:
            _found(machine, node, "the id of an AWS access key")


def _found(machine, node, what):
    machine.trail.hit(
        "hard-coded-secret",
        machine.place(node),
        what + " stands in the code, for all who read the sources or the package",
        _FIX,
    )
