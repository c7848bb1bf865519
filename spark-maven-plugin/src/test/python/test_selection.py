# SPDX-License-Identifier: Apache-2.0
import unittest

from spark_maven_runner.selection import Selection


class SelectionTest(unittest.TestCase):
    def takes(self, pattern, module="jobs.test_clustering", classes=("TestK",), name="test_x[1]"):
        return Selection([pattern]).takes(module, list(classes), [name, name.partition("[")[0]])

    def test_takes_all_without_a_pattern(self):
        self.assertTrue(Selection([]).takes("m", [], ["t"]))

    def test_takes_by_simple_or_full_name_of_class_or_module(self):
        for pattern in ("TestK", "Test?", "jobs.test_clustering.TestK", "test_clust*", "jobs.*"):
            self.assertTrue(self.takes(pattern), pattern)
        for pattern in ("Test", "testK", "clustering", "Other*", "jobs"):
            self.assertFalse(self.takes(pattern), pattern)

    def test_takes_by_name_of_test_with_and_without_parameters(self):
        for pattern in ("*#test_x", "TestK#test_x[1]", "TestK#test_*", "test_clustering#*x*"):
            self.assertTrue(self.takes(pattern), pattern)
        for pattern in ("*#test_", "Other#test_x", "TestK#x", "TestK#"):
            self.assertFalse(self.takes(pattern), pattern)

    def test_takes_tests_of_nested_classes_by_the_outer(self):
        self.assertTrue(self.takes("Outer", classes=("Outer", "Inner")))
        self.assertTrue(self.takes("*.Outer.Inner", classes=("Outer", "Inner")))

    def test_takes_functions_by_module(self):
        self.assertTrue(self.takes("test_clustering#test_x", classes=()))
        self.assertFalse(self.takes("TestK", classes=()))

    def test_takes_marks_of_expressions_as_they_are(self):
        self.assertFalse(self.takes("test.clustering"))
        self.assertFalse(self.takes("*#test_x[12]"))


if __name__ == "__main__":
    unittest.main()
