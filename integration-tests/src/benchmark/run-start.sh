#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
#
# How long it takes from the command to the first line that a job prints, which is the result of a
# small query: `mvn spark:run`, where nothing has changed since the last run, against spark-submit of
# the packaged jar, from the same Spark. Maven's own start counts. In turn, so that a busy machine
# slows both; processor time is told as well, because it depends less on what else runs.
#
# usage: run-start.sh [rounds]
# The plugin is in the local repository (mvn -Dquick install).
set -eu
rounds=${1:-7}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
mkdir -p src/main/java/com/acme
cat > pom.xml <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>com.acme</groupId><artifactId>run-start</artifactId><version>1</version>
  <properties>
    <maven.compiler.release>17</maven.compiler.release>
    <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
  </properties>
  <dependencies>
    <dependency>
      <groupId>org.apache.spark</groupId><artifactId>spark-sql_2.12</artifactId>
      <version>3.5.5</version><scope>provided</scope>
    </dependency>
  </dependencies>
  <build>
    <plugins>
      <plugin><artifactId>maven-compiler-plugin</artifactId><version>3.15.0</version></plugin>
      <plugin><artifactId>maven-resources-plugin</artifactId><version>3.3.1</version></plugin>
      <plugin><artifactId>maven-surefire-plugin</artifactId><version>3.5.6</version></plugin>
      <plugin><artifactId>maven-jar-plugin</artifactId><version>3.4.2</version></plugin>
    </plugins>
  </build>
</project>
POM
cat > src/main/java/com/acme/Job.java <<'JAVA'
package com.acme;

import org.apache.spark.sql.SparkSession;

public class Job {
  public static void main(String[] args) {
    SparkSession spark = SparkSession.builder().getOrCreate();
    System.out.println("counted " + spark.range(1000).filter("id % 2 = 0").count());
    spark.stop();
  }
}
JAVA
unset CI JENKINS_URL TEAMCITY_VERSION SPARK_HOME
export SPARK_LOCAL_IP=127.0.0.1
plugin=io.github.sparkmaven:spark-maven-plugin:0.1.0-SNAPSHOT
maven() {
  mvn -B -ntp -o "$@"
}

# Milliseconds from the command to the line, and those of processor time until the end.
first_line() {
  begin=$(date +%s%N)
  { time { "$@" 2> "$work/errors" | while IFS= read -r line; do
    case $line in counted*) echo $((($(date +%s%N) - begin) / 1000000)) > "$work/first" ;; esac
  done; }; } 2> "$work/times"
  [ -s "$work/first" ] || { cat "$work/errors" >&2; exit 1; }
  # The line's own time first, then user and system seconds.
  awk -v first="$(cat "$work/first")" '/^(user|sys)/ { split($2, t, /[ms]/); cpu += t[1] * 60 + t[2] }
    END { printf "%d %d\n", first, cpu * 1000 }' "$work/times"
  rm "$work/first"
}

maven -q package "$plugin:home" > log 2>&1 || { cat log; exit 1; }
home=$(grep -o '/.*' log | tail -n 1)
# The first run makes the archive.
maven "$plugin:run" > log 2>&1 || { cat log; exit 1; }
for round in $(seq "$rounds"); do
  read -r submit submit_cpu < <(first_line "$home/bin/spark-submit" --master 'local[*]' --class com.acme.Job target/run-start-1.jar)
  read -r run run_cpu < <(first_line mvn -B -ntp -o "$plugin:run")
  echo "spark-submit $submit ms (processor $submit_cpu), mvn spark:run $run ms (processor $run_cpu), ratio $(awk "BEGIN { printf \"%.2f (processor %.2f)\", $run / $submit, $run_cpu / $submit_cpu }")"
done
