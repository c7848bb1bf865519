#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# How much longer `mvn spark:submit` takes than plain spark-submit of the same home, job and
# settings, for a trivial job and for one of 20 seconds. Maven's own start is taken off: a build that
# skips the goal. The three run in turn, so that a busy machine slows all alike.
#
# usage: submit-overhead.sh [rounds]
# The plugin is in the local repository (mvn -Dquick install).
set -eu
rounds=${1:-5}
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -R "$here/../faults/job/." "$work"
cd "$work"
export SPARK_LOCAL_IP=127.0.0.1

maven() {
  mvn -B -ntp -o -q -Dplugin.version=0.1.0-SNAPSHOT -Dspark.release=3.5.5 -Dscala.suffix=2.12 \
    -Dspark.maven.environment=local "$@"
}

milliseconds() {
  begin=$(date +%s%N)
  "$@" > "$work/log" 2>&1 || { cat "$work/log"; exit 1; }
  end=$(date +%s%N)
  echo $(((end - begin) / 1000000))
}

maven package > "$work/log" || { cat "$work/log"; exit 1; }
# Some Mavens end their output with codes for a terminal.
home=$(maven spark:home | grep -o '/.*' | tail -n 1)
plan="target/spark/plans/local/spark-defaults.conf"
maven spark:configure > /dev/null
for job in succeeds works-for-20-s; do
  rm -f "$work"/times-*
  for round in $(seq "$rounds"); do
    skip=$(milliseconds maven spark:submit -Dspark.maven.submit.skip)
    plain=$(milliseconds "$home/bin/spark-submit" --properties-file "$plan" --master 'local[2]' \
      --class com.acme.Job target/faults-1.0-SNAPSHOT.jar "$job")
    ours=$(milliseconds maven spark:submit "-Dspark.maven.arguments=$job")
    echo "$plain" >> "$work/times-spark-submit"
    echo $((ours - skip)) >> "$work/times-spark:submit"
    echo $((ours - skip - plain)) >> "$work/times-difference"
    awk "BEGIN { printf \"%d\n\", 1000 * ($ours - $skip) / $plain }" >> "$work/times-ratio-x-1000"
  done
  echo "job $job, $rounds rounds, milliseconds:"
  for name in spark-submit spark:submit difference ratio-x-1000; do
    sort -n "$work/times-$name" |
      awk -v name="$name" '{ t[NR] = $1 } END { printf "  %-14s median %6d, least %6d, most %6d\n", name, t[int((NR + 1) / 2)], t[1], t[NR] }'
  done
done
