/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.yarn;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The job of src/home, submitted by Spark's own SparkSubmit from the home beside it. */
final class SparkJob {
  private static final Path HOME = Path.of("target", "spark", "home").toAbsolutePath();
  private static final long MINUTES = 15;

  private final Path folder;
  private final Path hadoopConf;

  /** Keeps the job's files and its output in a folder. */
  SparkJob(Path folder, Path hadoopConf) {
    this.folder = folder;
    this.hadoopConf = hadoopConf;
  }

  /**
   * Runs the job in client mode until it ends, and returns what it printed.
   *
   * @param watch is called again and again while it runs
   */
  String run(Map<String, String> settings, int expected, Runnable watch) throws Exception {
    Path properties = properties(settings);
    Path output = folder.resolve("job.out");
    ProcessBuilder submit =
        new ProcessBuilder(command(properties, expected))
            .redirectOutput(output.toFile())
            .redirectError(folder.resolve("job.err").toFile());
    submit.environment().put("HADOOP_CONF_DIR", hadoopConf.toString());
    submit.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
    submit.environment().put("SPARK_HOME", HOME.toString());
    Process process = submit.start();
    try {
      Instant end = Instant.now().plus(Duration.ofMinutes(MINUTES));
      while (!process.waitFor(200, TimeUnit.MILLISECONDS)) {
        watch.run();
        if (Instant.now().isAfter(end)) {
          throw new IllegalStateException("The job did not end, see " + folder);
        }
      }
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    return Files.readString(output) + "exit=" + process.exitValue();
  }

  private List<String> command(Path properties, int expected) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(moduleOptions());
    command.addAll(List.of("-cp", hadoopConf + File.pathSeparator + HOME.resolve("jars") + "/*"));
    command.addAll(List.of("org.apache.spark.deploy.SparkSubmit", "--properties-file"));
    command.addAll(List.of(properties.toString(), "--class"));
    command.add("io.github.sparkmaven.yarn.job.CountExecutors");
    command.addAll(List.of(HOME.resolve("target/job.jar").toString(), String.valueOf(expected)));
    return command;
  }

  private Path properties(Map<String, String> settings) throws IOException {
    String java = System.getProperty("java.home");
    Properties all = new Properties();
    all.setProperty("spark.master", "yarn");
    all.setProperty("spark.submit.deployMode", "client");
    all.setProperty("spark.yarn.queue", SchedulerSettings.QUEUE);
    // Nothing of the home is uploaded for each application.
    all.setProperty("spark.yarn.jars", "local:" + HOME.resolve("jars") + "/*");
    all.setProperty("spark.yarn.stagingDir", folder.toUri().toString());
    all.setProperty("spark.ui.enabled", "false");
    all.setProperty("spark.yarn.appMasterEnv.JAVA_HOME", java);
    all.setProperty("spark.executorEnv.JAVA_HOME", java);
    all.putAll(settings);
    Path file = folder.resolve("job.properties");
    try (var out = Files.newOutputStream(file)) {
      all.store(out, null);
    }
    return file;
  }

  /** Returns the options that this home's Spark needs on Java 17, from its own launcher. */
  private static List<String> moduleOptions() throws Exception {
    try (Stream<Path> jars = Files.list(HOME.resolve("jars"))) {
      Path launcher =
          jars.filter(jar -> jar.getFileName().toString().startsWith("spark-launcher"))
              .findFirst()
              .orElseThrow();
      try (URLClassLoader loader = new URLClassLoader(new URL[] {launcher.toUri().toURL()}, null)) {
        Object options =
            loader
                .loadClass("org.apache.spark.launcher.JavaModuleOptions")
                .getMethod("defaultModuleOptions")
                .invoke(null);
        return List.of(String.valueOf(options).trim().split("\\s+", -1));
      }
    }
  }
}
