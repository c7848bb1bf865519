# SPDX-License-Identifier: Apache-2.0
"""Collects results and makes them known as they come."""

PASSED, FAILURE, ERROR, SKIPPED = "passed", "failure", "error", "skipped"


class Case:
    """How one test went, or a part of it that is told apart, as a subtest is."""

    def __init__(self, name, verdict, seconds, thrown=None):
        self.name = name
        self.verdict = verdict
        self.millis = round(seconds * 1000)
        self.thrown = thrown


class ClassRun:
    """The results of one class, or of the functions of one module."""

    def __init__(self, name):
        self.name = name
        self.cases = []
        self.run = 0
        self.seconds = 0.0
        self.is_open = False

    @property
    def millis(self):
        """How long it took."""
        return round(self.seconds * 1000)

    def count(self, verdict):
        """Returns how many cases ended so."""
        return sum(case.verdict == verdict for case in self.cases)

    def counts(self):
        """Returns the numbers of tests run, failures, errors and skipped."""
        return (self.run, self.count(FAILURE), self.count(ERROR), self.count(SKIPPED))


class Results:
    """Sends events to the plugin and writes reports to the disk."""

    def __init__(self, channel, report):
        self._channel = channel
        self._report = report
        self._classes = {}

    def start(self, class_name):
        """Tells that the tests of a class begin, unless it has been told."""
        class_run = self._classes.setdefault(class_name, ClassRun(class_name))
        if not class_run.is_open:
            class_run.is_open = True
            self._channel.send("class-started", class_name)
        return class_run

    def add(self, class_name, case, is_test=True):
        """Tells how a test went.

        With is_test=False it is a further result of a test that has been counted.
        """
        class_run = self.start(class_name)
        class_run.cases.append(case)
        class_run.run += int(is_test)
        if case.verdict == SKIPPED:
            self._channel.send("test-skipped", class_name, case.name, case.thrown.message)
        elif case.verdict != PASSED:
            thrown = case.thrown
            self._channel.send(
                "test-failed",
                class_name,
                case.name,
                case.verdict,
                case.millis,
                thrown.summary(),
                thrown.details(),
            )

    def add_time(self, class_name, seconds):
        """Adds to the time of a class."""
        self.start(class_name).seconds += seconds

    def finish(self, class_name):
        """Writes the report first, so that whoever sees the event finds the file."""
        class_run = self._classes[class_name]
        if class_run.is_open:
            class_run.is_open = False
            self._report.write(class_run)
            self._channel.send("class-finished", class_name, *class_run.counts(), class_run.millis)

    def finish_all(self):
        """Finishes each class that is still open."""
        for name in list(self._classes):
            self.finish(name)

    def open_classes(self):
        """Returns the names of the classes that are not finished."""
        return [name for name, class_run in self._classes.items() if class_run.is_open]

    def totals(self):
        """Returns the numbers of tests run, failures, errors and skipped."""
        counts = [class_run.counts() for class_run in self._classes.values()]
        return tuple(sum(column) for column in zip(*counts)) if counts else (0, 0, 0, 0)

    def any_failed(self):
        """Says whether anything went wrong."""
        _, failures, errors, _ = self.totals()
        return failures + errors > 0

    def publish_totals(self):
        """Sends the last event."""
        self._channel.send("finished", *self.totals())
