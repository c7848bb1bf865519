# SPDX-License-Identifier: Apache-2.0
import os
import shutil
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree

from spark_maven_runner.report import SurefireReport, legal
from spark_maven_runner.results import ERROR, FAILURE, PASSED, SKIPPED, Case, ClassRun
from spark_maven_runner.thrown import Thrown


class SurefireReportTest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, self.folder)

    def written(self, *cases):
        class_run = ClassRun("jobs.test_a.TestA")
        class_run.cases = list(cases)
        class_run.run = len(cases)
        class_run.seconds = 1.25
        SurefireReport(self.folder).write(class_run)
        self.assertEqual(["TEST-jobs.test_a.TestA.xml"], os.listdir(self.folder))
        return ElementTree.parse(os.path.join(self.folder, "TEST-jobs.test_a.TestA.xml")).getroot()

    def test_holds_counts_time_and_properties(self):
        thrown = Thrown("E", "m", "t")
        suite = self.written(
            Case("a", PASSED, 0.5),
            Case("b", FAILURE, 0, thrown),
            Case("c", ERROR, 0, thrown),
            Case("d", SKIPPED, 0, Thrown.because("why")),
        )

        self.assertEqual(
            dict(
                name="jobs.test_a.TestA",
                time="1.250",
                tests="4",
                errors="1",
                skipped="1",
                failures="1",
            ),
            suite.attrib,
        )
        names = [item.get("name") for item in suite.findall("properties/property")]
        self.assertEqual(["python.version", "os.name"], names)
        self.assertEqual(
            dict(name="a", classname="jobs.test_a.TestA", time="0.500"),
            suite.find("testcase").attrib,
        )
        self.assertEqual("why", suite.find("testcase/skipped").get("message"))

    def test_keeps_lines_and_marks_of_messages(self):
        text = 'a <b> & "c"\n  d\t]]>'

        failure = self.written(Case("x", FAILURE, 0, Thrown("E", text, text))).find(".//failure")

        self.assertEqual(
            (text, "E", text), (failure.get("message"), failure.get("type"), failure.text)
        )

    def test_replaces_what_xml_cannot_hold(self):
        self.assertEqual(
            "a\ufffd\ufffd\ufffdb\t\U0001f600", legal("a\x01\ud800\uffffb\t\U0001f600")
        )


if __name__ == "__main__":
    unittest.main()
