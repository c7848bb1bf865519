/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.yarn;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
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
  private static final String[] CLIENT_KEYS = {
    YarnConfiguration.RM_ADDRESS,
    YarnConfiguration.RM_SCHEDULER_ADDRESS,
    YarnConfiguration.RM_WEBAPP_ADDRESS,
    YarnConfiguration.RM_RESOURCE_TRACKER_ADDRESS
  };

  private final MiniYARNCluster cluster;
  private final Configuration conf;

  private MiniYarn(Configuration conf, int nodes) {
    this.conf = conf;
    this.cluster = new MiniYARNCluster("yarn-proof", nodes, 1, 1);
  }

  /** Starts the scheduler and nodes of a case; all nodes are like its first. */
  static MiniYarn start(SchedulerCase wanted) {
    Configuration conf = SchedulerSettings.of(wanted);
    Node node = wanted.nodes().get(0);
    conf.setInt(NODE_MIB, node.memoryMib());
    conf.setInt(YarnConfiguration.NM_VCORES, node.vcores());
    // A disk of a build machine that is nearly full makes every node unhealthy.
    conf.setBoolean(YarnConfiguration.NM_DISK_HEALTH_CHECK_ENABLE, false);
    MiniYarn yarn = new MiniYarn(conf, wanted.nodes().size());
    yarn.cluster.init(conf);
    yarn.cluster.start();
    return yarn;
  }

  /** Writes what a client needs into a folder to be used as HADOOP_CONF_DIR. */
  Path writeClientConfiguration(Path folder) throws IOException {
    Files.createDirectories(folder);
    Configuration client = new Configuration(false);
    for (String key : CLIENT_KEYS) {
      client.set(key, cluster.getConfig().get(key));
    }
    write(client, folder.resolve("yarn-site.xml"));
    Configuration core = new Configuration(false);
    core.set("fs.defaultFS", "file:///");
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
