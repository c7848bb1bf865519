#!/usr/bin/env bash
# How much longer a submission takes than plain spark-submit of the same home and job, in pairs.
#
#   integration-tests/src/benchmark/submit-overhead.sh <project> <jar> <main class> [pairs]
#
# <project> has the plugin in its POM and is packaged; the job runs on local[2]. The build's own time (Maven's start, its
# POMs) is taken apart by a build that does nothing but skip the goal.
set -euo pipefail
project="$1" jar="$2" main="$3" pairs="${4:-5}"
cd "$project"
mvn="${MVN:-mvn} -B -q -o"
home="$($mvn spark:home | tail -n 1)"
seconds() {
  local from to
  from="$(date +%s%N)"
  "$@" > /dev/null 2>&1
  to="$(date +%s%N)"
  echo $(((to - from) / 1000000))
}
export SPARK_LOCAL_IP=127.0.0.1
echo "pair skip-ms submit-ms spark-submit-ms submit-less-skip-over-plain"
for pair in $(seq "$pairs"); do
  skip="$(seconds $mvn spark:submit -Dspark.maven.submit.skip -Dspark.master=local[2])"
  ours="$(seconds $mvn spark:submit -Dspark.master=local[2])"
  plain="$(seconds "$home/bin/spark-submit" --master "local[2]" --class "$main" "$jar" ${ARGUMENTS:-})"
  echo "$pair $skip $ours $plain $(awk "BEGIN { printf \"%.3f\", ($ours - $skip) / $plain }")"
done
