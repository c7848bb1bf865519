/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.plan.kubernetes;

import java.util.ArrayList;
import java.util.List;

/**
 * Puts pods one by one onto nodes, as kube-scheduler's NodeResourcesFit plugin lets them; it shares
 * no code with what it checks.
 *
 * <p>A pod fits when each of its requests is at most the node's allocatable less the requests of
 * the pods that are there (pkg/scheduler/framework/plugins/noderesources/fit.go, {@code
 * fitsRequest}).
 */
final class PodFit {
  private final List<Node> nodes = new ArrayList<>();

  /**
   * Nodes that are alike, with the daemonsets' pods on them.
   *
   * @param count how many there are
   * @param millicores what is left of allocatable CPU
   * @param mib what is left of allocatable memory
   * @param gpus GPUs
   * @param spot whether they are spot nodes
   */
  record Nodes(int count, long millicores, long mib, int gpus, boolean spot) {}

  /**
   * What a pod requests.
   *
   * @param millicores CPU
   * @param mib memory
   * @param gpus GPUs
   */
  record Pod(long millicores, long mib, int gpus) {}

  private static final class Node {
    private final int group;
    private long millicores;
    private long mib;
    private int gpus;

    private Node(int group, Nodes like) {
      this.group = group;
      this.millicores = like.millicores();
      this.mib = like.mib();
      this.gpus = like.gpus();
    }

    private boolean take(Pod pod) {
      if (pod.millicores() > millicores || pod.mib() > mib || pod.gpus() > gpus) {
        return false;
      }
      millicores -= pod.millicores();
      mib -= pod.mib();
      gpus -= pod.gpus();
      return true;
    }
  }

  PodFit(List<Nodes> groups) {
    for (int group = 0; group < groups.size(); group++) {
      for (int node = 0; node < groups.get(group).count(); node++) {
        nodes.add(new Node(group, groups.get(group)));
      }
    }
  }

  /** Puts a pod onto a node of one group, and says whether one had room. */
  boolean placeIn(int group, Pod pod) {
    return nodes.stream().anyMatch(node -> node.group == group && node.take(pod));
  }

  /** Returns how many of these pods find a node. Alike as they are, their order is no matter. */
  int place(int count, Pod pod) {
    int placed = 0;
    for (Node node : nodes) {
      while (placed < count && node.take(pod)) {
        placed++;
      }
    }
    return placed;
  }
}
