#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
#
# How long the average by key over 10 million pairs of ints takes on a local Spark with two cores:
# with RDDs, DataFrames and SQL, from Python and from Java. Each measurement is a spark-submit of
# its own, and the programs time the aggregation alone: the pairs are made, cached in the variant's
# own structure and counted before the clock starts; the averages are in the program when it stops.
# Each does so once, with all that a fresh process must load and compile, and three times again.
# A wrong average fails the script. All variants run in each round, so that a busy machine slows
# all alike. With 10 million pairs, docs/aggregation.md and docs/aggregation.svg are written anew.
#
# usage: aggregation.sh [rounds] [pairs] [version of pyspark]
# Needs a JDK that the Spark supports, 17 or later, Python 3 with venv, and pip's package index the
# first time. Logs, tables and charts are in integration-tests/target/aggregation.
set -eu
rounds=${1:-3}
pairs=${2:-10000000}
release=${3:-3.5.5}
cores=2
partitions=$cores
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../.." && pwd)
work=$root/integration-tests/target/aggregation
mkdir -p "$work"
venv=$work/pyspark-$release

if [ ! -e "$venv/complete" ]; then
  rm -rf "$venv"
  python3 -m venv "$venv"
  "$venv/bin/python" -m pip install -q "pyspark==$release"
  touch "$venv/complete"
fi
SPARK_HOME=$("$venv/bin/python" -c 'import os, pyspark; print(os.path.dirname(pyspark.__file__))')
JAVA_HOME=${JAVA_HOME:-$(java -XshowSettings:properties -version 2>&1 | sed -n 's/ *java.home = //p')}
export SPARK_HOME JAVA_HOME SPARK_LOCAL_IP=127.0.0.1 PYSPARK_PYTHON="$venv/bin/python"
unset SPARK_CONF_DIR PYSPARK_DRIVER_PYTHON PYTHONPATH

rm -rf "$work/classes"
"$JAVA_HOME/bin/javac" -d "$work/classes" -cp "$SPARK_HOME/jars/*" "$here/aggregation/Aggregation.java"
"$JAVA_HOME/bin/jar" --create --file "$work/aggregation.jar" -C "$work/classes" .

# seconds LANGUAGE VARIANT: of the first aggregation, and of those that follow
seconds() {
  local program=("$here/aggregation/aggregation.py")
  if [ "$1" = Java ]; then
    program=(--class Aggregation "$work/aggregation.jar")
  fi
  "$SPARK_HOME/bin/spark-submit" --master "local[$cores]" --driver-memory 4g \
    --conf spark.ui.enabled=false --conf "spark.sql.shuffle.partitions=$partitions" \
    "${program[@]}" "$2" "$pairs" "$partitions" > "$work/out" 2> "$work/log" || {
    cat "$work/out" "$work/log" >&2
    return 1
  }
  sed -n 's/^seconds=\(.*\) again=/\1 /p' "$work/out" | grep .
}

cd "$work"
: > times
for round in $(seq "$rounds"); do
  for variant in Python:rdd Java:rdd Python:dataframe Java:dataframe Python:sql; do
    measured=$(seconds "${variant%:*}" "${variant#*:}")
    echo "$variant $measured" | tee -a times
  done
done

if [ "$pairs" = 10000000 ]; then
  pages=$root/docs
else
  pages=$work
fi
java=$("$JAVA_HOME/bin/java" -XshowSettings:properties -version 2>&1 | sed -n 's/ *java.version = //p')
python=$("$venv/bin/python" -c 'import platform; print(platform.python_version())')
"$venv/bin/python" "$here/aggregation/page.py" times "$pages" --pairs "$pairs" --partitions "$partitions" \
  --spark "$release" --java "$java" --python "$python" --cores "$cores"
