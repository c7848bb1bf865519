#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
#
# How long ten declared cases take in `mvn spark:test`, Maven's own start included, against ten runs
# of spark-submit with the same home, job and settings. In turn, so that a busy machine slows both.
#
# usage: declared-cases.sh [rounds]
# The plugin is in the local repository (mvn -Dquick install).
set -eu
rounds=${1:-3}
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -R "$here/../it/declared-cases/." "$work"
cd "$work"
sed -i -e 's/@it.scala.version@/2.12/; s/@it.spark.version@/3.5.5/; s/@project.version@/0.1.0-SNAPSHOT/' pom.xml
mkdir ten
for n in 0 1 2 3 4 5 6 7 8 9; do
  cp -R src/test/spark/sums "ten/sums-$n"
done
export SPARK_LOCAL_IP=127.0.0.1
unset CI JENKINS_URL TEAMCITY_VERSION

milliseconds() {
  begin=$(date +%s%N)
  "$@" > log 2>&1 || { cat log >&2; exit 1; }
  end=$(date +%s%N)
  echo $(((end - begin) / 1000000))
}

maven() {
  mvn -B -ntp -o -q -Dspark.maven.test.casesDirectory=ten "$@"
}

goal=io.github.sparkmaven:spark-maven-plugin:0.1.0-SNAPSHOT
maven package > log 2>&1 || { cat log; exit 1; }
# Some Mavens end their output with codes for a terminal.
home=$(maven $goal:home -Dspark.master=local | grep -o '/.*' | tail -n 1)
maven $goal:test > log 2>&1 || { cat log; exit 1; }

ten_submissions() {
  for n in 0 1 2 3 4 5 6 7 8 9; do
    "$home/bin/spark-submit" --master 'local[2]' --conf spark.ui.enabled=false \
      --conf spark.sql.shuffle.partitions=2 --conf spark.acme.currency=EUR --class com.acme.Sums \
      target/declared-cases-1.0-SNAPSHOT.jar sums "ten/sums-$n/in.csv" "out-$n" || return 1
  done
}

for round in $(seq "$rounds"); do
  submitted=$(milliseconds ten_submissions)
  ours=$(milliseconds maven $goal:test)
  echo "ten spark-submit $submitted ms, ten declared cases $ours ms, ratio $(awk "BEGIN { printf \"%.2f\", $ours / $submitted }")"
done
