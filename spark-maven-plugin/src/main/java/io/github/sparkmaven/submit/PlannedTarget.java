/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submit;

import io.github.sparkmaven.cluster.Target;
import io.github.sparkmaven.conf.Layer;
import io.github.sparkmaven.conf.LayeredConf;
import io.github.sparkmaven.conf.Setting;
import io.github.sparkmaven.hardware.DeployMode;
import io.github.sparkmaven.hardware.MasterUrl;
import io.github.sparkmaven.plan.Plan;
import io.github.sparkmaven.problem.Problems;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** Where a plan's job is to run. */
public final class PlannedTarget {
  private PlannedTarget() {}

  /**
   * Returns the target.
   *
   * @throws io.github.sparkmaven.problem.InputException if no master is given, or one of another
   *     manager than the planned one
   */
  public static Target of(Plan plan) {
    return of(plan, Map.of());
  }

  /**
   * Returns the target.
   *
   * @param ofSubmit settings that the {@code submit} element stands for; a user's own keys win over
   *     them
   * @throws io.github.sparkmaven.problem.InputException if no master is given, or one of another
   *     manager than the planned one
   */
  public static Target of(Plan plan, Map<String, String> ofSubmit) {
    Problems problems = new Problems();
    Optional<Setting> master = plan.conf().find("spark.master");
    master
        .filter(
            given ->
                !MasterUrl.managerOf(given.value()).equals(Optional.of(plan.cluster().manager())))
        .ifPresent(given -> disagrees(given, plan, problems));
    problems.require(
        master.isPresent(),
        "cluster/master",
        "is missing, and a cluster is reached by its URL",
        "Give it in the POM, as in <master>spark://host:7077</master>, or -Dspark.master=spark://host:7077");
    problems.throwIfAny();
    return new Target(
        plan.cluster().manager(),
        master.orElseThrow().value(),
        deployMode(plan),
        with(plan.conf(), ofSubmit));
  }

  private static LayeredConf with(LayeredConf conf, Map<String, String> ofSubmit) {
    return conf.with(
        ofSubmit.entrySet().stream()
            .filter(entry -> conf.find(entry.getKey()).filter(PlannedTarget::isUsers).isEmpty())
            .map(entry -> new Setting(entry.getKey(), entry.getValue(), Layer.PLUGIN, "submit", ""))
            .toList());
  }

  private static boolean isUsers(Setting setting) {
    return setting.layer().compareTo(Layer.PLUGIN) <= 0;
  }

  private static void disagrees(Setting given, Plan plan, Problems problems) {
    problems.add(
        "spark.master",
        "'"
            + given.value()
            + "' ("
            + given.layer().label()
            + ": "
            + given.reason()
            + ") does not belong to the planned manager "
            + plan.cluster().manager().label(),
        "Give cluster/master, or plan for that manager");
  }

  private static DeployMode deployMode(Plan plan) {
    return plan.conf()
        .find("spark.submit.deployMode")
        .flatMap(
            setting ->
                Arrays.stream(DeployMode.values())
                    .filter(mode -> mode.label().equals(setting.value()))
                    .findFirst())
        .orElse(plan.cluster().deployMode());
  }
}
