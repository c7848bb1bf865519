/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.tuning.rule;

import io.github.sparkmaven.conf.SparkVersion;
import io.github.sparkmaven.hardware.Manager;
import io.github.sparkmaven.tuning.Language;
import io.github.sparkmaven.tuning.WorkloadKind;
import io.github.sparkmaven.unit.MemorySize;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the rules look at.
 *
 * @param spark the project's Spark
 * @param javaVersion feature release of the JDK that Spark runs on: 8, 17
 * @param manager who hands out the executors
 * @param language what the job's code runs in
 * @param kind what the job mostly does
 * @param inputSize what the job reads, where the user said so
 * @param executors the planned executors; in local mode the one JVM
 * @param machines the nodes that they run on
 * @param driverHeapMib heap of the driver in MiB; at least 2
 * @param elastic whether dynamic allocation is asked for
 * @param externalShuffle whether the nodes run Spark's external shuffle service
 * @param collectorChosen whether the user or the site names the executors' garbage collector
 */
public record RuleFacts(
    SparkVersion spark,
    int javaVersion,
    Manager manager,
    Language language,
    WorkloadKind kind,
    Optional<MemorySize> inputSize,
    Executors executors,
    Machines machines,
    long driverHeapMib,
    boolean elastic,
    boolean externalShuffle,
    boolean collectorChosen) {

  /** Checks what a caller can get wrong. */
  public RuleFacts {
    if (javaVersion < 8 || driverHeapMib < 2) {
      throw new IllegalArgumentException(
          "Java " + javaVersion + ", driver heap of " + driverHeapMib + " MiB");
    }
  }

  /**
   * The executors.
   *
   * @param count executors that are granted; the most there will be where they are elastic
   * @param least the fewest there will be where they are elastic; 0 or more
   * @param cores cores of one
   * @param heapMib heap of one in MiB
   * @param gpus GPUs of one; 0 or more
   * @param declaredTasksPerGpu tasks that share a GPU, where the user said so; at least 1
   */
  public record Executors(
      int count, int least, int cores, long heapMib, int gpus, OptionalInt declaredTasksPerGpu) {

    /** Checks that there is something to tune. */
    public Executors {
      if (count < 1 || cores < 1 || heapMib < 1 || declaredTasksPerGpu.orElse(1) < 1) {
        throw new IllegalArgumentException("no executors: " + count + " x " + cores);
      }
      if (least < 0 || least > count || gpus < 0) {
        throw new IllegalArgumentException(
            "least " + least + " of " + count + " executors, " + gpus + " GPUs");
      }
    }

    /** Returns the tasks that share a GPU: by default as many as keep the cores busy. */
    public int tasksPerGpu() {
      int shared = Math.max(1, gpus);
      return declaredTasksPerGpu.orElse((cores + shared - 1) / shared);
    }

    /** Returns the tasks that run at the same time, as far as cores go. */
    long slots() {
      return (long) count * cores;
    }
  }

  /**
   * The nodes.
   *
   * @param count how many there are
   * @param cores processors that a JVM sees on one
   * @param spot whether the provider may take them away
   * @param localDirs directories for scratch files, one a disk, where the user named them
   */
  public record Machines(int count, int cores, boolean spot, List<String> localDirs) {

    /** Copies the directories. */
    public Machines {
      if (count < 1 || cores < 1) {
        throw new IllegalArgumentException("no machines: " + count + " x " + cores);
      }
      localDirs = List.copyOf(localDirs);
    }
  }

  /** Says whether there is a cluster beside the driver's JVM. */
  boolean onCluster() {
    return manager != Manager.LOCAL;
  }
}
