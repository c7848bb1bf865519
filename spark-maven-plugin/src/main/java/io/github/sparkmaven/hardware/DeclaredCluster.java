/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.hardware;

import io.github.sparkmaven.unit.MemorySize;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A cluster as far as the user declared it; {@link ClusterDefaults} fills in the rest.
 *
 * @param manager the cluster manager
 * @param master the master URL
 * @param deployMode where the driver runs
 * @param nodes how many machines there are
 * @param cores cores that one machine has
 * @param memory memory that one machine has
 * @param reservedCores cores kept for the operating system and daemons
 * @param reservedMemory memory kept for the operating system and daemons
 * @param yarn the {@code cluster/yarn} part
 * @param standalone the {@code cluster/standalone} part
 */
public record DeclaredCluster(
    Optional<Manager> manager,
    Optional<String> master,
    Optional<DeployMode> deployMode,
    OptionalInt nodes,
    OptionalInt cores,
    Optional<MemorySize> memory,
    OptionalInt reservedCores,
    Optional<MemorySize> reservedMemory,
    Optional<Yarn> yarn,
    Optional<Standalone> standalone) {

  // As SparkMasterRegex in spark-core has it.
  private static final Pattern LOCAL_MASTER =
      Pattern.compile("local(?:\\[\\s*([1-9][0-9]{0,3}|\\*)\\s*(?:,\\s*[0-9]+\\s*)?])?");

  /** A cluster of which nothing was declared. */
  public static final DeclaredCluster NOTHING =
      new DeclaredCluster(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          OptionalInt.empty(),
          OptionalInt.empty(),
          Optional.empty(),
          OptionalInt.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /**
   * The {@code cluster/yarn} part.
   *
   * @param nodeMemory {@code yarn.nodemanager.resource.memory-mb}
   * @param nodeVcores {@code yarn.nodemanager.resource.cpu-vcores}
   * @param minimumAllocation {@code yarn.scheduler.minimum-allocation-mb}
   * @param incrementAllocation the step by which containers grow
   * @param maximumAllocation {@code yarn.scheduler.maximum-allocation-mb}
   * @param maximumVcores {@code yarn.scheduler.maximum-allocation-vcores}
   * @param calculator {@code yarn.scheduler.capacity.resource-calculator}
   */
  public record Yarn(
      Optional<MemorySize> nodeMemory,
      OptionalInt nodeVcores,
      Optional<MemorySize> minimumAllocation,
      Optional<MemorySize> incrementAllocation,
      Optional<MemorySize> maximumAllocation,
      OptionalInt maximumVcores,
      Optional<ResourceCalculator> calculator) {

    static final Yarn NOTHING =
        new Yarn(
            Optional.empty(),
            OptionalInt.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            OptionalInt.empty(),
            Optional.empty());
  }

  /**
   * The {@code cluster/standalone} part.
   *
   * @param workerCores cores that a worker offers
   * @param workerMemory memory that a worker offers
   */
  public record Standalone(OptionalInt workerCores, Optional<MemorySize> workerMemory) {
    static final Standalone NOTHING = new Standalone(OptionalInt.empty(), Optional.empty());
  }

  /** Returns this cluster with another master. */
  public DeclaredCluster withMaster(String url) {
    return new DeclaredCluster(
        manager,
        Optional.of(url),
        deployMode,
        nodes,
        cores,
        memory,
        reservedCores,
        reservedMemory,
        yarn,
        standalone);
  }

  /** Returns the threads that a local master names: {@code local} 1, {@code local[4]} 4. */
  OptionalInt coresOfMaster() {
    Matcher local = LOCAL_MASTER.matcher(master.orElse(""));
    if (!local.matches() || "*".equals(local.group(1))) {
      return OptionalInt.empty();
    }
    return OptionalInt.of(local.group(1) == null ? 1 : Integer.parseInt(local.group(1)));
  }

  /** Returns the manager: the declared one, else the master URL's, else local. */
  public Manager managerOrDefault() {
    return manager.or(() -> master.flatMap(DeclaredCluster::managerOf)).orElse(Manager.LOCAL);
  }

  /** Returns the manager that a master URL belongs to, if it is one that we know. */
  public static Optional<Manager> managerOf(String master) {
    if (master.equals("yarn")) {
      return Optional.of(Manager.YARN);
    }
    if (master.startsWith("spark://")) {
      return Optional.of(Manager.STANDALONE);
    }
    return LOCAL_MASTER.matcher(master).matches() ? Optional.of(Manager.LOCAL) : Optional.empty();
  }
}
