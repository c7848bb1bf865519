/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The process of a pod's container, run on this machine without a container: what the entry point
 * of Spark's image does, with the Spark home of this machine in the image's place.
 *
 * <p>Differences to a cluster: {@code /opt/spark/conf} is a temporary folder, the file system is
 * this machine's, every address is 127.0.0.1, the driver's ports are free ones rather than 7078 and
 * 7079, it reaches the API at the double's own URL, and no limit of memory or processor is kept.
 */
final class PodProcess {
  private static final String CONF = "/opt/spark/conf";

  private final JsonNode pod;
  private final Supplier<Map<String, String>> files;
  private final Image image;
  private final Path folder;
  private @Nullable Process process;
  private boolean ended;

  /**
   * Describes a process.
   *
   * @param files what the pod's config maps hold so far: they are made after the pod
   */
  PodProcess(JsonNode pod, Supplier<Map<String, String>> files, Image image, Path folder)
      throws IOException {
    Files.createDirectories(folder);
    this.pod = pod;
    this.files = files;
    this.image = image;
    this.folder = folder;
  }

  /** Makes the process of a pod; nothing is started. */
  interface Factory {
    PodProcess of(ObjectNode pod) throws IOException;
  }

  /**
   * What stands in for the image.
   *
   * @param home a Spark home
   * @param java a JDK
   * @param api the API's URL
   */
  record Image(Path home, Path java, String api) {}

  Path log() {
    return folder.resolve("log");
  }

  /** Runs and returns the exit code. */
  int run() throws IOException, InterruptedException {
    Map<String, String> conf = mounted();
    for (Map.Entry<String, String> file : conf.entrySet()) {
      Files.writeString(folder.resolve(file.getKey()), file.getValue());
    }
    JsonNode container = pod.at("/spec/containers/0");
    Map<String, String> variables = variables(container);
    List<String> arguments = new ArrayList<>();
    container.path("args").forEach(argument -> arguments.add(argument.asText()));
    ProcessBuilder builder =
        new ProcessBuilder(
                arguments.get(0).equals("executor") ? executor(variables) : driver(arguments, conf))
            .redirectErrorStream(true)
            .redirectOutput(log().toFile())
            .directory(folder.toFile());
    builder.environment().putAll(variables);
    return start(builder).waitFor();
  }

  /** A container does not start before what it mounts is there. */
  private Map<String, String> mounted() throws InterruptedException {
    boolean mounts = false;
    for (JsonNode volume : pod.at("/spec/volumes")) {
      mounts |= volume.has("configMap");
    }
    Map<String, String> conf = files.get();
    while (mounts && conf.isEmpty() && !over()) {
      Thread.sleep(50);
      conf = files.get();
    }
    return conf;
  }

  private synchronized boolean over() {
    return ended;
  }

  private synchronized Process start(ProcessBuilder builder) throws IOException {
    if (ended) {
      throw new IOException("the pod was deleted");
    }
    process = builder.start();
    return process;
  }

  /** Ends the process and what it started: asks, then by force when the grace is over. */
  synchronized void end(long graceSeconds) {
    ended = true;
    if (process == null) {
      return;
    }
    List<ProcessHandle> all =
        Stream.concat(Stream.of(process.toHandle()), process.descendants()).toList();
    all.forEach(ProcessHandle::destroy);
    for (ProcessHandle handle : all) {
      try {
        handle.onExit().get(graceSeconds, TimeUnit.SECONDS);
      } catch (TimeoutException | ExecutionException e) {
        handle.destroyForcibly();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private List<String> driver(List<String> arguments, Map<String, String> conf) {
    List<String> command = new ArrayList<>(List.of(image.home().resolve("bin/spark-submit") + ""));
    Map<String, String> settings =
        new TreeMap<>(
            Map.of(
                "spark.driver.bindAddress", "127.0.0.1",
                "spark.driver.host", "127.0.0.1",
                "spark.driver.port", "0",
                "spark.driver.blockManager.port", "0"));
    if (!conf.getOrDefault("spark.properties", "").contains("spark.kubernetes.driver.master=")) {
      settings.put("spark.kubernetes.driver.master", image.api());
    }
    settings.forEach((key, value) -> command.addAll(List.of("--conf", key + "=" + value)));
    command.addAll(List.of("--deploy-mode", "client"));
    arguments.stream()
        .skip(1)
        .map(argument -> argument.replace(CONF + "/", folder + "/"))
        .forEach(command::add);
    return command;
  }

  private List<String> executor(Map<String, String> variables) {
    List<String> command = new ArrayList<>(List.of(image.java().resolve("bin/java").toString()));
    variables.forEach(
        (name, value) -> {
          if (name.startsWith("SPARK_JAVA_OPT_")) {
            command.add(value);
          }
        });
    command.add("-Xmx" + variables.get("SPARK_EXECUTOR_MEMORY"));
    command.addAll(List.of("-cp", image.home().resolve("jars") + File.separator + "*"));
    command.add("org.apache.spark.scheduler.cluster.k8s.KubernetesExecutorBackend");
    Map<String, String> options =
        Map.of(
            "--driver-url", "SPARK_DRIVER_URL",
            "--executor-id", "SPARK_EXECUTOR_ID",
            "--cores", "SPARK_EXECUTOR_CORES",
            "--app-id", "SPARK_APPLICATION_ID",
            "--hostname", "SPARK_EXECUTOR_POD_IP",
            "--resourceProfileId", "SPARK_RESOURCE_PROFILE_ID",
            "--podName", "SPARK_EXECUTOR_POD_NAME");
    options.forEach(
        (option, name) -> command.addAll(List.of(option, variables.getOrDefault(name, ""))));
    return command;
  }

  private Map<String, String> variables(JsonNode container) {
    Map<String, String> variables = new TreeMap<>();
    for (JsonNode variable : container.path("env")) {
      String field = variable.at("/valueFrom/fieldRef/fieldPath").asText("");
      String value =
          switch (field) {
            case "status.podIP" -> "127.0.0.1";
            case "metadata.name" -> pod.at("/metadata/name").asText();
            default -> variable.path("value").asText("");
          };
      variables.put(variable.path("name").asText(), value);
    }
    variables.put("JAVA_HOME", image.java().toString());
    variables.put("SPARK_CONF_DIR", folder.toString());
    variables.put("SPARK_LOCAL_DIRS", folder.toString());
    variables.put("SPARK_LOCAL_IP", "127.0.0.1");
    return variables;
  }
}
