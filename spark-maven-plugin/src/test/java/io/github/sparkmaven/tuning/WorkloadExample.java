/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.tuning;

import io.github.sparkmaven.unit.MemorySize;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * A workload for tests, written with the names of the POM.
 *
 * @param language what the job runs in
 * @param values the declared values by name
 */
public record WorkloadExample(Language language, Map<String, String> values) {

  /** Returns a JVM job of which nothing is declared. */
  public static WorkloadExample jvm() {
    return new WorkloadExample(Language.JVM, Map.of());
  }

  /** Returns a Python job of which nothing is declared. */
  public static WorkloadExample python() {
    return new WorkloadExample(Language.PYTHON, Map.of());
  }

  /** Returns the talk's workload: Python, four executors a node, an overhead of 8 %. */
  public static WorkloadExample ofTheTalk(int executorCores, String pythonWorkerMemory) {
    return python()
        .with("executorsPerNode", "4")
        .with("memoryOverheadFactor", "0.08")
        .with("executorCores", "" + executorCores)
        .with("pythonWorkerMemory", pythonWorkerMemory);
  }

  /** Returns this workload with another value. */
  public WorkloadExample with(String name, String value) {
    Map<String, String> more = new TreeMap<>(values);
    more.put(name, value);
    return new WorkloadExample(language, more);
  }

  /** Returns the workload. */
  public Workload workload() {
    return new Workload(
        language,
        number("executorsPerNode"),
        number("executorInstances"),
        number("executorCores"),
        size("executorMemory"),
        Optional.ofNullable(values.get("memoryOverheadFactor")).map(BigDecimal::new),
        size("memoryOverhead"),
        size("offHeapMemory"),
        size("pythonWorkerMemory"),
        "true".equals(values.get("pythonMemoryEnforced")),
        size("driverMemory"),
        number("driverCores"));
  }

  private OptionalInt number(String name) {
    return Optional.ofNullable(values.get(name)).stream().mapToInt(Integer::parseInt).findFirst();
  }

  private Optional<MemorySize> size(String name) {
    return Optional.ofNullable(values.get(name)).map(text -> MemorySize.parse(name, text));
  }
}
