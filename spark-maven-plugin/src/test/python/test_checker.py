# SPDX-License-Identifier: Apache-2.0
import glob
import os
import re
import shutil
import tempfile
import unittest

from spark_maven_checker.__main__ import read

CORPUS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "corpus")
_MARK = re.compile(r"# <- ([a-z-]+)$")


class Program:
    """A small program of the corpus; its comments say what is to be found in which line."""

    def __init__(self, family, title, lines):
        self.family = family
        self.title = title
        self.lines = lines

    @property
    def is_clean(self):
        """Says whether nothing may be found."""
        return self.title.startswith("CLEAN")

    def expected(self):
        """Returns the pairs of line and rule that the comments name."""
        marks = [(number, _MARK.search(line)) for number, line in enumerate(self.lines, 1)]
        return [(number, mark.group(1)) for number, mark in marks if mark]


def programs():
    """Reads the corpus."""
    for file in sorted(glob.glob(os.path.join(CORPUS, "*.txt"))):
        family = os.path.basename(file)[: -len(".txt")]
        with open(file, encoding="utf-8") as text:
            for part in re.split(r"^== ", text.read(), flags=re.MULTILINE)[1:]:
                title, _, body = part.partition("\n")
                yield Program(family, title, body.splitlines())


class CorpusTest(unittest.TestCase):
    def setUp(self):
        self.base = os.path.realpath(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.base, ignore_errors=True)
        os.environ["SPARK_MAVEN_CHECKER_STRICT"] = "yes"
        self.addCleanup(os.environ.pop, "SPARK_MAVEN_CHECKER_STRICT")

    def found(self, lines):
        file = os.path.join(self.base, "job.py")
        with open(file, "w", encoding="utf-8") as text:
            text.write("\n".join(lines) + "\n")
        said = read([file], self.base)
        self.assertEqual([], said["unread"])
        return [(finding["line"], finding["rule"]) for finding in said["findings"]]

    def test_finds_each_defect_in_its_line_and_nothing_in_clean_programs(self):
        for program in programs():
            with self.subTest(rule=program.family, program=program.title):
                self.assertEqual(sorted(program.expected()), sorted(self.found(program.lines)))

    def test_has_enough_of_each(self):
        every = list(programs())
        families = {program.family for program in every}
        defects = [program for program in every if not program.is_clean]

        self.assertEqual(13, len(families))
        self.assertGreaterEqual(len(defects), 50)
        for program in every:
            with self.subTest(rule=program.family, program=program.title):
                self.assertEqual(program.is_clean, not program.expected())
        for family in families:
            of_family = [program for program in every if program.family == family]
            self.assertTrue(any(program.is_clean for program in of_family), family)
            self.assertTrue(any(not program.is_clean for program in of_family), family)


if __name__ == "__main__":
    unittest.main()
