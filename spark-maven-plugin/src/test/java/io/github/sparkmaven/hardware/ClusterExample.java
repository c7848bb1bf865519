/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.hardware;

import io.github.sparkmaven.problem.Problems;
import io.github.sparkmaven.unit.MemorySize;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * A declared cluster for tests, written with the names of the POM.
 *
 * @param values the declared values by name; a part's values have its name in front, as in {@code
 *     yarn/nodeMemory}
 */
public record ClusterExample(Map<String, String> values) {
  /** The computer that tests run on, as far as the code under test can see. */
  public static final Machine MACHINE = new Machine(8, MemorySize.ofMebibytes(32 * 1024));

  /** Returns a cluster of which nothing is declared. */
  public static ClusterExample nothing() {
    return new ClusterExample(Map.of());
  }

  /** Returns machines under a manager. */
  public static ClusterExample of(String manager, int nodes, int cores, String memory) {
    return nothing()
        .with("manager", manager)
        .with("nodes", "" + nodes)
        .with("cores", "" + cores)
        .with("memory", memory);
  }

  /** Returns the cluster of the talk: 6 nodes of 16 cores and 64 GiB under YARN. */
  public static ClusterExample ofTheTalk() {
    return of("yarn", 6, 16, "64g").with("yarn/nodeMemory", "61g").with("yarn/nodeVcores", "15");
  }

  /** Returns this cluster with another value. */
  public ClusterExample with(String name, String value) {
    Map<String, String> more = new TreeMap<>(values);
    more.put(name, value);
    return new ClusterExample(more);
  }

  /** Returns the declaration. */
  public DeclaredCluster declared() {
    return new DeclaredCluster(
        text("manager").map(name -> choose(Manager.values(), name)),
        text("master"),
        text("deployMode").map(name -> choose(DeployMode.values(), name)),
        number("nodes"),
        number("cores"),
        size("memory"),
        number("reservedCores"),
        size("reservedMemory"),
        has("yarn/") ? Optional.of(yarn()) : Optional.empty(),
        has("standalone/")
            ? Optional.of(
                new DeclaredCluster.Standalone(
                    number("standalone/workerCores"), size("standalone/workerMemory")))
            : Optional.empty());
  }

  /** Returns the complete cluster; fails with the problems when there are any. */
  public Cluster complete() {
    Problems problems = new Problems();
    Optional<Cluster> cluster = new ClusterDefaults(declared(), MACHINE, problems).complete();
    problems.throwIfAny();
    return cluster.orElseThrow();
  }

  private DeclaredCluster.Yarn yarn() {
    return new DeclaredCluster.Yarn(
        size("yarn/nodeMemory"),
        number("yarn/nodeVcores"),
        size("yarn/minimumAllocation"),
        size("yarn/incrementAllocation"),
        size("yarn/maximumAllocation"),
        number("yarn/maximumVcores"),
        text("yarn/resourceCalculator").map(name -> choose(ResourceCalculator.values(), name)));
  }

  private boolean has(String prefix) {
    return values.keySet().stream().anyMatch(name -> name.startsWith(prefix));
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

  private static <E extends Enum<E>> E choose(E[] constants, String name) {
    for (E constant : constants) {
      if (constant.name().equalsIgnoreCase(name)) {
        return constant;
      }
    }
    throw new IllegalArgumentException(name);
  }
}
