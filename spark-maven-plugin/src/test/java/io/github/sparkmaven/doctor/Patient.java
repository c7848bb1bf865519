/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.doctor;

import io.github.sparkmaven.cluster.Target;
import io.github.sparkmaven.conf.Layer;
import io.github.sparkmaven.conf.LayeredConf;
import io.github.sparkmaven.conf.SparkVersion;
import io.github.sparkmaven.hardware.DeployMode;
import io.github.sparkmaven.hardware.Manager;
import io.github.sparkmaven.home.JavaHome;
import io.github.sparkmaven.plan.Plan;
import io.github.sparkmaven.problem.Problem;
import io.github.sparkmaven.python.PythonProject;
import io.github.sparkmaven.unit.TimeLimit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A sound machine and project in a folder, made ill by each test in one way. */
final class Patient {
  final NetworkFake network = new NetworkFake();
  final Path folder;
  Optional<SparkVersion> spark = Optional.of(new SparkVersion("3.5.5", "2.12"));
  LayeredConf conf = LayeredConf.empty();
  Optional<Plan> plan = Optional.empty();
  List<Problem> problems = List.of();
  List<Path> toolchains = List.of();
  boolean usesToolchains = false;
  String maven = "3.9.9";
  long mavenHeapMib = 512;
  Optional<JavaHome> java;
  Path ofMaven;
  Optional<Path> home = Optional.empty();
  Optional<Path> confFolder = Optional.empty();
  Optional<Path> hadoopConfFolder = Optional.empty();
  Optional<PythonProject> python = Optional.empty();
  Commands commands =
      words -> {
        throw new IOException("Cannot run program \"" + words.get(0) + "\"");
      };
  private final Map<String, String> environment = new HashMap<>();
  private @Nullable Target target;

  Patient(Path folder) {
    this.folder = folder;
    this.ofMaven = folder.resolve("jdk");
    this.java = Optional.of(new JavaHome(ofMaven, 17));
    for (String name : List.of("jdk", "target", "cache", "tmp", "home", "root")) {
      file(name + "/.keep", "");
    }
    limits("20000", "20000", "8192");
    memory(32_000, 16_000);
  }

  /** Sets an environment variable. */
  Patient variable(String name, String value) {
    environment.put(name, value);
    return this;
  }

  /** Gives a Spark setting. */
  Patient setting(String key, String value) {
    conf = conf.with(Layer.PLUGIN, Map.of(key, value), "conf");
    return this;
  }

  /** Lets the job run elsewhere. */
  Patient on(Manager manager, String master, DeployMode mode) {
    target = new Target(manager, master, mode, conf);
    return this;
  }

  /** Writes a file below the folder, as in {@code root/proc/meminfo}. */
  Path file(String name, String text) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(Objects.requireNonNull(file.getParent()));
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lets the system allow so many open files, soft and hard, and processes. */
  Patient limits(String softFiles, String hardFiles, String processes) {
    file(
        "root/proc/self/limits",
        "Limit                     Soft Limit           Hard Limit           Units\n"
            + ("Max processes             " + processes + "      unlimited      processes\n")
            + ("Max open files            " + softFiles + "      " + hardFiles + "    files\n"));
    return this;
  }

  /** Gives the machine so much memory in MiB, and so much of it free. */
  Patient memory(long total, long available) {
    file(
        "root/proc/meminfo",
        "MemTotal:       "
            + total * 1024
            + " kB\nMemFree:        1 kB\nMemAvailable:   "
            + available * 1024
            + " kB\nSwapTotal:       1048576 kB\n");
    return this;
  }

  DoctorRequest request() {
    return new DoctorRequest(
        new DoctorRequest.Project(spark, reached(), conf, plan, problems),
        new DoctorRequest.Build(maven, mavenHeapMib, ofMaven, java, toolchains, usesToolchains),
        new DoctorRequest.Places(
            folder.resolve("target"), folder.resolve("cache"), home, confFolder, hadoopConfFolder),
        python,
        new TimeLimit(Duration.ofSeconds(30)));
  }

  /** A setting may have been given after the target was named. */
  private Optional<Target> reached() {
    return Optional.ofNullable(target)
        .map(to -> new Target(to.manager(), to.master(), to.mode(), conf));
  }

  Surroundings surroundings() {
    return new Surroundings(
        environment,
        folder.resolve("tmp"),
        folder.resolve("home"),
        folder.resolve("root"),
        network,
        commands,
        Clock.fixed(Instant.parse("2025-01-02T12:00:00Z"), ZoneOffset.UTC));
  }

  ClientSite site() {
    return new ClientSite(request(), surroundings());
  }
}
