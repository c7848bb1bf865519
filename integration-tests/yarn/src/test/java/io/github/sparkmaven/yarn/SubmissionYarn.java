/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.yarn;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.yarn.conf.YarnConfiguration;

/**
 * A YARN for whole submissions: one node, a check of what containers use, logs that are aggregated,
 * the proxy to drivers' UIs, and beside the {@code default} queue one, {@link #NARROW}, in which a
 * second application waits for as long as the first runs.
 */
final class SubmissionYarn {
  /** The queue that activates one application master at a time. */
  static final String NARROW = "narrow";

  /** A node that declares more than a build machine has. */
  static final Node LARGE = new Node(32_768, 32);

  private static final String CAPACITY = "yarn.scheduler.capacity.root.";
  private static final List<String> ADDRESSES =
      List.of(
          YarnConfiguration.RM_ADDRESS,
          YarnConfiguration.RM_ADMIN_ADDRESS,
          YarnConfiguration.RM_SCHEDULER_ADDRESS,
          YarnConfiguration.RM_RESOURCE_TRACKER_ADDRESS,
          YarnConfiguration.RM_WEBAPP_ADDRESS);

  private SubmissionYarn() {}

  /**
   * Starts it.
   *
   * @param folder what is written goes in here: aggregated logs, the scheduler's stores
   * @param node its only one: the web servers of one JVM all answer for the node started last
   * @param more overrides what is set here
   */
  static MiniYarn start(Path folder, Node node, Map<String, String> more) throws IOException {
    Configuration conf = new YarnConfiguration();
    stores(conf, folder);
    queues(conf);
    addresses(conf);
    conf.setInt(YarnConfiguration.RM_SCHEDULER_MINIMUM_ALLOCATION_MB, 256);
    conf.setBoolean(YarnConfiguration.RM_SCHEDULER_INCLUDE_PORT_IN_NODE_NAME, true);
    conf.setLong(YarnConfiguration.RM_WORK_PRESERVING_RECOVERY_SCHEDULING_WAIT_MS, 0);
    conf.setLong(YarnConfiguration.RM_NM_HEARTBEAT_INTERVAL_MS, 200);
    conf.setBoolean(YarnConfiguration.LOG_AGGREGATION_ENABLED, true);
    memoryCheck(conf);
    more.forEach(conf::set);
    return MiniYarn.start(conf, List.of(node));
  }

  private static void stores(Configuration conf, Path folder) {
    for (String store : List.of("node-attribute", "node-labels")) {
      conf.set("yarn." + store + ".fs-store.root-dir", folder.resolve(store).toUri().toString());
    }
    conf.set(YarnConfiguration.NM_REMOTE_APP_LOG_DIR, folder.resolve("logs").toUri().toString());
  }

  private static void queues(Configuration conf) {
    conf.set(CAPACITY + "queues", "default," + NARROW);
    conf.set(CAPACITY + "default.capacity", "90");
    conf.set(CAPACITY + "default.maximum-am-resource-percent", "1");
    conf.set(CAPACITY + NARROW + ".capacity", "10");
    conf.set(CAPACITY + NARROW + ".maximum-capacity", "100");
    // The first is let in however small the share is.
    conf.set(CAPACITY + NARROW + ".maximum-am-resource-percent", "0.001");
  }

  /** Containers that use more memory than they asked for are killed, as on a site's nodes. */
  private static void memoryCheck(Configuration conf) {
    // Without it a MiniYARNCluster watches no container.
    conf.setBoolean(YarnConfiguration.YARN_MINICLUSTER_CONTROL_RESOURCE_MONITORING, true);
    conf.setBoolean(YarnConfiguration.NM_PMEM_CHECK_ENABLED, true);
    // Otherwise all is left to cgroups, of which the default executor of containers has none.
    conf.setBoolean(YarnConfiguration.NM_MEMORY_RESOURCE_ENFORCED, false);
    // What a JVM reserves is mostly never used; sites switch it off.
    conf.setBoolean(YarnConfiguration.NM_VMEM_CHECK_ENABLED, false);
    conf.setLong(YarnConfiguration.NM_CONTAINER_MON_INTERVAL_MS, 1_000);
  }

  // Left to itself, the cluster tells its clients port 0 for the proxy to drivers' UIs.
  private static void addresses(Configuration conf) throws IOException {
    conf.setBoolean(YarnConfiguration.YARN_MINICLUSTER_FIXED_PORTS, true);
    for (String address : ADDRESSES) {
      try (ServerSocket free = new ServerSocket(0)) {
        conf.set(address, "localhost:" + free.getLocalPort());
      }
    }
  }
}
