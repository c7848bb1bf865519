/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.tuning;

import io.github.sparkmaven.hardware.ClusterExample;
import io.github.sparkmaven.problem.InputException;
import org.junit.jupiter.api.Test;

class DumpTest {
  void dump(ClusterExample c, WorkloadExample w) {
    System.out.println("=== " + c.values() + " " + w);
    try {
      Tuning t = new Planner(c.complete(), w.workload()).plan();
      System.out.println("layout " + t.layout());
      t.alternatives().forEach(x -> System.out.println("  alt " + x));
      t.settings().forEach(x -> System.out.println("  set " + x));
      t.warnings().forEach(x -> System.out.println("  warn " + x));
    } catch (InputException e) {
      System.out.println(e.getMessage());
    }
  }

  @Test
  void all() {
    ClusterExample talk = ClusterExample.ofTheTalk();
    dump(talk, WorkloadExample.ofTheTalk(6, "512m"));
    dump(talk, WorkloadExample.ofTheTalk(4, "1024m"));
    dump(talk.with("yarn/minimumAllocation", "256m"), WorkloadExample.ofTheTalk(6, "512m"));
    dump(talk, WorkloadExample.jvm());
    dump(talk.with("yarn/resourceCalculator", "dominant"), WorkloadExample.jvm());
    dump(ClusterExample.of("standalone", 1, 8, "32g"), WorkloadExample.jvm());
    dump(
        ClusterExample.of("standalone", 1, 8, "32g")
            .with("deployMode", "cluster")
            .with("master", "spark://h:7077"),
        WorkloadExample.jvm().with("driverMemory", "4g"));
    dump(ClusterExample.nothing(), WorkloadExample.python());
    dump(ClusterExample.nothing(), WorkloadExample.python().with("driverMemory", "2g"));
    dump(talk, WorkloadExample.jvm().with("executorMemory", "20g"));
    dump(talk, WorkloadExample.jvm().with("executorMemory", "62g"));
    dump(talk, WorkloadExample.jvm().with("executorCores", "16"));
    dump(talk, WorkloadExample.jvm().with("executorInstances", "100"));
    dump(
        talk.with("deployMode", "cluster"),
        WorkloadExample.python().with("driverMemory", "8g").with("driverCores", "2"));
    dump(
        talk.with("deployMode", "cluster"),
        WorkloadExample.python().with("driverMemory", "80g").with("driverCores", "2"));
    dump(talk, WorkloadExample.python().with("memoryOverhead", "4g").with("executorCores", "4"));
    dump(talk, WorkloadExample.python().with("memoryOverhead", "1g").with("executorCores", "4"));
    dump(
        talk,
        WorkloadExample.python()
            .with("memoryOverhead", "4g")
            .with("executorCores", "4")
            .with("pythonMemoryEnforced", "true"));
    dump(
        ClusterExample.of("yarn", 2, 2, "2g"),
        WorkloadExample.python().with("offHeapMemory", "2g"));
    dump(
        talk.with("yarn/maximumAllocation", "8g").with("yarn/maximumVcores", "4"),
        WorkloadExample.jvm().with("offHeapMemory", "512m"));
    dump(
        talk.with("yarn/maximumAllocation", "9000m").with("yarn/maximumVcores", "4"),
        WorkloadExample.jvm());
  }
}
