#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
#
# How long the first session of a Python test takes, one small job included: as pyspark starts its
# JVM by itself, against the home that `mvn spark:test` puts in its way (class-data archive, C1,
# serial collector). Maven itself is not measured. In turn, so that a busy machine slows both.
#
# usage: python-session.sh [rounds] [pyspark]
# The plugin is in the local repository (mvn -Dquick install).
set -eu
rounds=${1:-5}
pyspark=${2:-3.5.5}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
mkdir -p src/test/python
echo "pyspark==$pyspark" > requirements.txt
cat > pom.xml <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>com.acme</groupId><artifactId>python-session</artifactId><version>1</version>
  <packaging>pom</packaging>
</project>
POM
cat > src/test/python/test_session.py <<'PY'
import unittest

from pyspark.sql import SparkSession


class SessionTest(unittest.TestCase):
    def test_counts(self):
        spark = SparkSession.builder.master("local[2]").getOrCreate()
        self.assertEqual(10, spark.range(10).groupBy("id").count().count())
PY
unset CI JENKINS_URL TEAMCITY_VERSION SPARK_HOME
export SPARK_LOCAL_IP=127.0.0.1 PYTHONDONTWRITEBYTECODE=1
goal=io.github.sparkmaven:spark-maven-plugin:0.1.0-SNAPSHOT:test
# The first run makes the archive, the second leaves a home that uses it.
for run in archive warm; do
  mvn -B -ntp $goal > log 2>&1 || { cat log; exit 1; }
done
ours=target/spark/tests/python/home
home=$(dirname "$(readlink "$ours/jars")")
python=${home%/lib/python*}/bin/python
# What the goal keeps private, and removes after its run.
mkdir -p conf
printf 'spark.ui.enabled false\nspark.driver.host 127.0.0.1\n' > conf/spark-defaults.conf
export SPARK_CONF_DIR="$work/conf" PYSPARK_PYTHON="$python"

milliseconds() {
  begin=$(date +%s%N)
  SPARK_HOME=$1 "$python" -m unittest discover -s src/test/python > log 2>&1 || { cat log >&2; exit 1; }
  end=$(date +%s%N)
  echo $(((end - begin) / 1000000))
}

for round in $(seq "$rounds"); do
  alone=$(milliseconds "$home")
  fast=$(milliseconds "$work/$ours")
  echo "pyspark alone $alone ms, in spark:test $fast ms, ratio $(awk "BEGIN { printf \"%.2f\", $fast / $alone }")"
done
