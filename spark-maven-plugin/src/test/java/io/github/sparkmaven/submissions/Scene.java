/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submissions;

import io.github.sparkmaven.cluster.Target;
import io.github.sparkmaven.conf.Layer;
import io.github.sparkmaven.conf.LayeredConf;
import io.github.sparkmaven.hardware.DeployMode;
import io.github.sparkmaven.hardware.Manager;
import io.github.sparkmaven.home.HomeJvm;
import io.github.sparkmaven.home.JavaHome;
import io.github.sparkmaven.ledger.Intent;
import io.github.sparkmaven.ledger.Ledger;
import io.github.sparkmaven.ledger.Outcome;
import io.github.sparkmaven.ledger.Submission;
import io.github.sparkmaven.process.HostName;
import io.github.sparkmaven.process.RunningProcess;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A project's ledger beside a cluster, for the tests of the goals. */
final class Scene {
  static final String PROJECT = "0123456789abcdef";
  static final String OTHER = "fedcba9876543210";
  static final Instant NOW = Instant.parse("2025-02-01T08:00:00Z");
  static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  final FakeCluster cluster = new FakeCluster();
  final Path folder;
  final Ledger ledger;
  Optional<Target> target = Optional.of(target(Manager.YARN, "yarn", DeployMode.CLUSTER, Map.of()));

  Optional<String> host = HostName.here();

  Scene(Path folder) {
    this.folder = folder;
    this.ledger = new Ledger(folder);
  }

  static Target target(
      Manager manager, String master, DeployMode mode, Map<String, String> settings) {
    return new Target(
        manager, master, mode, LayeredConf.empty().with(Layer.PLUGIN, settings, "conf"));
  }

  SubmissionsRequest request(String... submission) {
    return new SubmissionsRequest(
        folder,
        Set.of(PROJECT),
        "prod",
        "-Dspark.maven.submission",
        submission.length == 0 ? Optional.empty() : Optional.of(submission[0]),
        target,
        (manager, spark) ->
            new HomeJvm(
                () -> {
                  throw new IllegalStateException("no home is needed");
                },
                JavaHome.of(Path.of(System.getProperty("java.home"))),
                Path.of("runner.jar"),
                Optional.empty(),
                Map.of()));
  }

  /** Writes a page of a day in January. */
  Submission submitted(int day, String manager, String mode, Outcome outcome) {
    return submitted(day, PROJECT, "prod", manager, mode, Map.of(), outcome);
  }

  Submission submitted(
      int day,
      String project,
      String environment,
      String manager,
      String mode,
      Map<String, String> settings,
      Outcome outcome) {
    String id = id(day);
    return ledger.write(
        new Submission(
            new Intent(
                id,
                project,
                "content",
                "job com.acme.Clustering",
                environment,
                manager,
                manager.equals("yarn") ? "yarn" : master(manager),
                mode,
                "3.5.5",
                "2.12",
                "job.jar",
                Optional.empty(),
                Instant.parse("2025-01-%02dT12:00:00Z".formatted(day)),
                host,
                folder.resolve(id).resolve("driver.log"),
                settings),
            outcome));
  }

  private static String master(String manager) {
    return manager.equals("local") ? "local[*]" : "spark://host:7077";
  }

  static String id(int day) {
    return "202501%02d-120000-00c0de".formatted(day);
  }

  static Outcome running(String application) {
    return outcome("running", Optional.of(application), Optional.empty());
  }

  static Outcome runs(RunningProcess process) {
    return outcome("running", Optional.empty(), Optional.of(process));
  }

  static Outcome outcome(
      String state, Optional<String> application, Optional<RunningProcess> process) {
    return new Outcome(
        state,
        "",
        application,
        Optional.empty(),
        Optional.empty(),
        process.map(RunningProcess::pid),
        process.map(RunningProcess::started),
        Optional.empty());
  }

  String stateInLedger(int day) {
    return ledger.find(id(day)).orElseThrow().outcome().state();
  }
}
