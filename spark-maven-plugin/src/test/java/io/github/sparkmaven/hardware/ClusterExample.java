/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.hardware;

import io.github.sparkmaven.problem.Problems;
import io.github.sparkmaven.unit.CpuAmount;
import io.github.sparkmaven.unit.MemorySize;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A declared cluster for tests, written with the names of the POM.
 *
 * @param values the declared values by name; a part's values have its name in front, as in {@code
 *     yarn/nodeMemory} and {@code nodeGroups/big/cores}
 */
public record ClusterExample(Map<String, String> values) {
  /** The computer that tests run on, as far as the code under test can see. */
  public static final Machine MACHINE = new Machine(8, MemorySize.ofMebibytes(32 * 1024));

  private static final String GROUPS = "nodeGroups/";

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

  /** Returns this cluster with a group of machines. */
  public ClusterExample withGroup(String name, String nodes, int cores, String memory) {
    return with(GROUPS + name + "/nodes", nodes)
        .with(GROUPS + name + "/cores", "" + cores)
        .with(GROUPS + name + "/memory", memory);
  }

  /** Returns a manager's cluster of which nothing else is declared. */
  public static ClusterExample ofManager(String manager) {
    return nothing().with("manager", manager);
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
        machines(""),
        groups(),
        text("disks").map(text -> Disks.parse("cluster/disks", text)),
        new DeclaredCluster.Reserved(number("reservedCores"), size("reservedMemory")),
        has("yarn/") ? Optional.of(yarn()) : Optional.empty(),
        has("kubernetes/") ? Optional.of(kubernetes()) : Optional.empty(),
        has("standalone/")
            ? Optional.of(
                new DeclaredStandalone(
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

  private DeclaredMachines machines(String prefix) {
    return new DeclaredMachines(
        text(prefix + "nodes").map(text -> NodeRange.parse("cluster/" + prefix + "nodes", text)),
        number(prefix + "cores"),
        size(prefix + "memory"),
        number(prefix + "gpus"),
        text(prefix + "spot").map("true"::equals).orElse(false));
  }

  private Map<String, DeclaredMachines> groups() {
    return values.keySet().stream()
        .filter(name -> name.startsWith(GROUPS))
        .map(name -> name.substring(GROUPS.length(), name.lastIndexOf('/')))
        .distinct()
        .collect(Collectors.toMap(Function.identity(), name -> machines(GROUPS + name + "/")));
  }

  private DeclaredYarn yarn() {
    return new DeclaredYarn(
        size("yarn/nodeMemory"),
        number("yarn/nodeVcores"),
        size("yarn/minimumAllocation"),
        size("yarn/incrementAllocation"),
        size("yarn/maximumAllocation"),
        number("yarn/minimumVcores"),
        number("yarn/maximumVcores"),
        text("yarn/resourceCalculator").map(name -> choose(ResourceCalculator.values(), name)),
        text("yarn/scheduler").map(name -> choose(YarnScheduler.values(), name)),
        text("yarn/maximumAmShare").map(BigDecimal::new),
        text("yarn/queue"),
        text("yarn/queueShare").map(BigDecimal::new));
  }

  private DeclaredKubernetes kubernetes() {
    return new DeclaredKubernetes(
        cpu("kubernetes/allocatableCores"),
        size("kubernetes/allocatableMemory"),
        cpu("kubernetes/daemonSetCores"),
        size("kubernetes/daemonSetMemory"),
        new KubernetesRules(
            text("kubernetes/namespace"),
            text("kubernetes/image"),
            text("kubernetes/serviceAccount"),
            text("kubernetes/uploadPath")));
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
    return text(name).map(text -> MemorySize.parse("cluster/" + name, text));
  }

  private Optional<CpuAmount> cpu(String name) {
    return text(name).map(text -> CpuAmount.parse("cluster/" + name, text));
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
