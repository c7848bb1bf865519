/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.yarn;

import io.github.sparkmaven.cluster.ClusterClient;
import io.github.sparkmaven.cluster.LiveClusters;
import io.github.sparkmaven.cluster.Target;
import io.github.sparkmaven.conf.Layer;
import io.github.sparkmaven.conf.LayeredConf;
import io.github.sparkmaven.conf.SparkVersion;
import io.github.sparkmaven.hardware.DeployMode;
import io.github.sparkmaven.hardware.Manager;
import io.github.sparkmaven.home.HomeAssembler;
import io.github.sparkmaven.home.HomeJvm;
import io.github.sparkmaven.home.JavaHome;
import io.github.sparkmaven.home.SparkHome;
import io.github.sparkmaven.runner.enquiry.EnquiryMain;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A Spark home with src/home's job, set up for one YARN: what submits to it, and what asks it. */
final class YarnSite {
  private static final Path BUILT = Path.of("target", "spark", "home").toAbsolutePath();
  private static final JavaHome JAVA = JavaHome.of(Path.of(System.getProperty("java.home")));

  private final SparkHome home;
  private final Path folder;
  private final Map<String, String> environment;

  /**
   * Sets the home up.
   *
   * @param folder the submissions' files go in here
   * @param environment what else every process gets
   */
  YarnSite(Path folder, Path hadoopConf, Map<String, String> environment) throws IOException {
    this.folder = Files.createDirectories(folder.toAbsolutePath());
    this.environment = new HashMap<>(environment);
    this.environment.put("HADOOP_CONF_DIR", hadoopConf.toString());
    this.environment.put("SPARK_LOCAL_IP", "127.0.0.1");
    this.environment.put("JAVA_HOME", JAVA.path().toString());
    try (Stream<Path> jars = Files.list(BUILT.resolve("jars"))) {
      SparkVersion version = new SparkVersion("3.5.5", "2.12");
      this.home =
          new HomeAssembler(Path.of("target", "cache").toAbsolutePath())
              .assemble(version, jars.toList());
    }
  }

  /** Opens the client that is under test. */
  ClusterClient client(DeployMode mode, Map<String, String> settings) throws URISyntaxException {
    Path runner =
        Path.of(EnquiryMain.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    HomeJvm jvm = new HomeJvm(() -> home, JAVA, runner, Optional.empty(), environment);
    LayeredConf conf = LayeredConf.empty().with(Layer.JOB, settings, "a test");
    return new LiveClusters().open(new Target(Manager.YARN, "yarn", mode, conf), jvm);
  }

  /** Submits the job that ends as it is told. */
  Submission submit(DeployMode mode, String ending, Map<String, String> settings)
      throws IOException {
    Map<String, String> all = new HashMap<>(settings());
    all.putAll(settings);
    List<String> start =
        List.of(
            home.path().resolve("bin/spark-submit").toString(),
            "--master",
            "yarn",
            "--deploy-mode",
            mode.label(),
            "--class",
            "io.github.sparkmaven.yarn.job.Ending");
    Stream<String> conf =
        all.entrySet().stream()
            .flatMap(entry -> Stream.of("--conf", entry.getKey() + "=" + entry.getValue()));
    List<String> command =
        Stream.of(
                start.stream(), conf, Stream.of(BUILT.resolve("target/job.jar").toString(), ending))
            .flatMap(part -> part)
            .toList();
    return Submission.start(
        command, environment, Files.createTempFile(folder, mode.label() + "-" + ending, ".log"));
  }

  private Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>();
    // Nothing of the home is uploaded for each application.
    settings.put("spark.yarn.jars", "local:" + BUILT.resolve("jars") + "/*");
    settings.put("spark.yarn.stagingDir", folder.toUri().toString());
    settings.put("spark.yarn.appMasterEnv.JAVA_HOME", JAVA.path().toString());
    settings.put("spark.executorEnv.JAVA_HOME", JAVA.path().toString());
    settings.put("spark.yarn.maxAppAttempts", "1");
    settings.put("spark.driver.memory", "512m");
    settings.put("spark.executor.memory", "512m");
    settings.put("spark.executor.instances", "1");
    return settings;
  }
}
