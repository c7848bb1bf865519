/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven.parameter;

import io.github.sparkmaven.problem.Problems;
import io.github.sparkmaven.tuning.DriverPins;
import io.github.sparkmaven.tuning.GpuPins;
import io.github.sparkmaven.tuning.Language;
import io.github.sparkmaven.tuning.LayoutPins;
import io.github.sparkmaven.tuning.MemoryPins;
import io.github.sparkmaven.tuning.Workload;
import io.github.sparkmaven.tuning.WorkloadKind;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The {@code workload} element: what is known of the job, and pins; sizes are written with their
 * unit.
 */
public final class WorkloadParameter {
  /** {@code jvm} or {@code python}; by default python where the job has a {@code pythonFile}. */
  private @Nullable String language;

  /**
   * {@code batch} (the default), {@code sql}, {@code ml} or {@code streaming}: what the job mostly
   * does.
   */
  private @Nullable String kind;

  /** How much the job reads, with its unit; unknown by default. */
  private @Nullable String inputSize;

  /** Whether executors come and go; by default where the number of nodes is a range. */
  private @Nullable String dynamicAllocation;

  /** GPUs of an executor; by default 1 where every machine has some. 0 leaves them unused. */
  private @Nullable String gpusPerExecutor;

  /** Tasks that share one GPU; by default as many as the executor has cores for. */
  private @Nullable String tasksPerGpu;

  /** Executors on one node. */
  private @Nullable String executorsPerNode;

  /** Cores of an executor. */
  private @Nullable String executorCores;

  /** Heap of an executor. */
  private @Nullable String executorMemory;

  /** Share of the heap that is added for the JVM's other memory; Spark's default is 0.10. */
  private @Nullable String memoryOverheadFactor;

  /** Off-heap memory of an executor; none by default. */
  private @Nullable String offHeapMemory;

  /** Memory of one Python worker, of which one runs on each core; 512m by default. */
  private @Nullable String pythonWorkerMemory;

  /** Whether Spark shall enforce the Python workers' memory; by default it is only reserved. */
  private @Nullable String pythonMemoryEnforced;

  /** Heap of the driver; 2g by default, in local mode all that there is. */
  private @Nullable String driverMemory;

  /** Cores of the driver in cluster mode; Spark's default is 1. */
  private @Nullable String driverCores;

  /**
   * Returns this element with what it leaves out taken from another.
   *
   * @param base what stands outside of the environment or job
   */
  public WorkloadParameter over(@Nullable WorkloadParameter base) {
    if (base == null) {
      return this;
    }
    WorkloadParameter merged = new WorkloadParameter();
    merged.language = Merge.first(language, base.language);
    merged.kind = Merge.first(kind, base.kind);
    merged.inputSize = Merge.first(inputSize, base.inputSize);
    merged.dynamicAllocation = Merge.first(dynamicAllocation, base.dynamicAllocation);
    merged.gpusPerExecutor = Merge.first(gpusPerExecutor, base.gpusPerExecutor);
    merged.tasksPerGpu = Merge.first(tasksPerGpu, base.tasksPerGpu);
    merged.executorsPerNode = Merge.first(executorsPerNode, base.executorsPerNode);
    merged.executorCores = Merge.first(executorCores, base.executorCores);
    merged.executorMemory = Merge.first(executorMemory, base.executorMemory);
    merged.memoryOverheadFactor = Merge.first(memoryOverheadFactor, base.memoryOverheadFactor);
    merged.offHeapMemory = Merge.first(offHeapMemory, base.offHeapMemory);
    merged.pythonWorkerMemory = Merge.first(pythonWorkerMemory, base.pythonWorkerMemory);
    merged.pythonMemoryEnforced = Merge.first(pythonMemoryEnforced, base.pythonMemoryEnforced);
    merged.driverMemory = Merge.first(driverMemory, base.driverMemory);
    merged.driverCores = Merge.first(driverCores, base.driverCores);
    return merged;
  }

  /**
   * Returns the workload; what cannot be read goes to {@code problems}.
   *
   * @param found the language that the job itself shows
   */
  public Workload toModel(Language found, Problems problems) {
    ParameterReader reader = new ParameterReader("workload", problems);
    Optional<BigDecimal> factor =
        Optional.ofNullable(memoryOverheadFactor)
            .flatMap(
                text ->
                    problems.attempt(
                        () ->
                            Workload.parseOverheadFactor(
                                reader.path("memoryOverheadFactor"), text)));
    return new Workload(
        reader.choice("language", language, Language.class).orElse(found),
        reader.choice("kind", kind, WorkloadKind.class).orElse(WorkloadKind.BATCH),
        reader.memory("inputSize", inputSize),
        Optional.ofNullable(dynamicAllocation)
            .map(text -> reader.flag("dynamicAllocation", text, false)),
        new LayoutPins(
            reader.positive("executorsPerNode", executorsPerNode),
            OptionalInt.empty(),
            reader.positive("executorCores", executorCores),
            reader.memory("executorMemory", executorMemory),
            OptionalInt.empty()),
        new MemoryPins(
            factor,
            Optional.empty(),
            Optional.empty(),
            reader.memory("offHeapMemory", offHeapMemory),
            reader.memory("pythonWorkerMemory", pythonWorkerMemory),
            reader.flag("pythonMemoryEnforced", pythonMemoryEnforced, false),
            Optional.empty()),
        new DriverPins(
            reader.memory("driverMemory", driverMemory),
            reader.positive("driverCores", driverCores),
            Optional.empty(),
            Optional.empty(),
            DriverPins.ApplicationMaster.NONE),
        new GpuPins(
            reader.atLeastZero("gpusPerExecutor", gpusPerExecutor),
            reader.positive("tasksPerGpu", tasksPerGpu)));
  }
}
