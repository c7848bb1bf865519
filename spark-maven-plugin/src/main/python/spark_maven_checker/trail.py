# SPDX-License-Identifier: Apache-2.0
"""What a walk through the sources has met."""

# A longer condition says less than that there is one.
_LONGEST = 60


class Setting:
    """A setting that the program makes."""

    def __init__(self, key, value, moment, place, call, always):
        self.key = key
        self.value = value
        self.moment = moment
        self.place = place
        self.call = call
        self.always = always

    def fields(self):
        """Returns it as JSON has it."""
        return {
            "key": self.key,
            "value": self.value,
            "moment": self.moment,
            "always": "true" if self.always else "false",
            "file": self.place.source.name,
            "line": self.place.line,
            "call": self.call,
        }


class Action:
    """A use of a frame that makes Spark compute it."""

    def __init__(self, frame, name, place, root):
        self.frame = frame
        self.name = name
        self.place = place
        self.root = root
        self.answered = False


class Trail:
    """Collects what rules judge at the end."""

    def __init__(self):
        self.settings = []
        self.made_elsewhere = []
        self.masters = []
        self.actions = []
        self.frames = []
        self.hits = []
        self.groupings = []
        self.caches = []
        self.collects = []
        self.sessions = []
        self.stops = set()
        self.incomplete = set()
        self.streams = []
        self._seen = set()

    def add_setting(self, setting, of_main):
        """Keeps a setting, once for each place and meaning."""
        identity = (
            setting.place.source.path,
            setting.place.line,
            setting.key,
            setting.value,
            setting.call,
        )
        if identity not in self._seen:
            self._seen.add(identity)
            (self.settings if of_main else self.made_elsewhere).append(setting)

    def hit(self, rule, place, what, fix):
        """Keeps what a rule has found at once."""
        self.hits.append(Finding(rule, place.source, place.line, what, fix))


class Finding:
    """One place where a rule found what it looks for."""

    def __init__(self, rule, source, line, what, fix):
        self.rule = rule
        self.source = source
        self.line = line
        self.what = what
        self.fix = fix

    def fields(self):
        """Returns it as JSON has it."""
        return {
            "rule": self.rule,
            "file": self.source.name,
            "module": self.source.module,
            "line": self.line,
            "what": self.what,
            "fix": self.fix,
        }


class Condition:
    """What must hold, or must not, for something to happen."""

    def __init__(self, source, test, negated=False):
        self._source = source
        self._test = test
        self._negated = negated

    def __str__(self):
        text = self._source.segment(self._test)
        if not text or len(text) > _LONGEST:
            return "a condition holds"
        return "not (" + text + ")" if self._negated else text
