/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.yarn;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.yarn.conf.YarnConfiguration;
import org.apache.hadoop.yarn.server.resourcemanager.scheduler.ResourceScheduler;
import org.apache.hadoop.yarn.server.resourcemanager.scheduler.capacity.CapacityScheduler;
import org.apache.hadoop.yarn.server.resourcemanager.scheduler.fair.FairScheduler;
import org.apache.hadoop.yarn.util.resource.DefaultResourceCalculator;
import org.apache.hadoop.yarn.util.resource.DominantResourceCalculator;

/** The ResourceManager's configuration of one case. */
final class SchedulerSettings {
  /** The job's queue. */
  static final String QUEUE = "root.job";

  private static final String CAPACITY = "yarn.scheduler.capacity.";
  private static final Path ALLOCATIONS = Path.of("target", "fair-scheduler");

  private final SchedulerCase wanted;
  private final YarnConfiguration conf = new YarnConfiguration();

  private SchedulerSettings(SchedulerCase wanted) {
    this.wanted = wanted;
    // By default these are in the machine's temporary folder, where two builds would meet.
    for (String store : List.of("node-attribute", "node-labels")) {
      Path folder = Path.of("target", "yarn", store + "-" + ProcessHandle.current().pid());
      conf.set("yarn." + store + ".fs-store.root-dir", folder.toAbsolutePath().toUri().toString());
    }
  }

  static YarnConfiguration of(SchedulerCase wanted) {
    SchedulerSettings settings = new SchedulerSettings(wanted);
    settings.allocations();
    switch (wanted.scheduler()) {
      case CAPACITY -> settings.capacity();
      case FAIR -> settings.fair();
    }
    return settings.conf;
  }

  private void allocations() {
    conf.setInt(YarnConfiguration.RM_SCHEDULER_MINIMUM_ALLOCATION_MB, wanted.minimumMib());
    conf.setInt(YarnConfiguration.RM_SCHEDULER_MAXIMUM_ALLOCATION_MB, wanted.maximumMib());
    conf.setInt(YarnConfiguration.RM_SCHEDULER_MINIMUM_ALLOCATION_VCORES, wanted.minimumVcores());
    conf.setInt(YarnConfiguration.RM_SCHEDULER_MAXIMUM_ALLOCATION_VCORES, wanted.maximumVcores());
    // All nodes have one address, so only the port tells them apart.
    conf.setBoolean(YarnConfiguration.RM_SCHEDULER_INCLUDE_PORT_IN_NODE_NAME, true);
    // A ResourceManager that has just started ignores the size of its nodes for 10 s.
    conf.setLong(YarnConfiguration.RM_WORK_PRESERVING_RECOVERY_SCHEDULING_WAIT_MS, 0);
  }

  private void capacity() {
    conf.setClass(YarnConfiguration.RM_SCHEDULER, CapacityScheduler.class, ResourceScheduler.class);
    conf.set(
        CAPACITY + "resource-calculator",
        (wanted.calculator() == Calculator.DEFAULT
                ? DefaultResourceCalculator.class
                : DominantResourceCalculator.class)
            .getName());
    conf.set(CAPACITY + "maximum-am-resource-percent", String.valueOf(wanted.maximumAmShare()));
    if (wanted.queueShare() == 1) {
      conf.set(CAPACITY + "root.queues", "job");
      queue("job", 100);
    } else {
      float percent = (float) (wanted.queueShare() * 100);
      conf.set(CAPACITY + "root.queues", "job,rest");
      queue("job", percent);
      queue("rest", 100 - percent);
      conf.set(
          CAPACITY + "root.job.maximum-capacity",
          String.valueOf((float) (wanted.queueMaximumShare() * 100)));
    }
  }

  private void queue(String name, float percent) {
    conf.set(CAPACITY + "root." + name + ".capacity", String.valueOf(percent));
  }

  private void fair() {
    conf.setClass(YarnConfiguration.RM_SCHEDULER, FairScheduler.class, ResourceScheduler.class);
    conf.setInt("yarn.scheduler.increment-allocation-mb", wanted.incrementMib());
    conf.set("yarn.scheduler.fair.allocation.file", fairAllocations().toString());
  }

  private Path fairAllocations() {
    String policy = wanted.calculator() == Calculator.DEFAULT ? "fair" : "drf";
    String limit =
        wanted.queueMaximumShare() == 1
            ? ""
            : "<maxResources>" + wanted.queueMaximumShare() * 100 + "%</maxResources>";
    String text =
        """
        <allocations>
          <defaultQueueSchedulingPolicy>%s</defaultQueueSchedulingPolicy>
          <queue name="job">%s<maxAMShare>%s</maxAMShare></queue>
        </allocations>
        """
            .formatted(policy, limit, wanted.maximumAmShare());
    try {
      Path folder = Files.createDirectories(ALLOCATIONS.toAbsolutePath());
      return Files.writeString(Files.createTempFile(folder, "allocations", ".xml"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Deletes what {@link #of} wrote. */
  static void discard(Configuration conf) {
    String file = conf.get("yarn.scheduler.fair.allocation.file", "");
    if (Path.of(file).isAbsolute()) {
      try {
        Files.deleteIfExists(Path.of(file));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
