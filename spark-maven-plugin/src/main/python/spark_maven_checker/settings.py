# SPDX-License-Identifier: Apache-2.0
"""What a program's settings are, and where they stand."""

import ast

from . import secrets
from .frames import Frame
from .trail import Setting
from .values import UNKNOWN, Const, Mapping, Seq, Thing

START, RUNNING = "START", "RUNNING"


def make_all(machine, pairs, moment, label, node):
    """Notes the settings of pairs, as far as they are known."""
    known = []
    if isinstance(pairs, Mapping):
        known = pairs.pairs
    elif isinstance(pairs, Seq):
        known = [tuple(i.items) for i in pairs.items if isinstance(i, Seq) and len(i.items) == 2]
    for key, value in known:
        make(machine, key, value, moment, label, node)
    if not known or not pairs.whole:
        make(machine, UNKNOWN, UNKNOWN, moment, label, node)


def make(machine, key, value, moment, label, node):
    """Notes a setting."""
    if isinstance(key, (Thing, Frame)):
        return
    name = str(key.value) if isinstance(key, Const) else None
    text = _text(value, label)
    place = machine.place(node)
    secrets.check(machine, key, value, node, label)
    condition = str(machine.conditions[-1]) if machine.conditions else ""
    if name == "spark.master" and text is not None and not condition and moment == START:
        machine.trail.masters.append((place, text, label))
    call_text = label
    if name is None or text is None:
        call_text += _words(machine, name, node)
    if condition:
        call_text += ", only if " + condition
    setting = Setting(name, text, moment, place, call_text, not condition)
    machine.trail.add_setting(setting, machine.of_main)


def _text(value, label):
    if not isinstance(value, Const) or value.value is None:
        return None
    if isinstance(value.value, bool) and not label.startswith("SparkConf"):
        return str(value.value).lower()
    return str(value.value)


def _words(machine, name, node):
    """Returns what stands in the parentheses, which is all that is known of the value."""
    if secrets.is_secret_name(name or "") or not isinstance(node, ast.Call):
        return ""
    words = [machine.source.segment(arg) for arg in node.args]
    for keyword in node.keywords:
        name = keyword.arg + "=" if keyword.arg else "**"
        words.append(name + machine.source.segment(keyword.value))
    text = ", ".join(words)
    return "(" + (text if len(text) <= 120 else text[:117] + "...") + ")"
