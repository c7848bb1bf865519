/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.plan.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparkmaven.conf.Setting;
import io.github.sparkmaven.plan.Plan;
import io.github.sparkmaven.plan.kubernetes.PodFit.Nodes;
import io.github.sparkmaven.plan.kubernetes.PodFit.Pod;
import io.github.sparkmaven.tuning.Language;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A plan's pods on the nodes that it was made for.
 *
 * @param question the cluster and the job
 * @param plan the plan
 * @param pods the pods that Spark makes of the plan's effective settings
 */
record PodProof(KubernetesCase question, Plan plan, SparkPods pods) {

  static PodProof of(KubernetesCase question) {
    Plan plan = question.plan();
    return new PodProof(
        question,
        plan,
        new SparkPods(
            plan.conf().effective().stream()
                .collect(Collectors.toMap(Setting::key, Setting::value)),
            question.language() == Language.PYTHON,
            question.cluster()));
  }

  /** Fails unless all pods find a node at both ends of the ranges, wherever the driver goes. */
  void everyPodFits() {
    assertThat(pods.executors()).isEqualTo(plan.tuning().layout().grantedExecutors()).isPositive();
    assertThat(fewestPlaced(question.nodes())).isEqualTo(pods.executors());
    int least = Math.min(plan.tuning().layout().leastExecutors(), pods.executors());
    assertThat(fewestPlaced(question.leastNodes())).isGreaterThanOrEqualTo(least).isPositive();
  }

  private int fewestPlaced(List<Nodes> nodes) {
    return question.cluster()
        ? IntStream.range(0, nodes.size())
            .filter(group -> nodes.get(group).count() > 0 && mayHoldDriver(nodes, group))
            .map(group -> placedBesideDriverIn(nodes, group))
            // Onto a node that is too small for it, the driver does not go.
            .filter(placed -> placed >= 0)
            .min()
            .orElse(0)
        : new PodFit(nodes).place(pods.executors(), pods.executor());
  }

  private int placedBesideDriverIn(List<Nodes> nodes, int group) {
    PodFit fit = new PodFit(nodes);
    return fit.placeIn(group, pods.driver()) ? fit.place(pods.executors(), pods.executor()) : -1;
  }

  /** By its template, on no spot node where the cluster has others. */
  private static boolean mayHoldDriver(List<Nodes> nodes, int group) {
    return !nodes.get(group).spot() || nodes.stream().allMatch(Nodes::spot);
  }

  static String summary(List<PodProof> all) {
    return String.format(
        Locale.ROOT,
        "Kubernetes: %d clusters, %d of them mixed, %d with spot nodes, %d with GPUs used, %d that scale,"
            + " %d with a driver's pod, %d of Python, %d with pins; %d executor pods placed",
        all.size(),
        count(all, proof -> proof.question.groups().size() > 1),
        count(all, proof -> proof.question.groups().stream().anyMatch(KubernetesCase.Group::spot)),
        count(all, proof -> proof.pods.executor().gpus() > 0),
        count(all, proof -> proof.plan.cluster().scales()),
        count(all, proof -> proof.question.cluster()),
        count(all, proof -> proof.question.language() == Language.PYTHON),
        count(all, proof -> !proof.question.pins().isEmpty()),
        all.stream().mapToInt(proof -> proof.pods.executors()).sum());
  }

  private static long count(List<PodProof> all, Predicate<PodProof> such) {
    return all.stream().filter(such).count();
  }

  /** Returns nodes and pods as one line of JSON, for a scheduler that is asked from outside. */
  String json(int number) {
    boolean steady = question.nodes().stream().anyMatch(nodes -> !nodes.spot());
    String nodes =
        question.nodes().stream()
            .map(
                group ->
                    String.format(
                        Locale.ROOT,
                        "{\"count\":%d,\"millicores\":%d,\"mib\":%d,\"gpus\":%d,\"spot\":%b}",
                        group.count(),
                        group.millicores(),
                        group.mib(),
                        group.gpus(),
                        group.spot()))
            .collect(Collectors.joining(","));
    String driver = question.cluster() ? json(1, pods.driver(), steady) + "," : "";
    return "{\"id\":\""
        + number
        + "\",\"nodes\":["
        + nodes
        + "],\"pods\":["
        + driver
        + json(pods.executors(), pods.executor(), false)
        + "]}";
  }

  private static String json(int count, Pod pod, boolean offSpot) {
    return String.format(
        Locale.ROOT,
        "{\"count\":%d,\"millicores\":%d,\"mib\":%d,\"gpus\":%d,\"offSpot\":%b}",
        count,
        pod.millicores(),
        pod.mib(),
        pod.gpus(),
        offSpot);
  }
}
