# SPDX-License-Identifier: Apache-2.0
import os
import subprocess
import sys
import time
import unittest

from running import Run, RunnerTestCase, needs


class RunnerTest(RunnerTestCase):
    """What holds for both frameworks."""

    def test_keeps_what_is_printed_out_of_the_events(self):
        self.write(
            "tests/test_prints.py",
            """
            import os, subprocess, sys, unittest

            class Prints(unittest.TestCase):
                def test_prints(self):
                    print("by print")
                    os.write(1, b"by descriptor\\n")
                    subprocess.run([sys.executable, "-c", "print('by child')"], check=True)
            """,
        )

        run = self.run_tests()

        self.assertEqual((0, (1, 0, 0, 0)), (run.code, run.totals))
        self.assertTrue(all(line.startswith("\x01") for line in run.lines), run.lines)
        for text in ("by print", "by descriptor", "by child"):
            self.assertIn(text, run.errors)

    def test_gives_no_child_the_descriptor_of_the_events(self):
        self.write(
            "tests/test_child.py",
            """
            import os, subprocess, sys, unittest

            class Child(unittest.TestCase):
                def test_writes(self):
                    code = "import os\\nfor fd in range(3, 50):\\n  try: os.write(fd, b'stray')\\n  except OSError: pass"
                    subprocess.run([sys.executable, "-c", code], check=True, close_fds=False)
            """,
        )

        self.assertTrue(all(line.startswith("\x01") for line in self.run_tests().lines))

    def test_a_forked_copy_tells_nothing(self):
        self.write(
            "tests/test_fork.py",
            """
            import os, sys, unittest

            class Fork(unittest.TestCase):
                def test_forks(self):
                    child = os.fork()
                    if child == 0:
                        sys.exit(0)
                    os.waitpid(child, 0)
            """,
        )

        run = self.run_tests()

        self.assertEqual([["1", "0", "0", "0"]], run.named("finished"))

    def test_a_test_that_ends_the_process_is_not_finished(self):
        self.write(
            "tests/test_end.py",
            """
            import os, unittest

            class End(unittest.TestCase):
                def test_ends(self):
                    os._exit(0)
            """,
        )

        run = self.run_tests()

        self.assertEqual([["test_end.End"]], run.named("class-started"))
        self.assertIsNone(run.totals)

    def test_ends_although_threads_run_on(self):
        self.write(
            "tests/test_threads.py",
            """
            import atexit, threading, time, unittest

            class Threads(unittest.TestCase):
                def test_starts(self):
                    atexit.register(print, "at the end")
                    threading.Thread(target=time.sleep, args=(300,)).start()
            """,
        )

        run = self.run_tests()

        self.assertEqual((0, (1, 0, 0, 0)), (run.code, run.totals))
        self.assertIn("at the end", run.errors)

    def test_shows_what_threads_are_at_when_the_time_is_up(self):
        self.write(
            "tests/test_hangs.py",
            """
            import time, unittest

            class Hangs(unittest.TestCase):
                def test_hangs(self):
                    time.sleep(300)
            """,
        )

        run = self.run_tests(timeoutMillis=1500)

        self.assertEqual((4, None), (run.code, run.totals))
        self.assertEqual([[]], run.named("timed-out"))
        self.assertIn("test_hangs.py", run.errors)

    def test_ends_with_its_parent(self):
        self.write(
            "tests/test_waits.py",
            """
            import time, unittest

            class Waits(unittest.TestCase):
                def test_waits(self):
                    time.sleep(300)
            """,
        )
        parent = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
        process = self.start(self.request(parent=parent.pid))
        process.stdout.readline()
        self.assertIsNone(process.poll())
        parent.communicate(b"\n")
        began = time.monotonic()

        self.assertEqual(3, Run(process, self.base).code)
        self.assertLess(time.monotonic() - began, 20)

    def test_tells_what_keeps_it_from_running(self):
        self.write("tests/readme.txt", "")
        missing = os.path.join(self.base, "missing")
        for values, words in (
            ({"framework": "nose"}, "the framework is 'nose', but can be pytest or unittest"),
            (
                {"testDirectory": missing},
                "the folder of the tests {} does not exist".format(missing),
            ),
        ):
            run = self.run_tests(**values)

            self.assertEqual((2, None), (run.code, run.totals))
            self.assertEqual("Job test runner: " + words, run.problem)

    def test_writes_nothing_beside_the_sources(self):
        self.write("tests/test_a.py", "import helper\n")
        self.write("tests/helper.py", "")

        self.run_tests()

        self.assertEqual(["helper.py", "test_a.py"], sorted(os.listdir(self.base + "/tests")))
        self.assertEqual(["target", "tests"], sorted(os.listdir(self.base)))

    def test_needs_the_package_that_measures(self):
        self.write("tests/test_a.py", "")

        # -S: without installed packages.
        run = self.run_tests(
            options=["-S"], coverage={"source": [self.base], "xml": self.base + "/target/c.xml"}
        )

        self.assertEqual(2, run.code)
        self.assertIn("Add coverage to the requirements", run.problem)


@needs("coverage")
class CoverageTest(RunnerTestCase):
    def test_writes_which_lines_were_run(self):
        self.write("src/job.py", "def f(x):\n    if x:\n        return 1\n    return 2\n")
        self.write(
            "tests/test_job.py",
            """
            import sys, unittest
            sys.path.insert(0, "src")
            import job

            class Job(unittest.TestCase):
                def test_f(self):
                    self.assertEqual(2, job.f(0))
            """,
        )
        target = os.path.join(self.base, "target", "coverage", "coverage.xml")

        run = self.run_tests(coverage={"source": [self.base + "/src"], "xml": target})

        self.assertEqual((0, (1, 0, 0, 0)), (run.code, run.totals))
        with open(target, encoding="utf-8") as file:
            text = file.read()
        self.assertIn('line number="3" hits="0"', text)
        self.assertIn('line number="4" hits="1"', text)
        self.assertEqual(["coverage.xml"], os.listdir(os.path.dirname(target)))
        self.assertFalse(os.path.exists(self.base + "/.coverage"))


if __name__ == "__main__":
    unittest.main()
