/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.standalone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.spark.launcher.JavaModuleOptions;

/**
 * A real standalone master with real workers, which start real executors, each a process on a free
 * loopback port; ended with this JVM at the latest.
 *
 * <p>A worker may declare any cores and memory: executors only reserve them.
 */
final class RealCluster implements AutoCloseable {
  private static final Pattern MASTER = Pattern.compile("Starting Spark master at (spark://\\S+)");
  private static final Pattern UI = Pattern.compile("MasterWebUI.* started at (http://\\S+)");
  private static final Pattern ALIVE = Pattern.compile("New state: ALIVE");
  private static final Pattern REGISTERED = Pattern.compile("Successfully registered with master");
  private static final Pattern COUNT = Pattern.compile(ExecutorCount.SAYS + "(\\d+)");

  private final List<SparkProcess> daemons = new ArrayList<>();
  private final Thread atShutdown = new Thread(this::endAll, "end-real-cluster");
  private final Path folder;
  private final Path home;
  private final Path job;
  private final String url;
  private final String ui;
  private final int restPort;
  private final SparkProcess master;
  private final List<SparkProcess> workers = new ArrayList<>();

  private RealCluster(Path folder, boolean rest) throws IOException, InterruptedException {
    Runtime.getRuntime().addShutdownHook(atShutdown);
    this.folder = folder;
    this.restPort = freePort();
    this.home = SparkFiles.home(folder.resolve("home"));
    this.job = SparkFiles.job(folder.resolve("job.jar"));
    List<String> options =
        List.of(
            "-Dspark.master.rest.enabled=" + rest,
            // The master tells a driver its own port in place of this one; 0 would be none.
            "-Dspark.master.rest.port=" + restPort);
    this.master = daemon("master", options, "org.apache.spark.deploy.master.Master", List.of());
    this.url = master.await(MASTER);
    this.ui = master.await(UI);
    master.await(ALIVE);
  }

  /** Starts a master and workers, and waits until all of them are registered. */
  static RealCluster start(Path folder, List<MasterCase.Worker> workers)
      throws IOException, InterruptedException {
    return start(new RealCluster(folder, false), folder, workers);
  }

  /** Starts such a cluster that takes submissions over REST too. */
  static RealCluster startWithRest(Path folder, List<MasterCase.Worker> workers)
      throws IOException, InterruptedException {
    return start(new RealCluster(folder, true), folder, workers);
  }

  private static RealCluster start(
      RealCluster cluster, Path folder, List<MasterCase.Worker> workers)
      throws IOException, InterruptedException {
    for (int i = 0; i < workers.size(); i++) {
      List<String> offer =
          List.of(
              "--cores",
              "" + workers.get(i).cores(),
              "--memory",
              workers.get(i).memoryMib() + "M",
              "--work-dir",
              folder.resolve("work").toString(),
              cluster.url);
      cluster.workers.add(
          cluster.daemon("worker-" + i, List.of(), "org.apache.spark.deploy.worker.Worker", offer));
    }
    for (SparkProcess worker : cluster.workers) {
      worker.await(REGISTERED);
    }
    return cluster;
  }

  /** Returns the master's URL. */
  String url() {
    return url;
  }

  /** Returns the port of the master's web UI. */
  int uiPort() {
    return URI.create(ui).getPort();
  }

  /** Returns the port of the master's submission server; nothing listens there without REST. */
  int restPort() {
    return restPort;
  }

  /** Returns the jar that holds the jobs. */
  Path job() {
    return job;
  }

  /** Starts spark-submit. */
  SparkProcess submit(String name, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("org.apache.spark.deploy.SparkSubmit"));
    command.addAll(arguments);
    SparkProcess submission = SparkProcess.start(home, folder.resolve(name + ".log"), command);
    daemons.add(submission);
    return submission;
  }

  /** Ends the worker that has started a driver at once, as a machine that goes dark. */
  void crashWorkerOf(String driver) {
    workers.stream().filter(worker -> worker.started(driver)).forEach(SparkProcess::crash);
  }

  /** Ends the master at once, as a machine that goes dark. */
  void crashMaster() {
    master.crash();
  }

  /**
   * Submits a job that counts its executors, and returns how many registered.
   *
   * @param settings all that spark-submit is told
   * @param expected how many the job waits for
   */
  int registeredExecutors(Map<String, String> settings, int expected)
      throws IOException, InterruptedException {
    Properties properties = new Properties();
    properties.putAll(settings);
    properties.put("spark.master", url);
    properties.put("spark.ui.enabled", "false");
    // In cluster mode spark-submit would not wait otherwise, and the REST gateway ignores it.
    properties.put("spark.standalone.submit.waitAppCompletion", "true");
    properties.put("spark.master.rest.enabled", "false");
    // A worker starts a driver as it is described, without the options that Java 17 needs.
    properties.put("spark.driver.extraJavaOptions", JavaModuleOptions.defaultModuleOptions());
    Path file = Files.createTempFile(folder, "job", ".conf");
    try (OutputStream out = Files.newOutputStream(file)) {
      properties.store(out, null);
    }
    return count(submit(file, expected));
  }

  private String submit(Path file, int expected) throws IOException, InterruptedException {
    List<String> command =
        List.of(
            "org.apache.spark.deploy.SparkSubmit",
            "--properties-file",
            file.toString(),
            "--class",
            ExecutorCount.class.getName(),
            job.toString(),
            "" + expected);
    try (SparkProcess submission =
        SparkProcess.start(home, Files.createTempFile(folder, "submit", ".log"), command)) {
      return submission.output() + driverOutput();
    }
  }

  /** What the driver of cluster mode wrote, in the work folder of whichever worker had it. */
  private String driverOutput() throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(folder.resolve("work"))) {
      for (Path out :
          files.filter(file -> file.toString().matches(".*/driver-.*/std(out|err)")).toList()) {
        all.append(Files.readString(out));
      }
    }
    return all.toString();
  }

  private static int count(String output) {
    Matcher line = COUNT.matcher(output);
    if (!line.find()) {
      throw new IllegalStateException("no count of executors in:\n" + output);
    }
    return Integer.parseInt(line.group(1));
  }

  /** Returns the cores that the master granted to the last application that ended. */
  int coresGranted() throws IOException {
    JsonNode ended = new ObjectMapper().readTree(URI.create(ui + "/json/").toURL());
    JsonNode applications = ended.get("completedapps");
    return applications.get(applications.size() - 1).get("cores").asInt();
  }

  private SparkProcess daemon(
      String name, List<String> options, String mainClass, List<String> more) throws IOException {
    List<String> command = new ArrayList<>(List.of(mainClass, "--host", Loopback.HOST));
    command.addAll(List.of("--port", "0", "--webui-port", "0"));
    command.addAll(more);
    SparkProcess daemon = SparkProcess.start(home, folder.resolve(name + ".log"), options, command);
    daemons.add(daemon);
    return daemon;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    Runtime.getRuntime().removeShutdownHook(atShutdown);
    endAll();
  }

  private void endAll() {
    daemons.forEach(SparkProcess::close);
  }
}
