/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A real standalone master and real workers on free loopback ports; ended with this JVM at the
 * latest.
 *
 * <p>A worker may declare any cores and memory: executors and drivers only reserve them.
 */
public final class StandaloneCluster implements AutoCloseable {
  private static final String HOST = "127.0.0.1";
  private static final Pattern MASTER = Pattern.compile("Starting Spark master at (spark://\\S+)");
  private static final Pattern UI = Pattern.compile("WebUI.* started at (http://\\S+)");
  private static final Pattern ALIVE = Pattern.compile("New state: ALIVE");
  private static final Pattern REGISTERED = Pattern.compile("Successfully registered with master");
  private static final String DRIVER = "org.apache.spark.deploy.worker.DriverWrapper";
  private static final String EXECUTOR = "org.apache.spark.executor.CoarseGrainedExecutorBackend";

  private final List<SparkDaemon> daemons = new ArrayList<>();
  private final List<SparkDaemon> workers = new ArrayList<>();
  private final List<String> workerPages = new ArrayList<>();
  private final Thread atShutdown = new Thread(this::endAll, "end-standalone-cluster");
  private final StandaloneSetup setup;
  private final Path home;
  private final SparkDaemon master;
  private final String url;
  private final String ui;
  private final int restPort;

  private StandaloneCluster(StandaloneSetup setup) throws IOException, InterruptedException {
    Runtime.getRuntime().addShutdownHook(atShutdown);
    this.setup = setup;
    this.home = setup.home();
    this.restPort = freePort();
    this.master =
        daemon(
            "master",
            List.of(
                "-Dspark.master.rest.enabled=" + setup.rest(),
                // A master tells a driver its own port in place of this one; 0 would be none.
                "-Dspark.master.rest.port=" + restPort),
            "org.apache.spark.deploy.master.Master",
            List.of());
    this.url = master.await(MASTER);
    this.ui = master.await(UI);
    master.await(ALIVE);
    for (int i = 1; i <= setup.workers(); i++) {
      startWorker(i);
    }
    for (SparkDaemon worker : workers) {
      worker.await(REGISTERED);
      workerPages.add(worker.await(UI));
    }
  }

  /** Starts master and workers, and waits until all of them are registered. */
  public static StandaloneCluster start(StandaloneSetup setup)
      throws IOException, InterruptedException {
    return new StandaloneCluster(setup);
  }

  /**
   * Starts a master and one worker, and waits until the worker is registered.
   *
   * @param classPath a class path that holds a Spark
   * @param folder where logs and work go
   * @param cores what the worker offers
   * @param memory what the worker offers, as Spark writes it
   */
  public static StandaloneCluster start(String classPath, Path folder, int cores, String memory)
      throws IOException, InterruptedException {
    return start(StandaloneSetup.ofClassPath(classPath, folder).withWorkers(1, cores, memory));
  }

  /** Returns the master's URL. */
  public String url() {
    return url;
  }

  /** Returns the URL for submissions over REST, where the master takes them. */
  public Optional<String> restUrl() {
    return setup.rest() ? Optional.of("spark://" + HOST + ":" + restPort) : Optional.empty();
  }

  /** Returns the settings that say where the master is asked over HTTP. */
  public Map<String, String> settings() {
    return Map.of(
        "spark.master.ui.port", "" + URI.create(ui).getPort(),
        "spark.master.rest.port", "" + restPort);
  }

  /** Returns the roots of the workers' web UIs. */
  public List<String> workerPages() {
    return List.copyOf(workerPages);
  }

  /**
   * Returns what the master says of the applications that have ended: name, state and cores
   * granted.
   */
  public List<Map<String, Object>> completedApplications() throws IOException {
    List<Map<String, Object>> applications = new ArrayList<>();
    for (JsonNode app : state().get("completedapps")) {
      applications.add(
          Map.of(
              "name", app.get("name").asText(),
              "state", app.get("state").asText(),
              "coresGranted", app.get("cores").asInt()));
    }
    return applications;
  }

  /**
   * Returns what the master says of drivers: id and state, those that have ended after those that
   * run.
   */
  public List<Map<String, String>> drivers() throws IOException {
    List<Map<String, String>> drivers = new ArrayList<>();
    for (String kind : List.of("activedrivers", "completeddrivers")) {
      for (JsonNode driver : state().get(kind)) {
        drivers.add(Map.of("id", driver.get("id").asText(), "state", driver.get("state").asText()));
      }
    }
    return drivers;
  }

  /** Returns how many applications the master holds for running. */
  public int activeApplications() throws IOException {
    return state().get("activeapps").size();
  }

  /** Ends the master at once, as a machine that goes dark. */
  public void killMaster() {
    master.crash();
  }

  /** Ends a worker at once; what it started notices by itself. The first worker is 1. */
  public void killWorker(int number) {
    workers.get(number - 1).crash();
  }

  /** Ends the worker that runs a driver, and says whether there was one. */
  public boolean killWorkerOfDriver() {
    Optional<SparkDaemon> found =
        workers.stream().filter(worker -> !worker.started(DRIVER).isEmpty()).findFirst();
    found.ifPresent(SparkDaemon::crash);
    return found.isPresent();
  }

  /** Ends one executor at once, and says whether there was one. */
  public boolean killExecutor() {
    return killOne(EXECUTOR);
  }

  /** Ends one driver of cluster mode at once, and says whether there was one. */
  public boolean killDriver() {
    return killOne(DRIVER);
  }

  @Override
  public void close() {
    Runtime.getRuntime().removeShutdownHook(atShutdown);
    endAll();
  }

  private void endAll() {
    daemons.forEach(SparkDaemon::end);
  }

  private boolean killOne(String mainClass) {
    Optional<ProcessHandle> found =
        workers.stream().flatMap(worker -> worker.started(mainClass).stream()).findFirst();
    found.ifPresent(ProcessHandle::destroyForcibly);
    return found.isPresent();
  }

  private JsonNode state() throws IOException {
    return new ObjectMapper().readTree(URI.create(ui + "/json/").toURL());
  }

  private void startWorker(int number) throws IOException {
    Path work = Files.createDirectories(setup.folder().resolve("work-" + number));
    List<String> offer =
        List.of(
            "--cores",
            "" + setup.cores(),
            "--memory",
            setup.memory(),
            "--work-dir",
            work.toString(),
            url);
    workers.add(
        daemon("worker-" + number, List.of(), "org.apache.spark.deploy.worker.Worker", offer));
  }

  private SparkDaemon daemon(
      String name, List<String> options, String mainClass, List<String> arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx512m");
    command.addAll(List.of(setup.moduleOptions().split("\\s+", -1)));
    command.addAll(options);
    command.addAll(List.of("-cp", home.resolve("jars") + "/*", mainClass));
    command.addAll(List.of("--host", HOST, "--port", "0", "--webui-port", "0"));
    command.addAll(arguments);
    Path log = setup.folder().resolve(name + ".log");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder
        .environment()
        .putAll(
            Map.of(
                "SPARK_LOCAL_IP", HOST,
                "SPARK_HOME", home.toString(),
                "SPARK_SCALA_VERSION", setup.scala()));
    SparkDaemon daemon = new SparkDaemon(builder.start(), log);
    daemons.add(daemon);
    return daemon;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
