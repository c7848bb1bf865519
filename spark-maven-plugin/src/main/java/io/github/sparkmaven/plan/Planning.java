/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.plan;

import io.github.sparkmaven.conf.LayeredConf;
import io.github.sparkmaven.conf.Setting;
import io.github.sparkmaven.hardware.Cluster;
import io.github.sparkmaven.hardware.ClusterDefaults;
import io.github.sparkmaven.hardware.DeployMode;
import io.github.sparkmaven.hardware.Manager;
import io.github.sparkmaven.plan.kubernetes.PodNeeds;
import io.github.sparkmaven.plan.kubernetes.PodTemplates;
import io.github.sparkmaven.problem.InputException;
import io.github.sparkmaven.problem.Problems;
import io.github.sparkmaven.tuning.Contradictions;
import io.github.sparkmaven.tuning.Planner;
import io.github.sparkmaven.tuning.Tuning;
import io.github.sparkmaven.tuning.Workload;
import io.github.sparkmaven.tuning.rule.TuningRules;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes plans: what every goal calls that starts Spark or shows what it would be told. */
public final class Planning {
  private Planning() {}

  /**
   * Makes a plan; nothing is read or written.
   *
   * @throws InputException with all problems of the request at once
   */
  public static Plan plan(PlanRequest request) {
    Problems problems = new Problems();
    List<String> ofKeys = new KeyReport(request, problems).warnings();
    Problems ofPins = new Problems();
    Workload workload =
        new Pins(request.conf(), request.spark(), request.cluster(), ofPins)
            .applyTo(request.workload());
    // A value that the registry refuses is not told of twice.
    ofPins.all().stream()
        .filter(
            pin -> problems.all().stream().noneMatch(told -> told.where().endsWith(pin.where())))
        .forEach(pin -> problems.add(pin.where(), pin.what(), pin.fix()));
    Optional<Cluster> complete =
        new ClusterDefaults(request.cluster(), request.machine(), problems).complete();
    complete.ifPresent(
        found ->
            new Contradictions(
                    found, workload, new PinReader(request.conf(), problems)::where, problems)
                .find());
    problems.throwIfAny();
    Cluster cluster = complete.orElseThrow();
    Tuning planned = new Planner(cluster, workload).plan();
    PodTemplates pods = pods(cluster);
    List<Setting> rules =
        TuningRules.settings(new Facts(request, cluster, workload).of(planned.layout()));
    LayeredConf conf =
        request
            .conf()
            .with(planned.settings())
            .with(new SiteOptions(request.conf()).after(rules))
            .with(new PodSettings(pods, request.folder()).all());
    Tuning tuning =
        planned.withWarnings(
            Stream.of(
                    UnmodelledKeys.warnings(conf),
                    new NeededKeys(cluster.manager(), planned.layout(), conf).warnings(),
                    request.notes(),
                    ofKeys)
                .flatMap(List::stream)
                .toList());
    return new Plan(
        request.spark(),
        request.environment(),
        request.job(),
        cluster,
        workload,
        tuning,
        conf,
        pods);
  }

  private static PodTemplates pods(Cluster cluster) {
    boolean pods = cluster.manager() == Manager.KUBERNETES;
    return PodTemplates.of(
        new PodNeeds(
            pods && cluster.hasSpot(),
            cluster.groups().stream().anyMatch(group -> !group.spot()),
            // Such nodes are tainted whether or not the job uses their GPUs.
            pods && cluster.groups().stream().anyMatch(group -> group.gpus() > 0),
            cluster.deployMode() == DeployMode.CLUSTER));
  }
}
