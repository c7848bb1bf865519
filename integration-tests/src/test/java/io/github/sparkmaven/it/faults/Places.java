/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.it.faults;

import io.github.sparkmaven.it.StandaloneCluster;
import io.github.sparkmaven.it.StandaloneSetup;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The clusters of the matrix: each is started with the first row that needs it, and shared. */
final class Places implements AutoCloseable {
  private static final Map<String, String> LOOPBACK = Map.of("SPARK_LOCAL_IP", "127.0.0.1");
  // A row that ends one of the cluster's daemons has a cluster of its own.
  private static final List<String> DESTRUCTIVE = List.of("worker killed", "master gone");

  private final Path work;
  private final Map<String, Place> started = new HashMap<>();
  private final List<AutoCloseable> running = new ArrayList<>();

  Places(Path work) {
    this.work = work;
  }

  /** Returns where a row runs. */
  Place of(Fault fault, FaultJob job) throws IOException, InterruptedException {
    String manager = fault.place().split("-", 2)[0];
    String own = DESTRUCTIVE.contains(fault.name()) ? fault.toString() : "";
    String key = manager + fault.spark() + own;
    Place known = started.get(key);
    if (known == null) {
      known = start(manager, fault, job);
      started.put(key, known);
    }
    return known;
  }

  private Place start(String manager, Fault fault, FaultJob job)
      throws IOException, InterruptedException {
    return switch (manager) {
      case "local" -> new Place(List.of(), LOOPBACK, List::of, () -> {});
      case "standalone" -> standalone(home(fault, job));
      case "yarn" -> yarn(home(fault, job));
      case "kubernetes" -> kubernetes(home(fault, job));
      default -> throw new IllegalArgumentException(manager);
    };
  }

  private Place standalone(Path home) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory(Files.createDirectories(work), "standalone");
    StandaloneCluster cluster =
        StandaloneCluster.start(
            StandaloneSetup.ofHome(home, folder).withWorkers(2, 2, "3g").withRest());
    running.add(cluster);
    List<String> arguments = new ArrayList<>(List.of("-Dspark.master=" + cluster.url()));
    cluster.settings().forEach((key, value) -> arguments.add("-D" + key + "=" + value));
    return new Place(arguments, LOOPBACK, () -> known(cluster), cluster::killMaster);
  }

  /** A master that a row has ended knows nothing any more. */
  private static List<String> known(StandaloneCluster cluster) throws IOException {
    try {
      return alive(cluster);
    } catch (ConnectException e) {
      return List.of();
    }
  }

  private static List<String> alive(StandaloneCluster cluster) throws IOException {
    List<String> alive = new ArrayList<>();
    for (Map<String, String> driver : cluster.drivers()) {
      if (List.of("RUNNING", "SUBMITTED").contains(driver.get("state"))) {
        alive.add(driver.toString());
      }
    }
    int applications = cluster.activeApplications();
    return applications == 0 ? alive : List.of(alive + " and " + applications + " applications");
  }

  private Place yarn(Path home) throws IOException {
    Path folder = Files.createTempDirectory(Files.createDirectories(work), "yarn");
    Server server =
        Server.start(
            "yarn",
            List.of("--add-opens", "java.base/java.lang=ALL-UNNAMED", "-Xmx1g"),
            "io.github.sparkmaven.yarn.MiniYarnMain",
            List.of(folder.resolve("mini").toString()),
            folder.resolve("yarn.log"));
    running.add(server);
    Map<String, String> environment = new HashMap<>(LOOPBACK);
    environment.put("HADOOP_CONF_DIR", server.said());
    // Otherwise each row would upload all of Spark.
    return new Place(
        List.of("-Dspark.yarn.jars=local:" + home.resolve("jars") + "/*"),
        environment,
        List::of,
        () -> {});
  }

  private Place kubernetes(Path home) throws IOException {
    Path folder = Files.createTempDirectory(Files.createDirectories(work), "kubernetes");
    Server server =
        Server.start(
            "kubernetes",
            List.of(),
            "io.github.sparkmaven.kubernetes.KubernetesApiDouble",
            List.of(home.toString(), folder.resolve("pods").toString()),
            folder.resolve("api.log"));
    running.add(server);
    return new Place(
        List.of("-Dspark.master=k8s://" + server.said()), LOOPBACK, List::of, () -> {});
  }

  /** The home that the plugin itself makes for the row. */
  private static Path home(Fault fault, FaultJob job) throws IOException, InterruptedException {
    MavenBuild build =
        job.build(
            "home-" + fault.place(),
            List.of("-q", "spark:home", "-Dspark.maven.environment=" + fault.place()),
            LOOPBACK);
    if (build.await() != 0) {
      throw new AssertionError("no Spark home:\n" + build.text());
    }
    return Path.of(build.text().strip().lines().reduce("", (before, last) -> last));
  }

  @Override
  public void close() {
    for (AutoCloseable cluster : running) {
      try {
        cluster.close();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /**
   * A cluster in a JVM of its own, on the class path of the module that has it.
   *
   * @param said its first line
   */
  private record Server(Process process, String said) implements AutoCloseable {

    static Server start(
        String module, List<String> options, String mainClass, List<String> arguments, Path log)
        throws IOException {
      Path base = Path.of(System.getProperty("faults.base")).resolve(module);
      Path classPath = base.resolve("target/class-path");
      if (!Files.exists(classPath)) {
        throw new AssertionError(
            "There is no " + classPath + ": run mvn verify at the root, which builds it");
      }
      List<String> command =
          new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString()));
      command.addAll(options);
      command.add("-cp");
      command.add(
          base.resolve("target/test-classes")
              + ":"
              + base.resolve("target/classes")
              + ":"
              + Files.readString(classPath).strip());
      command.add(mainClass);
      command.addAll(arguments);
      Process process =
          new ProcessBuilder(command).redirectError(log.toFile()).directory(base.toFile()).start();
      BufferedReader out =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
      String line = out.readLine();
      if (line == null) {
        throw new AssertionError(mainClass + " does not start:\n" + Files.readString(log));
      }
      return new Server(process, line);
    }

    /** It ends with its standard input. */
    @Override
    public void close() {
      try {
        process.getOutputStream().close();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
          process.destroyForcibly();
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        process.destroyForcibly();
      }
    }
  }
}
