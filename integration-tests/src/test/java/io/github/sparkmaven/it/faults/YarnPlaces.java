/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.it.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A real YARN (MiniYARNCluster) in a JVM of its own, shared by all rows, and a secured one for
 * those of {@code yarn-kerberos-…}.
 */
final class YarnPlaces implements Places {
  private final Path work;
  private final Map<Boolean, ClusterProcess> clusters = new HashMap<>();
  private final Map<Path, Path> homes = new HashMap<>();

  YarnPlaces(Path work) {
    this.work = work;
  }

  @Override
  public Place of(Fault fault, FaultJob job) throws IOException, InterruptedException {
    boolean secured = fault.place().startsWith("yarn-kerberos-");
    ClusterProcess yarn = clusters.get(secured);
    if (yarn == null) {
      yarn = start(secured);
      clusters.put(secured, yarn);
    }
    // That of a job in Python is its pyspark's.
    Path home = homes.get(job.folder());
    if (home == null) {
      home = job.home(fault.place(), LOOPBACK);
      homes.put(job.folder(), home);
    }
    return place(yarn, secured, home);
  }

  private Place place(ClusterProcess yarn, boolean secured, Path home) {
    Path conf = Path.of(yarn.said());
    List<String> arguments = new ArrayList<>();
    // Otherwise each row would upload all of Spark.
    arguments.add("-Dspark.yarn.jars=local:" + home.resolve("jars") + "/*");
    arguments.add("-Dspark.yarn.stagingDir=" + conf.resolveSibling("staging").toUri());
    Map<String, String> environment = new HashMap<>(LOOPBACK);
    environment.put("HADOOP_CONF_DIR", conf.toString());
    if (!secured) {
      return new Place(arguments, environment, () -> alive(yarn), () -> {});
    }
    String realm = "-Djava.security.krb5.conf=" + conf.resolve("krb5.conf");
    environment.put("JAVA_TOOL_OPTIONS", realm);
    arguments.add("-Dspark.maven.submit.principal=job@EXAMPLE.COM");
    arguments.add("-Dspark.maven.submit.keytab=" + conf.resolve("job.keytab"));
    arguments.add("-Dspark.yarn.appMasterEnv.JAVA_TOOL_OPTIONS=" + realm);
    arguments.add("-Dspark.executorEnv.JAVA_TOOL_OPTIONS=" + realm);
    // Local files have no tokens that a renewer could renew.
    arguments.add("-Dspark.security.credentials.hadoopfs.enabled=false");
    return new Place(arguments, environment, () -> alive(yarn), () -> {});
  }

  /** Asks the ResourceManager what has not ended; of a secured one, too. */
  private static List<String> alive(ClusterProcess yarn) throws IOException {
    return Stream.of(yarn.ask("alive")).filter(said -> !said.isEmpty()).toList();
  }

  private ClusterProcess start(boolean secured) throws IOException {
    Path folder = Files.createTempDirectory(Files.createDirectories(work), "yarn");
    List<String> arguments = new ArrayList<>(List.of(folder.resolve("mini").toString()));
    if (secured) {
      arguments.add("--kerberos");
    }
    return ClusterProcess.start(
        "yarn",
        List.of(
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            // The web servers' check of Kerberos' realm.
            "--add-opens=java.security.jgss/sun.security.krb5=ALL-UNNAMED",
            "-Xmx1g"),
        "io.github.sparkmaven.yarn.MiniYarnMain",
        arguments,
        folder.resolve("yarn.log"));
  }

  @Override
  public void close() {
    clusters.values().forEach(ClusterProcess::close);
  }
}
