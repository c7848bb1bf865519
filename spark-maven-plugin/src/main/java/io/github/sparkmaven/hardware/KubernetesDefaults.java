/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.hardware;

import io.github.sparkmaven.problem.Problems;
import io.github.sparkmaven.unit.CpuAmount;
import io.github.sparkmaven.unit.MemorySize;
import java.util.List;

/**
 * The defaults and checks of {@code cluster/kubernetes}.
 *
 * <p>What the kubelet and the system keep back follows the rule that GKE publishes, which the other
 * providers come close to: of the memory 25 % of the first 4 GiB, 20 % of the next 4, 10 % of the
 * next 8, 6 % of the next 112 and 2 % above, and 100 MiB for eviction; of the cores 6 % of the
 * first, 1 % of the second, 0.5 % of the next two and 0.25 % of the others. Source:
 * https://cloud.google.com/kubernetes-engine/docs/concepts/plan-node-sizes.
 */
final class KubernetesDefaults {
  private static final long EVICTION_MIB = 100;
  // The pods that every node has (kube-proxy, network, logs) request about this much.
  private static final CpuAmount DAEMON_SETS = new CpuAmount(250);
  private static final long DAEMON_SETS_MIB = 512;
  private static final String SYSTEM = "for kubelet and system";

  private final DeclaredKubernetes part;
  private final Reserves reserves;

  KubernetesDefaults(DeclaredKubernetes part, Reserves reserves) {
    this.part = part;
    this.reserves = reserves;
  }

  /** Adds a problem where a node is said to offer more than the machine has. */
  void check(Machines machines, Problems problems) {
    part.allocatableCores()
        .ifPresent(
            cpu ->
                problems.require(
                    cpu.millicores() <= machines.cores() * 1000L,
                    "cluster/kubernetes/allocatableCores",
                    cpu + " is more than the machine's " + machines.cores(),
                    "Give at most " + machines.where() + "/cores"));
    part.allocatableMemory()
        .ifPresent(
            memory ->
                problems.require(
                    memory.compareTo(machines.memory()) <= 0,
                    "cluster/kubernetes/allocatableMemory",
                    memory + " is more than the machine's " + machines.memory(),
                    "Give at most " + machines.where() + "/memory"));
  }

  /** Returns what a node leaves to the pods of a job. */
  NodeOffer offer(Machines machines) {
    return new NodeOffer(
        allocatableCores(machines)
            .less(part.daemonSetCores().orElse(DAEMON_SETS).millicores(), "for daemonsets"),
        allocatableMemory(machines)
            .less(
                part.daemonSetMemory().map(MemorySize::mebibytes).orElse(DAEMON_SETS_MIB),
                "for daemonsets"));
  }

  private Amount allocatableCores(Machines machines) {
    return part.allocatableCores()
        .map(
            cpu ->
                new Amount(
                    "cluster/kubernetes/allocatableCores",
                    Amount.Kind.CORES,
                    cpu.millicores(),
                    List.of()))
        .orElseGet(() -> reserves.cores(machines, reservedMillicores(machines.cores()), SYSTEM));
  }

  private Amount allocatableMemory(Machines machines) {
    return part.allocatableMemory()
        .map(size -> Amount.memory("cluster/kubernetes/allocatableMemory", size.mebibytes()))
        .orElseGet(
            () ->
                reserves
                    .memory(machines, reservedMib(machines.memory().mebibytes()), SYSTEM)
                    .less(EVICTION_MIB, "for eviction"));
  }

  /** 60 + 10 + 5 each for two + 2.5 for each of the others, in thousandths of a core. */
  static long reservedMillicores(int cores) {
    long tenths = 600 + (cores >= 2 ? 100 : 0) + 50L * Math.max(0, Math.min(cores, 4) - 2);
    return (tenths + 25L * Math.max(0, cores - 4) + 9) / 10;
  }

  static long reservedMib(long memoryMib) {
    long hundredths =
        25 * part(memoryMib, 0, 4)
            + 20 * part(memoryMib, 4, 8)
            + 10 * part(memoryMib, 8, 16)
            + 6 * part(memoryMib, 16, 128)
            + 2 * Math.max(0, memoryMib - 128 * 1024);
    return (hundredths + 99) / 100;
  }

  private static long part(long memoryMib, long fromGib, long toGib) {
    return Math.max(0, Math.min(memoryMib, toGib * 1024) - fromGib * 1024);
  }
}
