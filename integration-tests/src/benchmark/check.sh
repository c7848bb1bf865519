#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# How long `mvn spark:check` takes on a jar of 200 MB: the goal by its own word, and the whole of
# Maven beside `mvn validate` of the same project. The home and the registry of keys are made
# before.
#
# usage: check.sh [rounds] [megabytes]
# The plugin is in the local repository (mvn -Dquick install); MAVEN is the command, mvn by default.
set -eu
rounds=${1:-5}
megabytes=${2:-200}
maven=${MAVEN:-mvn}
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -R "$here/../it/check-passes/." "$work"
cd "$work"
sed -i -e 's/@it.scala.version@/2.12/; s/@it.spark.version@/3.5.5/; s/@project.version@/0.1.0-SNAPSHOT/' pom.xml
$maven -B -ntp -o -q package
jar=$(ls target/*.jar | grep -v original | head -1)
java "$here/check/FatJar.java" "$jar" fat.jar "$megabytes"
mv fat.jar "$jar"
$maven -B -ntp -o -q spark:check

milliseconds() {
  begin=$(date +%s%N)
  $maven -B -ntp -o "$1" > log 2>&1 || { cat log; exit 1; }
  end=$(date +%s%N)
  echo $(((end - begin) / 1000000))
}

for round in $(seq "$rounds"); do
  validate=$(milliseconds validate)
  check=$(milliseconds spark:check)
  echo "round $round: goal $(sed -n 's/.*judged in \([0-9.]* s\).*/\1/p' log), mvn spark:check $check ms, mvn validate $validate ms"
done
grep 'classes of' log
