#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# How much longer `mvn spark:configure` takes than `mvn validate` of the same project, everything
# warm. The two run in turn, so that a busy machine slows both alike.
#
# usage: configure-overhead.sh [project folder] [rounds]
# The project declares the plugin, which is in the local repository (mvn -Dquick install).
set -eu
project=${1:-$(dirname "$0")/../../../sample-project}
rounds=${2:-11}
times=$(mktemp -d)
trap 'rm -rf "$times"' EXIT
cd "$project"

seconds() {
  begin=$(date +%s%N)
  mvn -B -ntp -o -q "$1" > "$times/log" 2>&1 || { cat "$times/log"; exit 1; }
  end=$(date +%s%N)
  echo $(((end - begin) / 1000000))
}

seconds validate > /dev/null
seconds spark:configure > /dev/null
for round in $(seq "$rounds"); do
  validate=$(seconds validate)
  configure=$(seconds spark:configure)
  echo "$validate" >> "$times/validate"
  echo "$configure" >> "$times/configure"
  echo $((configure - validate)) >> "$times/difference"
done
for name in validate configure difference; do
  sort -n "$times/$name" |
    awk -v name="$name" '{ t[NR] = $1 } END { printf "%-10s median %5d ms, least %5d, most %5d\n", name, t[int((NR + 1) / 2)], t[1], t[NR] }'
done
