#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
#
# How long `mvn verify` takes for a module with two classes of Spark tests: by spark:test, and under
# surefire with hand-written --add-opens options. Warm (an archive is there), the first run ever (an
# empty cache folder), and the first run on a CI server. Wall time and processor time, in turn, so
# that a busy machine slows all alike; a build that skips the tests says what is Maven's own.
#
# usage: spark-test.sh [rounds]
# The plugin is in the local repository (mvn -Dquick install).
set -eu
rounds=${1:-5}
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -R "$here/prepare-tests/." "$work"
cd "$work"
export SPARK_LOCAL_IP=127.0.0.1
unset CI JENKINS_URL TEAMCITY_VERSION
TIMEFORMAT='%R %U %S'

# measure NAME COMMAND...: notes wall and processor milliseconds of a build, which must be green
measure() {
  local name=$1 times
  shift
  times=$({ time "$@" > log 2>&1; } 2>&1) || { cat log >&2; exit 1; }
  echo "$times" | awk '{ printf "%d %d\n", $1 * 1000, ($2 + $3) * 1000 }' >> "times-$name"
}

maven() {
  mvn -B -ntp -o -q "-Dspark.release=$release" "-Dscala.suffix=$scala" verify "$@"
}

show() {
  for column in 1 2; do
    paste -d ' ' "times-$1" times-by-hand | awk -v c=$column '{ print $c / $(c + 2) }' | sort -n |
      awk -v name="$1" -v what="$([ $column = 1 ] && echo wall || echo processor)" \
        '{ t[NR] = $1 } END { printf "  %-12s %-9s ratio to by-hand: median %.2f, least %.2f, most %.2f\n", name, what, t[int((NR + 1) / 2)], t[1], t[NR] }'
  done
}

for spark in 3.5.5:2.12 4.1.0:2.13; do
  release=${spark%:*}
  scala=${spark#*:}
  rm -rf target times-* cache
  maven -Pby-hand > log 2>&1 || { cat log; exit 1; }
  maven -Pspark-test -Dspark.maven.cacheDirectory=cache > log 2>&1 || { cat log; exit 1; }
  for round in $(seq "$rounds"); do
    measure no-tests maven -Pspark-test -DskipTests
    measure by-hand maven -Pby-hand
    measure warm maven -Pspark-test -Dspark.maven.cacheDirectory=cache
    rm -rf first
    measure first-run maven -Pspark-test -Dspark.maven.cacheDirectory=first
    measure first-on-ci env CI=true mvn -B -ntp -o -q "-Dspark.release=$release" \
      "-Dscala.suffix=$scala" verify -Pspark-test -Dspark.maven.cacheDirectory=none
  done
  echo "Spark $release, $rounds rounds; by hand, wall and processor milliseconds: $(sort -n times-by-hand | awk '{ t[NR] = $0 } END { print t[int((NR + 1) / 2)] }')"
  for name in no-tests warm first-run first-on-ci; do
    show "$name"
  done
  echo "  archive: $(du -m cache/class-data/*.jsa | cut -f1) MB"
done
