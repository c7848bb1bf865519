/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.launcher.JavaModuleOptions;

/**
 * A real standalone master and one real worker on free loopback ports; ended with this JVM at the
 * latest.
 *
 * <p>A worker may declare any cores and memory: executors only reserve them.
 */
public final class StandaloneCluster implements AutoCloseable {
  private static final Pattern MASTER = Pattern.compile("Starting Spark master at (spark://\\S+)");
  private static final Pattern UI = Pattern.compile("MasterWebUI.* started at (http://\\S+)");
  private static final Pattern REGISTERED = Pattern.compile("Successfully registered with master");

  private final List<Daemon> daemons = new ArrayList<>();
  private final Thread atShutdown = new Thread(this::endAll, "end-standalone-cluster");
  private final String url;
  private final String ui;

  private StandaloneCluster(String classPath, Path folder, int cores, String memory)
      throws IOException, InterruptedException {
    Runtime.getRuntime().addShutdownHook(atShutdown);
    Path home = home(classPath, folder.resolve("home"));
    Daemon master =
        daemon(
            home,
            folder.resolve("master.log"),
            "org.apache.spark.deploy.master.Master",
            "--host",
            "127.0.0.1",
            "--port",
            "0",
            "--webui-port",
            "0");
    this.url = master.await(MASTER);
    this.ui = master.await(UI);
    daemon(
            home,
            folder.resolve("worker.log"),
            "org.apache.spark.deploy.worker.Worker",
            "--host",
            "127.0.0.1",
            "--port",
            "0",
            "--webui-port",
            "0",
            "--cores",
            "" + cores,
            "--memory",
            memory,
            "--work-dir",
            folder.resolve("work").toString(),
            url)
        .await(REGISTERED);
  }

  /**
   * Starts master and worker, and waits until the worker is registered.
   *
   * @param classPath a class path that holds a Spark
   * @param folder where logs and work go
   * @param cores what the worker offers
   * @param memory what the worker offers, as Spark writes it
   */
  public static StandaloneCluster start(String classPath, Path folder, int cores, String memory)
      throws IOException, InterruptedException {
    return new StandaloneCluster(classPath, folder, cores, memory);
  }

  /** Returns the master's URL. */
  public String url() {
    return url;
  }

  /**
   * Returns what the master says of the applications that have ended: name, state and cores
   * granted.
   */
  public List<Map<String, Object>> completedApplications() throws IOException {
    JsonNode json = new ObjectMapper().readTree(URI.create(ui + "/json/").toURL());
    List<Map<String, Object>> applications = new ArrayList<>();
    for (JsonNode app : json.get("completedapps")) {
      applications.add(
          Map.of(
              "name", app.get("name").asText(),
              "state", app.get("state").asText(),
              "coresGranted", app.get("cores").asInt()));
    }
    return applications;
  }

  @Override
  public void close() {
    Runtime.getRuntime().removeShutdownHook(atShutdown);
    endAll();
  }

  private void endAll() {
    daemons.forEach(Daemon::end);
  }

  /** A worker starts executors from the jars of its own home. */
  private static Path home(String classPath, Path home) throws IOException {
    Path jars = Files.createDirectories(home.resolve("jars"));
    for (String entry : classPath.split(File.pathSeparator, -1)) {
      Path jar = Path.of(entry);
      if (entry.endsWith(".jar")) {
        Files.createSymbolicLink(jars.resolve(Objects.requireNonNull(jar.getFileName())), jar);
      }
    }
    return home;
  }

  private Daemon daemon(Path home, Path log, String mainClass, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx512m");
    command.addAll(List.of(JavaModuleOptions.defaultModuleOptions().trim().split("\\s+")));
    command.addAll(List.of("-cp", home.resolve("jars") + "/*", mainClass));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder
        .environment()
        .putAll(
            Map.of(
                "SPARK_LOCAL_IP", "127.0.0.1",
                "SPARK_HOME", home.toString(),
                "SPARK_SCALA_VERSION", "2.12"));
    Daemon daemon = new Daemon(builder.start(), log);
    daemons.add(daemon);
    return daemon;
  }

  private record Daemon(Process process, Path log) {
    private static final long PATIENCE_MILLIS = 60_000;

    /** Waits until the log shows a line, and returns its first group, or all of the match. */
    String await(Pattern line) throws IOException, InterruptedException {
      long end = System.currentTimeMillis() + PATIENCE_MILLIS;
      while (process.isAlive() && System.currentTimeMillis() < end) {
        Matcher found = line.matcher(Files.readString(log));
        if (found.find()) {
          return found.group(found.groupCount());
        }
        process.waitFor(100, TimeUnit.MILLISECONDS);
      }
      throw new IllegalStateException(
          "no '" + line + "' in " + log + ":\n" + Files.readString(log));
    }

    void end() {
      List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
      all.add(process.toHandle());
      all.forEach(ProcessHandle::destroy);
      all.forEach(handle -> handle.onExit().orTimeout(10, TimeUnit.SECONDS).join());
    }
  }
}
