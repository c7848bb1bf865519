/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.plan;

import static io.github.sparkmaven.plan.PlanJson.ordered;

import io.github.sparkmaven.tuning.DriverPins;
import io.github.sparkmaven.tuning.LayoutPins;
import io.github.sparkmaven.tuning.MemoryPins;
import io.github.sparkmaven.tuning.Workload;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The {@code workload} of a plan.json: what is known, and the pins that there are. */
final class WorkloadJson {
  private final Map<String, Object> json;

  private WorkloadJson(Workload workload) {
    this.json = ordered("language", workload.language().label(), "kind", workload.kind().label());
  }

  static Map<String, Object> workload(Workload workload) {
    WorkloadJson writer = new WorkloadJson(workload);
    writer.text("inputSize", workload.inputSize());
    writer.value("dynamicAllocation", workload.dynamicAllocation());
    writer.layout(workload.layout());
    writer.memory(workload.memory(), workload.pythonWorkerMib());
    writer.driver(workload.driver());
    writer.number("gpusPerExecutor", workload.gpus().perExecutor());
    writer.number("tasksPerGpu", workload.gpus().tasksPerGpu());
    return writer.json;
  }

  private void layout(LayoutPins pins) {
    number("executorsPerNode", pins.executorsPerNode());
    number("executorInstances", pins.executorInstances());
    number("executorCores", pins.executorCores());
    text("executorMemory", pins.executorMemory());
    number("coresMax", pins.coresMax());
  }

  private void memory(MemoryPins pins, long pythonWorkerMib) {
    value("memoryOverheadFactor", pins.overheadFactor());
    text("memoryOverhead", pins.overhead());
    text("minMemoryOverhead", pins.minimumOverhead());
    text("offHeapMemory", pins.offHeap());
    json.put("pythonWorkerMiB", pythonWorkerMib);
    json.put("pythonMemoryEnforced", pins.pythonEnforced());
    text("pysparkMemory", pins.pyspark());
  }

  private void driver(DriverPins pins) {
    text("driverMemory", pins.memory());
    number("driverCores", pins.cores());
    text("driverMemoryOverhead", pins.overhead());
    value("driverMemoryOverheadFactor", pins.overheadFactor());
    text("amMemory", pins.master().memory());
    number("amCores", pins.master().cores());
    text("amMemoryOverhead", pins.master().overhead());
  }

  private void number(String name, OptionalInt value) {
    value.ifPresent(number -> json.put(name, number));
  }

  private void text(String name, Optional<?> value) {
    value.ifPresent(given -> json.put(name, given.toString()));
  }

  private void value(String name, Optional<?> value) {
    value.ifPresent(given -> json.put(name, given));
  }
}
