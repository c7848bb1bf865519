#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# How long `mvn test` takes for a module with two classes of Spark tests: with spark:prepare-tests,
# and with the --add-opens options alone in the POM, as one writes them by hand. Everything is
# compiled and resolved before. The two run in turn, so that a busy machine slows both alike; a
# build that skips the tests says what is Maven's own.
#
# usage: prepare-tests.sh [rounds]
# The plugin is in the local repository (mvn -Dquick install); MAVEN_CLI may hold options that name another one.
set -eu
rounds=${1:-5}
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -R "$here/prepare-tests/." "$work"
cd "$work"
export SPARK_LOCAL_IP=127.0.0.1

# milliseconds PROFILE OPTION: of a build, which must be green
milliseconds() {
  begin=$(date +%s%N)
  # shellcheck disable=SC2086
  mvn -B -ntp -o -q ${MAVEN_CLI:-} "-P$1" "$2" "-Dspark.release=$release" "-Dscala.suffix=$scala" \
    test > log 2>&1 || { cat log >&2; exit 1; }
  end=$(date +%s%N)
  echo $(((end - begin) / 1000000))
}

for spark in 3.5.5:2.12 4.1.0:2.13; do
  release=${spark%:*}
  scala=${spark#*:}
  rm -rf target times-*
  milliseconds by-hand -Dwarm > /dev/null
  milliseconds prepared -Dwarm > /dev/null
  for round in $(seq "$rounds"); do
    skipped=$(milliseconds prepared -DskipTests)
    by_hand=$(milliseconds by-hand -Dwarm)
    prepared=$(milliseconds prepared -Dwarm)
    echo "$skipped" >> times-no-tests
    echo "$by_hand" >> times-by-hand
    echo "$prepared" >> times-prepared
    echo $((1000 * prepared / by_hand)) >> times-ratio-x-1000
  done
  echo "Spark $release, $rounds rounds, milliseconds:"
  for name in no-tests by-hand prepared ratio-x-1000; do
    sort -n "times-$name" |
      awk -v name="$name" '{ t[NR] = $1 } END { printf "  %-14s median %6d, least %6d, most %6d\n", name, t[int((NR + 1) / 2)], t[1], t[NR] }'
  done
done
