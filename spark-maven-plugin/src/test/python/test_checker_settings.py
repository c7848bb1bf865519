# SPDX-License-Identifier: Apache-2.0
import glob
import os
import shutil
import tempfile
import unittest
from textwrap import dedent

from spark_maven_checker.__main__ import read


class SettingsTest(unittest.TestCase):
    def setUp(self):
        self.base = os.path.realpath(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.base, ignore_errors=True)
        os.environ["SPARK_MAVEN_CHECKER_STRICT"] = "yes"
        self.addCleanup(os.environ.pop, "SPARK_MAVEN_CHECKER_STRICT")

    def write(self, name, text):
        file = os.path.join(self.base, name)
        os.makedirs(os.path.dirname(file), exist_ok=True)
        with open(file, "w", encoding="utf-8") as out:
            out.write(dedent(text))
        return file

    def read(self, text, main="job.py"):
        """Reads the main file and all that stands beside it."""
        file = self.write(main, text)
        files = sorted(glob.glob(os.path.join(self.base, "**", "*.py"), recursive=True))
        said = read(files, self.base, file)
        self.assertEqual([], said["unread"])
        return said["settings"]

    def pairs(self, text):
        return [(each["key"], each["value"]) for each in self.read(text)]

    def test_tells_key_value_moment_file_line_and_call(self):
        settings = self.read(
            """\
            from pyspark.sql import SparkSession

            spark = (
                SparkSession.builder
                .config("spark.executor.memory", "4g")
                .getOrCreate()
            )
            spark.conf.set("spark.sql.shuffle.partitions", 8)
            """
        )

        file = os.path.join(self.base, "job.py")
        self.assertEqual(
            [
                {
                    "key": "spark.executor.memory",
                    "value": "4g",
                    "moment": "START",
                    "always": "true",
                    "file": file,
                    "line": 5,
                    "call": "SparkSession.builder.config",
                },
                {
                    "key": "spark.sql.shuffle.partitions",
                    "value": "8",
                    "moment": "RUNNING",
                    "always": "true",
                    "file": file,
                    "line": 8,
                    "call": "spark.conf.set",
                },
            ],
            settings,
        )

    def test_knows_all_calls_that_make_settings(self):
        self.assertEqual(
            [
                ("spark.app.name", "a"),
                ("spark.master", "yarn"),
                ("spark.a", "1"),
                ("spark.b", "2"),
                ("spark.c", "True"),
                ("spark.executorEnv.LANG", "C"),
                ("spark.app.name", "b"),
                ("spark.d", "true"),
                ("spark.e", "3"),
                ("spark.f", "4"),
                ("spark.sql.catalogImplementation", "hive"),
                ("spark.master", "local"),
                ("spark.app.name", "c"),
                ("spark.g", "5"),
                ("spark.sql.ansi.enabled", "true"),
            ],
            self.pairs(
                """\
                from pyspark import SparkConf, SparkContext
                from pyspark.sql import SparkSession
                conf = SparkConf().setAppName("a").setMaster("yarn")
                conf.setAll([("spark.a", "1"), ("spark.b", 2)]).set("spark.c", True)
                conf.setExecutorEnv("LANG", "C")
                builder = SparkSession.builder.appName("b").config(conf=conf)
                builder.config("spark.d", True).config(key="spark.e", value="3")
                builder.config(map={"spark.f": "4"}).enableHiveSupport()
                sc = SparkContext("local", appName="c")
                SparkContext.setSystemProperty("spark.g", "5")
                spark = builder.getOrCreate()
                spark.sql("SET spark.sql.ansi.enabled = true")
                """
            ),
        )

    def test_follows_constants(self):
        self.write(
            "jobs/settings.py",
            """\
            import os
            GIGABYTES = 2 * 4
            MEMORY = f"{GIGABYTES}g"

            class Keys:
                CORES = "spark.executor." + "cores"

            def partitions(cores, factor=3):
                return cores * factor

            ALL = {"spark.x": "1"}
            ALL.update({"spark.y": "%s-%d" % ("n", 2)})
            """,
        )
        self.write("jobs/__init__.py", "")

        self.assertEqual(
            [
                ("spark.executor.memory", "8g"),
                ("spark.executor.cores", "4"),
                ("spark.sql.shuffle.partitions", "12"),
                ("spark.x", "1"),
                ("spark.y", "n-2"),
                ("spark.z", "a,b"),
            ],
            self.pairs(
                """\
                from pyspark.sql import SparkSession as S
                from jobs import settings
                from jobs.settings import Keys, partitions as parts
                build = S.builder.config("spark.executor.memory", settings.MEMORY)
                build = build.config(Keys.CORES, 4)
                build.config("spark.sql.shuffle.partitions", parts(cores=4))
                for key, value in settings.ALL.items():
                    build.config(key, value)
                build.config("spark.z", ",".join(["a", "b"]))
                """
            ),
        )

    def test_says_what_stands_there_where_a_value_cannot_be_known(self):
        settings = self.read(
            """\
            import os
            from pyspark.sql import SparkSession
            builder = SparkSession.builder.master(os.environ.get("MASTER", "local[*]"))
            builder.config("spark.executor.cores", os.getenv("CORES"))
            for name in os.environ:
                builder.config("spark." + name, "1")
            builder.config(map=load())
            """
        )

        self.assertEqual(
            [
                (
                    "spark.master",
                    None,
                    'SparkSession.builder.master(os.environ.get("MASTER", "local[*]"))',
                ),
                (
                    "spark.executor.cores",
                    None,
                    'SparkSession.builder.config("spark.executor.cores", os.getenv("CORES"))',
                ),
                (None, "1", 'SparkSession.builder.config("spark." + name, "1")'),
                (None, None, "SparkSession.builder.config(map=load())"),
            ],
            [(each["key"], each["value"], each["call"]) for each in settings],
        )

    def test_says_when_a_setting_is_only_made_under_a_condition(self):
        settings = self.read(
            """\
            import sys
            from pyspark.sql import SparkSession
            DEBUG = False
            builder = SparkSession.builder
            if len(sys.argv) > 1:
                builder = builder.master("local[2]")
            else:
                builder.config("spark.a", "1")
            if DEBUG:
                builder.config("spark.never", "1")

            def unused(spark):
                spark.conf.set("spark.sql.b", "2")
            """
        )

        self.assertEqual(
            [
                (
                    "spark.master",
                    "SparkSession.builder.master, only if len(sys.argv) > 1",
                ),
                ("spark.a", "SparkSession.builder.config, only if not (len(sys.argv) > 1)"),
                ("spark.sql.b", "spark.conf.set, only if unused is called"),
            ],
            [(each["key"], each["call"]) for each in settings],
        )
        self.assertEqual(["local[2]", "1", "2"], [each["value"] for each in settings])
        self.assertEqual(["false"] * 3, [each["always"] for each in settings])

    def test_reads_the_program_and_what_it_imports_alone(self):
        self.write(
            "other.py",
            """\
            from pyspark.sql import SparkSession
            SparkSession.builder.config("spark.other", "1").getOrCreate()
            """,
        )
        self.write(
            "shared.py",
            """\
            from pyspark.sql import SparkSession

            class Sessions:
                def __init__(self, name):
                    self.name = name

                def start(self, cores="2"):
                    builder = SparkSession.builder.appName(self.name)
                    return builder.config("spark.executor.cores", cores).getOrCreate()

            if __name__ == "__main__":
                SparkSession.builder.config("spark.never", "1")
            """,
        )

        self.assertEqual(
            [("spark.app.name", "etl"), ("spark.executor.cores", "5")],
            self.pairs(
                """\
                from shared import Sessions

                def main():
                    spark = Sessions("etl").start("5")
                    spark.stop()

                if __name__ == "__main__":
                    main()
                """
            ),
        )

    def test_keeps_words_that_may_be_secrets_to_itself(self):
        settings = self.read(
            """\
            import os
            from pyspark.sql import SparkSession
            KEY = os.environ.get("KEY", "k3yk3yk3y")
            SparkSession.builder.config("spark.ssl.keyPassword", os.environ.get("P", "pa55w0rd"))
            """
        )

        self.assertEqual("SparkSession.builder.config", settings[0]["call"])
        self.assertIsNone(settings[0]["value"])

    def test_passes_over_what_is_not_about_spark(self):
        self.assertEqual(
            [],
            self.pairs(
                """\
                from configparser import ConfigParser
                from shop import SparkConf, builder
                conf = ConfigParser()
                conf.set("spark", "spark.master")
                SparkConf().set("spark.a", "1")
                builder.config("spark.b", "2").master("local")
                """
            ),
        )

    def test_passes_over_test_code_and_tells_what_it_cannot_read(self):
        code = "from pyspark import SparkConf\nSparkConf().set('{}', '1')\n"
        self.write("tests/test_job.py", code.format("a"))
        broken = self.write("broken.py", "print 'x'\n")
        file = self.write("job.py", code.format("b"))
        tests = os.path.join(self.base, "tests", "test_job.py")

        said = read([file, broken, tests], self.base)

        self.assertEqual(["b"], [each["key"] for each in said["settings"]])
        self.assertEqual([broken], [each["file"] for each in said["unread"]])


if __name__ == "__main__":
    unittest.main()
