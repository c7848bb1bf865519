#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
#
# Whether what the planner plans is faster than Spark's defaults and than what other people's rules
# come to: nine workloads, each a spark-submit of its own on a standalone cluster, or a YARN, that is
# made of this machine. Every submission checks its answer. docs/tuning.md, or docs/tuning-yarn.md, is
# written anew from what was measured at scale 1; `ablation` leaves out the plan's settings one by one,
# for docs/ablation.md;
# `try` prints what settings beside the plan do, `warm` what those of SQL do in one session, and
# `driver` what those of the driver's JVM do to its own work, the first time and later.
#
# usage: tuning.sh [compare|ablation] [--rounds N] [--workloads A,B] [--configurations A,B]
#                  [--keys K1,K2] [--scale X] [--cluster yarn]
#                  [--pages-only]
#        tuning.sh try|warm|driver [--rounds N] [--workloads A,B] [--scale X] --set KEY=VALUE[,KEY=VALUE]
#                  [--set …] (of try and driver also KEY+=VALUE, which adds to what is planned)
# It takes hours, and goes on where it was stopped: a workload's round that stands whole in the
# results, of scale 1 docs/tuning.jsonl and docs/ablation.jsonl, is not measured again.
# The plugin is in the local repository (mvn -Dquick install). Needs a JDK 17, Python 3 with venv,
# pip's package index and Maven Central the first time. All else is in integration-tests/target/tuning.
set -eu
release=3.5.5
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../.." && pwd)
work=$root/integration-tests/target/tuning
mkdir -p "$work/data"

scale=1
measuring=true
cluster=standalone
arguments=("$@")
for index in "${!arguments[@]}"; do
  case ${arguments[$index]} in
    -h | --help) exec python3 "$here/tuning/tuning.py" --help ;;
    --scale) scale=${arguments[$((index + 1))]} ;;
    --scale=*) scale=${arguments[$index]#--scale=} ;;
    --cluster) cluster=${arguments[$((index + 1))]} ;;
    --cluster=*) cluster=${arguments[$index]#--cluster=} ;;
    --pages-only) measuring=false ;;
  esac
done

venv=$work/pyspark-$release
# PySpark 3.5 does not know pandas 3, and keeps NumPy below 2, which newer versions of PyArrow need.
packages=("pyspark[sql]==$release" "pandas<3" "pyarrow<19")
if [ "$(cat "$venv/complete" 2> /dev/null)" != "${packages[*]}" ]; then
  rm -rf "$venv"
  python3 -m venv "$venv"
  "$venv/bin/python" -m pip install -q "${packages[@]}"
  echo "${packages[*]}" > "$venv/complete"
fi
SPARK_HOME=$("$venv/bin/python" -c 'import os, pyspark; print(os.path.dirname(pyspark.__file__))')
JAVA_HOME=${JAVA_HOME:-$(java -XshowSettings:properties -version 2>&1 | sed -n 's/ *java.home = //p')}
export SPARK_HOME JAVA_HOME SPARK_LOCAL_IP=127.0.0.1 PYSPARK_PYTHON="$venv/bin/python"
export SPARK_LOCAL_DIRS="$work/local"
unset SPARK_CONF_DIR PYSPARK_DRIVER_PYTHON PYTHONPATH SPARK_SUBMIT_OPTS
mkdir -p "$SPARK_LOCAL_DIRS"

if [ ! -e "$work/tpch/complete" ]; then
  mvn -B -ntp -q -f "$here/tuning/tpch/pom.xml" dependency:copy-dependencies "-DoutputDirectory=$work/tpch"
  touch "$work/tpch/complete"
fi
if [ ! -e "$work/tuning.jar" ] || [ -n "$(find "$here/tuning/java" -newer "$work/tuning.jar")" ]; then
  rm -rf "$work/classes"
  "$JAVA_HOME/bin/javac" -d "$work/classes" -cp "$SPARK_HOME/jars/*:$work/tpch/*" "$here"/tuning/java/*.java
  "$JAVA_HOME/bin/jar" --create --file "$work/tuning.jar" -C "$work/classes" .
fi

data=$work/data/scale-$scale
if $measuring && [ ! -e "$data/complete" ]; then
  "$SPARK_HOME/bin/spark-submit" --master 'local[*]' --driver-memory 3g --driver-class-path "$work/tpch/*" \
    --class Data "$work/tuning.jar" "$data" "$scale" 2> "$work/data.log" || {
    cat "$work/data.log" >&2
    exit 1
  }
fi

if $measuring && [ "$cluster" = yarn ]; then
  (cd "$root" && ${MAVEN:-mvn} -B -ntp -q -pl integration-tests/yarn resources:testResources \
    compiler:testCompile dependency:build-classpath@class-path-of-the-cluster)
  yarn=$root/integration-tests/yarn/target
  export YARN_CLASS_PATH="$yarn/test-classes:$(cat "$yarn/class-path")"
fi

java=$("$JAVA_HOME/bin/java" -XshowSettings:properties -version 2>&1 | sed -n 's/ *java.version = //p')
plugin=$(sed -n '/<artifactId>spark-maven-parent</,/<\/version>/s/.*<version>\(.*\)<\/version>.*/\1/p' "$root/pom.xml" | head -n 1)
exec "$venv/bin/python" "$here/tuning/tuning.py" "$@" --work "$work" --spark-home "$SPARK_HOME" \
  --jar "$work/tuning.jar" --docs "$root/docs" --spark "$release" --java "$java" --plugin "$plugin"
