/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.tuning;

import io.github.sparkmaven.hardware.Cluster;
import io.github.sparkmaven.hardware.NodeGroup;
import io.github.sparkmaven.hardware.ResourceCalculator;
import io.github.sparkmaven.hardware.YarnRules;
import io.github.sparkmaven.hardware.YarnScheduler;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What YARN does to a layout that its user should know of. */
final class YarnWarnings {
  // yarn-default.xml: yarn.scheduler.maximum-allocation-mb and -vcores.
  private static final long HADOOP_MAXIMUM_MIB = 8192;
  private static final int HADOOP_MAXIMUM_VCORES = 4;

  private final Cluster cluster;
  private final Workload workload;
  private final Layout layout;
  private final Placement placement;
  private final List<String> warnings = new ArrayList<>();

  YarnWarnings(Cluster cluster, Workload workload, Layout layout, Placement placement) {
    this.cluster = cluster;
    this.workload = workload;
    this.layout = layout;
    this.placement = placement;
  }

  List<String> all() {
    if (cluster.rules() instanceof YarnRules yarn) {
      cluster.groups().forEach(group -> rounding(yarn, group));
      layout.groups().forEach(places -> vcores(yarn, places));
      applicationMaster();
      amShare(yarn);
      increment(yarn);
      hadoopDefaults(yarn);
    }
    return warnings;
  }

  private void rounding(YarnRules yarn, NodeGroup group) {
    long request = layout.size().requestMib();
    long idle = layout.containerMib() - request;
    long unrounded = group.memoryMib() / request;
    long rounded = group.memoryMib() / layout.containerMib();
    if (unrounded > rounded) {
      warn(
          "Container rounding: an executor asks for %d MiB, and YARN rounds it up to %s, %d MiB of it"
              + " unused; by memory a node%s of %d MiB holds %d of these, not %d",
          request,
          container(yarn, request),
          idle,
          ofGroup(group),
          group.memoryMib(),
          rounded,
          unrounded);
    }
  }

  /** The smallest and the largest container need not be multiples of the step. */
  private String container(YarnRules yarn, long request) {
    long container = layout.containerMib();
    if (container % yarn.stepMib() != 0) {
      return "the largest container, " + container + " MiB";
    }
    long minimum = yarn.bounds().minimumMib();
    return request < minimum
        ? String.format(
            Locale.ROOT,
            "the minimum allocation: %d MiB in a multiple of %d MiB = %d MiB",
            minimum,
            yarn.stepMib(),
            container)
        : "a multiple of " + yarn.stepMib() + " MiB = " + container + " MiB";
  }

  private void vcores(YarnRules yarn, GroupPlaces places) {
    NodeGroup group = places.group();
    int cores = layout.size().cores();
    long byMemory = placement.perNode(layout.size(), group);
    boolean pinned = workload.layout().executorsPerNode().isPresent();
    long executors = pinned ? places.executorsPerNode() : byMemory;
    if (yarn.countsVcores() || executors * cores <= group.cores()) {
      return;
    }
    if (!pinned) {
      packed(group, executors, cores);
      return;
    }
    Cluster counted = cluster.with(yarn.with(ResourceCalculator.DOMINANT));
    Placement counting = new Placement(counted, DriverLayout.of(counted, workload));
    warn(
        "Vcores: %d executors x %d cores = %d vcores on a node%s that offers %d; the default calculator does not count them, under the"
            + " dominant calculator a node holds %d and %d of %d executors are granted",
        executors,
        cores,
        executors * cores,
        ofGroup(group),
        group.cores(),
        counting.perNode(layout.size(), group),
        counting.grant(layout.size(), layout.requestedExecutors()),
        layout.requestedExecutors());
  }

  /** On nodes that differ, the executors meant for lean ones may all fit on one that is rich. */
  private void packed(NodeGroup group, long executors, int cores) {
    if (cluster.groups().size() > 1) {
      warn(
          "Vcores: by memory a node%s holds %d executors x %d cores = %d vcores, and offers %d; the default calculator may pack them so,"
              + " the dominant calculator does not",
          ofGroup(group), executors, cores, executors * cores, group.cores());
    }
  }

  private void applicationMaster() {
    DriverLayout driver = layout.driver();
    int displaced = placement.displaced(layout.size());
    boolean pinned = workload.layout().pinNumber();
    if (displaced > 0 || pinned) {
      warn(
          "The %s takes a container of %d MiB and %d vcore(s) on one node; %s",
          driver.name(),
          driver.onCluster().memoryMib(),
          driver.request().cores(),
          displaced > 0
              ? "it displaces " + displaced + " executor(s) there"
              : "it fits beside that node's executors");
    }
  }

  /**
   * The first application of a queue may exceed the share; a second one would wait. Source: {@code
   * AbstractLeafQueue.calculateAndGetAMResourceLimitForPartition}, which rounds the share up to
   * whole minimum allocations.
   */
  private void amShare(YarnRules yarn) {
    QueuePart queue = placement.queueMemory().orElseThrow();
    BigDecimal share = yarn.queue().maximumAmShare();
    long minimum = yarn.bounds().minimumMib();
    long minimums =
        share
            .multiply(BigDecimal.valueOf(queue.amount()))
            .divide(BigDecimal.valueOf(minimum), 0, RoundingMode.CEILING)
            .longValueExact();
    long takenMib = layout.driver().onCluster().memoryMib();
    if (takenMib > minimums * minimum && yarn.scheduler() == YarnScheduler.CAPACITY) {
      warn(
          "The %s takes %d MiB, more than application masters may use of the queue: %s; %s x %d MiB / %d MiB of the minimum allocation,"
              + " rounded up = %d; %d x %d = %d: YARN starts it while no other runs in the queue",
          layout.driver().name(),
          takenMib,
          queue.text(),
          share.toPlainString(),
          queue.amount(),
          minimum,
          minimums,
          minimums,
          minimum,
          minimums * minimum);
    }
  }

  private void increment(YarnRules yarn) {
    if (yarn.scheduler() == YarnScheduler.CAPACITY
        && yarn.stepMib() != yarn.bounds().minimumMib()) {
      warn(
          "Containers are rounded up to multiples of %d MiB as cluster/yarn/incrementAllocation says; only the Fair Scheduler does so,"
              + " the Capacity Scheduler takes the minimum allocation, %d MiB: declare cluster/yarn/scheduler fair if that is the site's",
          yarn.stepMib(), yarn.bounds().minimumMib());
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

  private String ofGroup(NodeGroup group) {
    return cluster.groups().size() == 1 ? "" : " of " + group.name();
  }

  private void warn(String format, Object... values) {
    warnings.add(String.format(Locale.ROOT, format, values));
  }
}
