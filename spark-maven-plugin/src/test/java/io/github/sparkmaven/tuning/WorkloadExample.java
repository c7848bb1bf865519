/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.tuning;

import io.github.sparkmaven.unit.MemorySize;
import java.math.BigDecimal;
import java.util.Locale;
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
        text("kind")
            .map(name -> WorkloadKind.valueOf(name.toUpperCase(Locale.ROOT)))
            .orElse(WorkloadKind.BATCH),
        size("inputSize"),
        text("dynamicAllocation").map("true"::equals),
        new LayoutPins(
            number("executorsPerNode"),
            number("executorInstances"),
            number("executorCores"),
            size("executorMemory"),
            number("coresMax")),
        memory(),
        new DriverPins(
            size("driverMemory"),
            number("driverCores"),
            size("driverOverhead"),
            text("driverOverheadFactor").map(BigDecimal::new),
            new DriverPins.ApplicationMaster(
                size("amMemory"), number("amCores"), size("amOverhead"))),
        new GpuPins(number("gpusPerExecutor"), number("tasksPerGpu")));
  }

  private MemoryPins memory() {
    return new MemoryPins(
        text("memoryOverheadFactor").map(BigDecimal::new),
        size("memoryOverhead"),
        size("minimumOverhead"),
        size("offHeapMemory"),
        size("pythonWorkerMemory"),
        "true".equals(values.get("pythonMemoryEnforced")),
        size("pyspark"));
  }

  private Optional<String> text(String name) {
    return Optional.ofNullable(values.get(name));
  }

  private OptionalInt number(String name) {
    return text(name).stream().mapToInt(Integer::parseInt).findFirst();
  }

  private Optional<MemorySize> size(String name) {
    return text(name).map(text -> MemorySize.parse(name, text));
  }
}
