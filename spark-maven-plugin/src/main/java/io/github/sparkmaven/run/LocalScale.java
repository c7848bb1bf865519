/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.run;

import io.github.sparkmaven.conf.Layer;
import io.github.sparkmaven.conf.LayeredConf;
import io.github.sparkmaven.conf.Setting;
import io.github.sparkmaven.hardware.DeclaredCluster;
import io.github.sparkmaven.hardware.Manager;
import io.github.sparkmaven.hardware.MasterUrl;
import io.github.sparkmaven.plan.PlanRequest;
import io.github.sparkmaven.problem.InputException;
import io.github.sparkmaven.runtime.LocalSettings;
import io.github.sparkmaven.tuning.GpuPins;
import io.github.sparkmaven.tuning.LayoutPins;
import io.github.sparkmaven.tuning.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An environment's configuration scaled to this computer: the same job, planned for local mode,
 * with the user's settings but for those that only say something of a cluster.
 *
 * @param request for the plan of local mode
 * @param leftOut the settings that are not used, in the order of their keys
 */
public record LocalScale(PlanRequest request, List<Setting> leftOut) {
  private static final String MASTER = "spark.master";
  private static final String MEMORY = "spark.driver.memory";
  // What a user gives for many machines, or for those of a cluster, and Spark reads in local mode
  // too.
  private static final List<String> OF_CLUSTER =
      List.of(
          "spark.speculation",
          "spark.decommission.",
          "spark.storage.decommission.",
          "spark.task.resource.",
          "spark.driver.resource.",
          "spark.local.dir");

  /** Copies the list. */
  public LocalScale {
    leftOut = List.copyOf(leftOut);
  }

  /**
   * Scales the request of the environment.
   *
   * @throws InputException if the command line asks for a cluster
   */
  public static LocalScale of(PlanRequest asked) {
    Optional<String> master = master(asked.conf());
    List<Setting> kept = new ArrayList<>();
    List<Setting> leftOut = new ArrayList<>();
    for (Setting setting : asked.conf().effective()) {
      if (isKept(setting)) {
        kept.add(setting);
      } else if (setting.layer() != Layer.COMMAND_LINE) {
        leftOut.add(setting);
      }
    }
    return new LocalScale(
        new PlanRequest(
            asked.spark(),
            asked.javaVersion(),
            asked.environment(),
            asked.job(),
            cluster(asked.cluster(), master),
            workload(asked.workload()),
            LayeredConf.empty().with(kept),
            asked.keys(),
            asked.machine(),
            asked.folder(),
            List.of()),
        leftOut);
  }

  private static Optional<String> master(LayeredConf conf) {
    Optional<String> master =
        conf.find(MASTER)
            .filter(setting -> setting.layer() == Layer.COMMAND_LINE)
            .map(Setting::value);
    master
        .filter(url -> MasterUrl.managerOf(url).filter(Manager.LOCAL::equals).isEmpty())
        .ifPresent(
            url -> {
              throw new InputException(
                  "-D" + MASTER,
                  "'" + url + "' is no local master, and spark:run runs jobs in local mode alone",
                  "Give local[N] or leave it out; mvn package spark:submit -D"
                      + MASTER
                      + "="
                      + url
                      + " goes to the cluster");
            });
    return master;
  }

  /** What stands on the command line is meant for this run, but where it runs is told above. */
  private static boolean isKept(Setting setting) {
    return switch (setting.layer()) {
      case COMMAND_LINE -> !setting.key().equals(MASTER);
      case ENVIRONMENT, JOB, PLUGIN, PLAN, SITE -> holds(setting.key());
    };
  }

  private static boolean holds(String key) {
    return key.equals(MEMORY)
        || (!LocalSettings.isOfCluster(key) && OF_CLUSTER.stream().noneMatch(key::startsWith));
  }

  private static DeclaredCluster cluster(DeclaredCluster declared, Optional<String> master) {
    return master
        .map(DeclaredCluster.NOTHING::withMaster)
        .orElseGet(
            () ->
                declared.managerOrDefault() == Manager.LOCAL ? declared : DeclaredCluster.NOTHING);
  }

  /** Pins of executors and GPUs are the cluster's; the driver's heap is that of the one JVM. */
  private static Workload workload(Workload asked) {
    return new Workload(
        asked.language(),
        asked.kind(),
        asked.inputSize(),
        Optional.empty(),
        LayoutPins.NONE,
        asked.memory(),
        asked.driver(),
        GpuPins.NONE);
  }
}
