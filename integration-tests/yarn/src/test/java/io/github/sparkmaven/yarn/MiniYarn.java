/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.yarn;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.yarn.conf.YarnConfiguration;
import org.apache.hadoop.yarn.server.MiniYARNCluster;

/**
 * A real YARN: a ResourceManager and NodeManagers in this JVM, whose containers are processes.
 *
 * <p>A node may declare more than the machine has: a container's heap is only reserved.
 */
final class MiniYarn implements AutoCloseable {
  // MiniYARNCluster gives its NodeManagers this and not yarn.nodemanager.resource.memory-mb.
  private static final String NODE_MIB = "yarn.minicluster.yarn.nodemanager.resource.memory-mb";
  private static final List<String> CLIENT_KEYS =
      List.of(
          YarnConfiguration.RM_ADDRESS,
          YarnConfiguration.RM_SCHEDULER_ADDRESS,
          YarnConfiguration.RM_WEBAPP_ADDRESS,
          YarnConfiguration.RM_RESOURCE_TRACKER_ADDRESS,
          YarnConfiguration.RM_PRINCIPAL,
          YarnConfiguration.NM_REMOTE_APP_LOG_DIR);
  private static final List<String> SECURITY_KEYS =
      List.of("hadoop.security.authentication", "hadoop.rpc.protection");

  private final MiniYARNCluster cluster;
  private final Configuration conf;

  private MiniYarn(Configuration conf, int nodes) {
    this.conf = conf;
    this.cluster = new MiniYARNCluster("yarn-proof", nodes, 1, 1);
  }

  /** Starts the scheduler and nodes of a case; all nodes are like its first. */
  static MiniYarn start(SchedulerCase wanted) {
    return start(SchedulerSettings.of(wanted), wanted.nodes());
  }

  /** Starts nodes, which are all like the first. */
  static MiniYarn start(Configuration conf, List<Node> nodes) {
    conf.setInt(NODE_MIB, nodes.get(0).memoryMib());
    conf.setInt(YarnConfiguration.NM_VCORES, nodes.get(0).vcores());
    // A disk of a build machine that is nearly full makes every node unhealthy.
    conf.setBoolean(YarnConfiguration.NM_DISK_HEALTH_CHECK_ENABLE, false);
    MiniYarn yarn = new MiniYarn(conf, nodes.size());
    yarn.cluster.init(conf);
    yarn.cluster.start();
    return yarn;
  }

  /** Writes what a client needs into a folder to be used as HADOOP_CONF_DIR. */
  Path writeClientConfiguration(Path folder) throws IOException {
    Files.createDirectories(folder);
    Configuration client = new Configuration(false);
    copy(CLIENT_KEYS, client);
    write(client, folder.resolve("yarn-site.xml"));
    Configuration core = new Configuration(false);
    core.set("fs.defaultFS", "file:///");
    copy(SECURITY_KEYS, core);
    write(core, folder.resolve("core-site.xml"));
    return folder;
  }

  /** Returns how many containers there are now, application masters included. */
  int containers() {
    return cluster
        .getResourceManager()
        .getResourceScheduler()
        .getRootQueueMetrics()
        .getAllocatedContainers();
  }

  /** Names what has not ended, each with its state; empty where nothing is left. */
  String alive() {
    Stream<String> applications =
        cluster.getResourceManager().getRMContext().getRMApps().values().stream()
            .filter(application -> !application.isAppInCompletedStates())
            .map(application -> application.getApplicationId() + " " + application.getState());
    Stream<String> left = Stream.of(containers()).filter(n -> n > 0).map(n -> n + " containers");
    return Stream.concat(applications, left).collect(Collectors.joining(", "));
  }

  /** Waits until the containers of the job before are gone; an application ends before they do. */
  void awaitIdle() throws InterruptedException {
    Instant end = Instant.now().plus(Duration.ofMinutes(2));
    while (containers() > 0) {
      if (Instant.now().isAfter(end)) {
        throw new IllegalStateException(containers() + " containers are left");
      }
      Thread.sleep(200);
    }
  }

  private void copy(List<String> keys, Configuration to) {
    for (String key : keys) {
      String value = cluster.getConfig().get(key);
      if (value != null) {
        to.set(key, value);
      }
    }
  }

  private static void write(Configuration conf, Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      conf.writeXml(out);
    }
  }

  @Override
  public void close() {
    cluster.stop();
    SchedulerSettings.discard(conf);
  }
}
