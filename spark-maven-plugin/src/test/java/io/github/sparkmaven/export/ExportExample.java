/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.export;

import io.github.sparkmaven.cluster.Target;
import io.github.sparkmaven.conf.Layer;
import io.github.sparkmaven.conf.LayeredConf;
import io.github.sparkmaven.conf.SparkVersion;
import io.github.sparkmaven.hardware.DeployMode;
import io.github.sparkmaven.hardware.Manager;
import io.github.sparkmaven.plan.kubernetes.PodTemplates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A job that is exported from a folder of its own; every file in it holds its own name. */
public final class ExportExample {
  private final Path folder;
  private final Map<String, String> conf = new TreeMap<>();
  private final Map<String, String> variables = new TreeMap<>();
  private final List<String> arguments = new ArrayList<>(List.of("--k", "", "Größe 雪"));
  private final List<String> jars = new ArrayList<>();
  private final List<String> files = new ArrayList<>();
  private final List<HomeJar> home = new ArrayList<>();
  private PodTemplates pods = new PodTemplates(Optional.empty(), Optional.empty());
  private Manager manager = Manager.LOCAL;
  private String master = "local[2]";
  private DeployMode mode = DeployMode.CLIENT;
  private Optional<String> job = Optional.empty();
  private LocalDateTime stamp = LocalDateTime.of(2024, 5, 1, 12, 30);

  /** Begins an example. */
  public ExportExample(Path folder) {
    this.folder = folder;
    conf.put("spark.master", master);
  }

  /** Adds a setting of the POM. */
  public ExportExample conf(String key, String value) {
    conf.put(key, value);
    return this;
  }

  /** Adds a variable of spark-submit. */
  public ExportExample variable(String name, String value) {
    variables.put(name, value);
    return this;
  }

  /** Sends it to a cluster. */
  public ExportExample to(Manager to, String url, DeployMode how) {
    manager = to;
    master = url;
    mode = how;
    return conf("spark.master", url);
  }

  /** Names the job. */
  public ExportExample job(String name) {
    job = Optional.of(name);
    return this;
  }

  ExportExample pods(String driver, String executor) {
    pods = new PodTemplates(Optional.of(driver), Optional.of(executor));
    return this;
  }

  ExportExample stamp(LocalDateTime time) {
    stamp = time;
    return this;
  }

  /** Adds an argument of the program. */
  public ExportExample argument(String argument) {
    arguments.add(argument);
    return this;
  }

  ExportExample jar(String resource) {
    jars.add(resource);
    return this;
  }

  ExportExample file(String resource) {
    files.add(resource);
    return this;
  }

  /** Adds a jar to the Spark home; a repository has it in the folder {@code repository}. */
  public ExportExample homeJar(String artifact, String version) throws IOException {
    String path = "org/acme/" + artifact + "/" + version + "/" + artifact + "-" + version + ".jar";
    home.add(
        new HomeJar("org.acme:" + artifact + ":" + version, path, touch("repository/" + path)));
    return this;
  }

  /** Makes a file. */
  public Path touch(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    return Files.writeString(file, name);
  }

  /** Returns the request. */
  public ExportRequest request() throws IOException {
    Path runner = touch("own/spark-maven-runner-1.0.jar");
    return new ExportRequest(
        new Origin("com.acme", "clustering", "1.0-SNAPSHOT", job, "default"),
        new SparkVersion("3.5.5", "2.12"),
        new Target(
            manager, master, mode, LayeredConf.empty().with(Layer.PLUGIN, conf, "in the POM")),
        new Program(
            "job com.acme.Clustering",
            Optional.of("com.acme.Clustering"),
            touch("target/clustering.jar").toString(),
            arguments,
            jars,
            files,
            List.of(),
            List.of()),
        new FollowOptions("end", Optional.of("2h"), "fail", Optional.empty()),
        List.of(),
        variables,
        pods,
        home,
        new ExportRequest.OwnJars(List.of(touch("own/plugin-1.0.jar"), runner), runner),
        new ExportRequest.Places(folder, folder.resolve("target/spark/export")),
        stamp);
  }

  /** Exports it, and unpacks the bundle. */
  public Path unpacked() throws IOException {
    Path into = Files.createDirectories(folder.resolve("unpacked"));
    try (ZipFile zip = new ZipFile(Export.run(request()).bundle().toFile())) {
      Enumeration<? extends ZipEntry> entries = zip.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        Path file = into.resolve(entry.getName());
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.copy(zip.getInputStream(entry), file);
      }
    }
    Files.setPosixFilePermissions(
        into.resolve("bin/submit"), PosixFilePermissions.fromString("rwxr-xr-x"));
    return into;
  }
}
