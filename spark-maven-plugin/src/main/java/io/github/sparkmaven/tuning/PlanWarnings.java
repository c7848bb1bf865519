/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.tuning;

import io.github.sparkmaven.hardware.Cluster;
import io.github.sparkmaven.hardware.DeployMode;
import io.github.sparkmaven.hardware.ResourceCalculator;
import io.github.sparkmaven.hardware.YarnRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a user should know of a chosen layout before a scheduler tells them, each with its figures.
 */
final class PlanWarnings {
  // yarn-default.xml: yarn.scheduler.maximum-allocation-mb and -vcores.
  private static final long HADOOP_MAXIMUM_MIB = 8192;
  private static final int HADOOP_MAXIMUM_VCORES = 4;

  private final Cluster cluster;
  private final Workload workload;
  private final Layout layout;
  private final Placement placement;
  private final List<Layout> free;
  private final List<String> warnings = new ArrayList<>();

  PlanWarnings(
      Cluster cluster, Workload workload, Layout layout, Placement placement, List<Layout> free) {
    this.cluster = cluster;
    this.workload = workload;
    this.layout = layout;
    this.placement = placement;
    this.free = free;
  }

  List<String> all() {
    if (cluster.rules() instanceof YarnRules yarn) {
      rounding(yarn);
      vcores(yarn);
      applicationMaster();
      hadoopDefaults(yarn);
    }
    fewerGranted();
    costOfPins();
    return warnings;
  }

  private void rounding(YarnRules yarn) {
    long request = layout.size().requestMib();
    long idle = layout.containerMib() - request;
    long unrounded = cluster.nodes().memoryMib() / request;
    long rounded = cluster.nodes().memoryMib() / layout.containerMib();
    if (unrounded > rounded) {
      warn(
          "Container rounding: an executor asks for %d MiB, and YARN rounds it up to %s = %d MiB, %d MiB of it"
              + " unused; by memory a node of %d MiB holds %d of these, not %d",
          request,
          layout.containerMib() % yarn.incrementMib() == 0
              ? "a multiple of " + yarn.incrementMib() + " MiB"
              : "the largest container",
          layout.containerMib(),
          idle,
          cluster.nodes().memoryMib(),
          rounded,
          unrounded);
    }
  }

  private void vcores(YarnRules yarn) {
    int cores = layout.size().cores();
    long wanted = (long) layout.executorsPerNode() * cores;
    int offered = cluster.nodes().cores();
    if (wanted <= offered) {
      return;
    }
    YarnRules dominant =
        new YarnRules(
            ResourceCalculator.DOMINANT,
            yarn.minimumMib(),
            yarn.incrementMib(),
            yarn.maximumMib(),
            yarn.maximumVcores(),
            yarn.maximumsDeclared());
    Cluster counted =
        new Cluster(
            dominant,
            cluster.master(),
            cluster.deployMode(),
            cluster.nodes(),
            cluster.offerReason());
    int granted =
        new Placement(counted, layout.driver()).grant(layout.size(), layout.requestedExecutors());
    warn(
        "Vcores: %d executors x %d cores = %d vcores on a node that offers %d; the default calculator does not count them, under the"
            + " dominant calculator a node holds %d and %d of %d executors are granted",
        layout.executorsPerNode(),
        cores,
        wanted,
        offered,
        offered / cores,
        granted,
        layout.requestedExecutors());
  }

  private void applicationMaster() {
    DriverLayout driver = layout.driver();
    int displaced = placement.displaced(layout.size());
    boolean pinned =
        workload.executorsPerNode().isPresent() || workload.executorInstances().isPresent();
    if (displaced > 0 || pinned) {
      warn(
          "The %s takes a container of %d MiB and %d vcore(s) on one node; %s",
          driver.deployMode() == DeployMode.CLIENT ? "application master" : "driver",
          driver.clusterMib(),
          driver.clusterCores(),
          displaced > 0
              ? "it displaces " + displaced + " executor(s) there"
              : "it fits beside that node's executors");
    }
  }

  private void hadoopDefaults(YarnRules yarn) {
    boolean beyond =
        layout.containerMib() > HADOOP_MAXIMUM_MIB || layout.size().cores() > HADOOP_MAXIMUM_VCORES;
    if (beyond && !yarn.maximumsDeclared()) {
      warn(
          "A site that keeps Hadoop's own maximums (%d MB and %d vcores a container) refuses executors of %d MiB and %d vcores; if yours"
              + " does, declare cluster/yarn/maximumAllocation and maximumVcores",
          HADOOP_MAXIMUM_MIB, HADOOP_MAXIMUM_VCORES, layout.containerMib(), layout.size().cores());
    }
  }

  private void fewerGranted() {
    if (layout.grantedExecutors() < layout.requestedExecutors()) {
      warn(
          "%d executors are asked for, as pinned, and %d are granted: the rest stay pending",
          layout.requestedExecutors(), layout.grantedExecutors());
    }
  }

  private void costOfPins() {
    if (!workload.layoutPinned() || free.isEmpty()) {
      return;
    }
    Layout best = free.get(0);
    if (Criterion.bestFirst().compare(best, layout) < 0) {
      warn(
          "Without the pins the plan would be %d executors of %d cores and %dm, %d per node; the pinned layout has %s",
          best.grantedExecutors(),
          best.size().cores(),
          best.size().heapMib(),
          best.executorsPerNode(),
          Criterion.whyWorse(layout, best));
    }
  }

  private void warn(String format, Object... values) {
    warnings.add(String.format(Locale.ROOT, format, values));
  }
}
