/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.it.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A real YARN (MiniYARNCluster) in a JVM of its own. */
final class YarnPlaces implements Places {
  private final Path work;
  private final Map<String, ClusterProcess> clusters = new HashMap<>();

  YarnPlaces(Path work) {
    this.work = work;
  }

  @Override
  public Place of(Fault fault, FaultJob job) throws IOException, InterruptedException {
    ClusterProcess yarn = clusters.get("");
    if (yarn == null) {
      yarn = start();
      clusters.put("", yarn);
    }
    Map<String, String> environment = new HashMap<>(LOOPBACK);
    environment.put("HADOOP_CONF_DIR", yarn.said());
    // Otherwise each row would upload all of Spark.
    Path jars = job.home(fault.place(), LOOPBACK).resolve("jars");
    return new Place(
        List.of("-Dspark.yarn.jars=local:" + jars + "/*"), environment, List::of, () -> {});
  }

  private ClusterProcess start() throws IOException {
    Path folder = Files.createTempDirectory(Files.createDirectories(work), "yarn");
    return ClusterProcess.start(
        "yarn",
        List.of("--add-opens", "java.base/java.lang=ALL-UNNAMED", "-Xmx1g"),
        "io.github.sparkmaven.yarn.MiniYarnMain",
        List.of(folder.resolve("mini").toString()),
        folder.resolve("yarn.log"));
  }

  @Override
  public void close() {
    clusters.values().forEach(ClusterProcess::close);
  }
}
