/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.standalone;

import io.github.sparkmaven.conf.Layer;
import io.github.sparkmaven.conf.LayeredConf;
import io.github.sparkmaven.conf.Setting;
import io.github.sparkmaven.conf.SparkVersion;
import io.github.sparkmaven.hardware.DeclaredCluster;
import io.github.sparkmaven.hardware.DeclaredMachines;
import io.github.sparkmaven.hardware.DeployMode;
import io.github.sparkmaven.hardware.Machine;
import io.github.sparkmaven.hardware.Manager;
import io.github.sparkmaven.hardware.NodeRange;
import io.github.sparkmaven.plan.Job;
import io.github.sparkmaven.plan.Plan;
import io.github.sparkmaven.plan.PlanRequest;
import io.github.sparkmaven.plan.Planning;
import io.github.sparkmaven.standalone.MasterCase.Driver;
import io.github.sparkmaven.standalone.MasterCase.Worker;
import io.github.sparkmaven.tuning.Language;
import io.github.sparkmaven.tuning.Workload;
import io.github.sparkmaven.unit.MemorySize;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.network.util.JavaUtils;

/**
 * A cluster as a user declares it in a POM, and a job to plan for it.
 *
 * @param groups the machines
 * @param deployMode where the driver runs
 * @param language what the job's code runs in
 * @param pins the Spark keys that the POM sets
 * @param spreadOut {@code spark.deploy.spreadOut} of the master
 */
record PlannedCase(
    List<Group> groups,
    DeployMode deployMode,
    Language language,
    Map<String, String> pins,
    boolean spreadOut) {
  private static final Machine HERE = new Machine(8, MemorySize.ofMebibytes(16_384));

  PlannedCase {
    groups = List.copyOf(groups);
    pins = Collections.unmodifiableMap(new TreeMap<>(pins));
  }

  /**
   * Machines that are alike, each with a worker that was told nothing of its size.
   *
   * @param nodes how many
   * @param cores cores of one
   * @param memoryMib memory of one
   */
  record Group(int nodes, int cores, long memoryMib) {

    /** WorkerArguments: all the cores that there are, and all the memory but 1 GiB. */
    Worker worker() {
      return new Worker(cores, Math.toIntExact(memoryMib - 1024));
    }

    private DeclaredMachines declared() {
      return new DeclaredMachines(
          Optional.of(NodeRange.of(nodes)),
          OptionalInt.of(cores),
          Optional.of(MemorySize.ofMebibytes(memoryMib)),
          OptionalInt.empty(),
          false);
    }
  }

  boolean homogeneous() {
    return groups.size() == 1;
  }

  /** Returns the workers, as Spark's own would register. */
  List<Worker> workers() {
    return groups.stream()
        .flatMap(group -> Collections.nCopies(group.nodes(), group.worker()).stream())
        .toList();
  }

  /** Plans, as every goal does. */
  Plan plan() {
    return Planning.plan(
        new PlanRequest(
            new SparkVersion("3.5.5", "2.12"),
            17,
            "proof",
            new Job(Optional.empty(), Optional.of("Stub"), Optional.empty(), List.of()),
            declared(),
            Workload.of(language),
            LayeredConf.empty().with(Layer.PLUGIN, pins, "conf"),
            Optional.empty(),
            HERE,
            Path.of("target").toAbsolutePath(),
            List.of()));
  }

  private DeclaredCluster declared() {
    Map<String, DeclaredMachines> named = new TreeMap<>();
    for (int i = 0; i < groups.size(); i++) {
      named.put("group" + i, groups.get(i).declared());
    }
    return new DeclaredCluster(
        Optional.of(Manager.STANDALONE),
        Optional.empty(),
        Optional.of(deployMode),
        homogeneous() ? groups.get(0).declared() : DeclaredMachines.NOTHING,
        homogeneous() ? Map.of() : named,
        Optional.empty(),
        new DeclaredCluster.Reserved(OptionalInt.empty(), Optional.empty()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** Returns all that Spark would be told. */
  static Map<String, String> settings(Plan plan) {
    return plan.conf().effective().stream().collect(Collectors.toMap(Setting::key, Setting::value));
  }

  /** Returns the driver that spark-submit would ask for: its defaults are 1 core and 1 GiB. */
  Optional<Driver> driver(Map<String, String> settings) {
    return deployMode == DeployMode.CLIENT
        ? Optional.empty()
        : Optional.of(
            new Driver(
                Integer.parseInt(settings.getOrDefault("spark.driver.cores", "1")),
                Math.toIntExact(
                    JavaUtils.byteStringAsMb(settings.getOrDefault("spark.driver.memory", "1g")))));
  }

  @Override
  public String toString() {
    String machines =
        groups.stream()
            .map(
                group ->
                    group.nodes() + " x " + group.cores() + " cores " + group.memoryMib() + " MiB")
            .collect(Collectors.joining(" + "));
    return machines
        + " "
        + deployMode.label()
        + " "
        + language.label()
        + " "
        + pins
        + (spreadOut ? "" : " packed");
  }
}
