#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
#
# How plans hold on clusters of 10 to 10,000 nodes: Hadoop's own CapacityScheduler and FairScheduler,
# in a ResourceManager without ports and processes, are asked for the executors of a plan for mixed
# machines, and get heartbeats of all nodes until all is placed or nothing more comes. It is told
# how many are placed, and how long schedulers and planner took. docs/scale.md and docs/scale.svg
# are written anew, unless another number of nodes is asked for.
#
# usage: scale.sh [most nodes]
# The plugin is in the local repository (mvn -Dquick install); MAVEN is the command, mvn by default.
# Needs JDK 17 or later, 5 GB of memory, Python 3. Lines as measured are in
# integration-tests/target/scale.
set -eu
most=${1:-10000}
maven=${MAVEN:-mvn}
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../.." && pwd)
work=$root/integration-tests/target/scale
mkdir -p "$work"
java=${JAVA_HOME:+$JAVA_HOME/bin/}java

cd "$root"
# Not the whole lifecycle, which would make a home of Spark's.
$maven -B -ntp -o -q -pl integration-tests/yarn resources:testResources compiler:testCompile \
  dependency:build-classpath@class-path-of-the-cluster

cd integration-tests/yarn
measure() {
  "$java" -Xmx5g --add-opens java.base/java.lang=ALL-UNNAMED \
    -Djava.util.logging.config.file=src/test/resources/logging.properties \
    -cp "target/test-classes:$(cat target/class-path)" io.github.sparkmaven.yarn.ScaleBenchmark "$@" \
    > "$work/out" 2> "$work/log" || {
    cat "$work/out" "$work/log" >&2
    return 1
  }
  sed -n 's/^measured //p' "$work/out" | tee -a "$work/measured"
}

clusters=()
for nodes in 10 100 1000 10000; do
  if [ "$nodes" -le "$most" ]; then
    clusters+=("$nodes")
  fi
done

: > "$work/measured"
for scheduler in "capacity dominant" "capacity default" "fair dominant"; do
  for executors in 1 100; do
    # shellcheck disable=SC2086
    measure place $scheduler "$executors" "${clusters[@]}"
  done
done
for groups in 1 3 10 30; do
  for nodes in 10 100 1000 10000 100000; do
    if [ "$groups" -le "$nodes" ]; then
      measure plan "$groups" "$nodes"
    fi
  done
done

if [ "$most" = 10000 ]; then
  pages=$root/docs
else
  pages=$work
fi
version=$("$java" -XshowSettings:properties -version 2>&1 | sed -n 's/ *java.version = //p')
hadoop=$(tr : '\n' < target/class-path | sed -n 's/.*hadoop-yarn-server-resourcemanager-\([0-9.]*\)\.jar$/\1/p')
python3 "$here/scale/page.py" "$work/measured" "$pages" --java "$version" --hadoop "$hadoop" --cores "$(nproc)"
