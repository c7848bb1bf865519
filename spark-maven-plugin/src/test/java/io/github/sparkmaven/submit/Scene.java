/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submit;

import io.github.sparkmaven.cluster.ApplicationReport;
import io.github.sparkmaven.cluster.ApplicationState;
import io.github.sparkmaven.cluster.Tag;
import io.github.sparkmaven.cluster.Target;
import io.github.sparkmaven.conf.Layer;
import io.github.sparkmaven.conf.LayeredConf;
import io.github.sparkmaven.conf.SparkVersion;
import io.github.sparkmaven.hardware.DeployMode;
import io.github.sparkmaven.hardware.Manager;
import io.github.sparkmaven.home.HomeJvm;
import io.github.sparkmaven.home.JavaHome;
import io.github.sparkmaven.home.SparkHome;
import io.github.sparkmaven.ledger.Ledger;
import io.github.sparkmaven.ledger.Outcome;
import io.github.sparkmaven.unit.TimeLimit;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** One submission to a manager in memory, with a shell script in the place of spark-submit. */
final class Scene {
  static final Tag TAG = new Tag("0123456789abcdef", "20261122-215332-00c0de", "fedc");
  static final String YARN_ID = "application_1763840000000_0007";
  static final String DRIVER_ID = "driver-20261122215332-0007";
  static final String POD = "spark:clustering-driver";

  /** Impatient, but for what a test wants to see outlast the rest. */
  static final Patience QUICK =
      new Patience(
          Duration.ofMillis(10),
          Duration.ofMillis(10),
          Duration.ofMillis(300),
          Duration.ofMillis(100),
          Duration.ofMillis(10),
          Duration.ofMillis(100),
          Duration.ofMillis(300));

  final FakeCluster cluster = new FakeCluster();
  final Heard heard = new Heard();
  final MovingClock clock = new MovingClock();
  final Path folder;
  final Ledger ledger;
  final Ticket ticket;
  Manager manager = Manager.YARN;
  DeployMode mode = DeployMode.CLUSTER;
  WaitFor waitFor = WaitFor.END;
  OnRunning onRunning = OnRunning.FAIL;
  Optional<TimeLimit> timeout = Optional.empty();
  Patience patience = QUICK;

  /** Whether others can find the submission. */
  boolean underWay;

  Scene(Path folder) {
    this.folder = folder;
    this.ledger = new Ledger(folder.resolve("submissions"));
    this.ticket = new Ticket(TAG, ledger.folder(TAG.submission()));
  }

  /** The line of a failure that names the command to look with. */
  String look() {
    return "\n    Next:  Look at it with: look at " + id();
  }

  Scene on(Manager where) {
    manager = where;
    return this;
  }

  Scene timeout(long millis) {
    timeout = Optional.of(new TimeLimit(Duration.ofMillis(millis)));
    return this;
  }

  Target target() {
    return new Target(
        manager, "a master", mode, LayeredConf.empty().with(Layer.PLUGIN, Map.of(), "conf"));
  }

  SubmitRequest request() {
    return new SubmitRequest(
        new Project("com.acme:clustering", Optional.empty(), "prod"),
        Application.ofJar(folder.resolve("job.jar"), "com.acme.Clustering", List.of()),
        target(),
        new SparkVersion("3.5.5", "2.12"),
        new HomeJvm(
            () -> new SparkHome(folder.resolve("home"), "a test"),
            // An older one needs no module options, and so no real home.
            new JavaHome(folder.resolve("jdk"), 11),
            folder.resolve("runner.jar"),
            Optional.empty(),
            Map.of()),
        folder.resolve("submissions"),
        folder,
        new SubmitOptions(waitFor, timeout, onRunning, Optional.empty()),
        NextSteps.MAVEN);
  }

  /** Submits; the script has the properties file as its argument. */
  SubmitResult submit(String script) {
    return course(
            command ->
                new ProcessBuilder("sh", "-c", script, "sh", command.propertiesFile().toString())
                    .start())
        .run(Optional.empty(), () -> underWay = true);
  }

  SubmitResult reattach(ApplicationReport earlier) {
    return course(
            command -> {
              throw new AssertionError("nothing is to be started");
            })
        .run(Optional.of(earlier), () -> underWay = true);
  }

  Course course(JobLauncher launcher) {
    return new Course(launcher, cluster, request(), ticket, ledger, heard, clock, patience);
  }

  /** Returns what the ledger says of it. */
  Outcome outcome() {
    return ledger.find(TAG.submission()).orElseThrow().outcome();
  }

  /** Returns the name that the script's word gives the application on its manager. */
  String id() {
    return switch (manager) {
      case LOCAL -> throw new IllegalStateException("there is no manager");
      case STANDALONE -> DRIVER_ID;
      case YARN -> YARN_ID;
      case KUBERNETES -> POD;
    };
  }

  /** Returns the shell command that prints what spark-submit does when it is accepted. */
  String accepted() {
    String said =
        switch (manager) {
          case LOCAL -> "";
          case STANDALONE -> "INFO ClientEndpoint: Driver successfully submitted as " + DRIVER_ID;
          case YARN -> "INFO YarnClientImpl: Submitted application " + YARN_ID;
          case KUBERNETES ->
              "INFO LoggingPodStatusWatcherImpl: Waiting for application clustering with"
                  + " application ID spark-0123456789abcdef0123456789abcdef and submission ID "
                  + POD
                  + " to finish...";
        };
    return "echo '" + said + "' >&2; ";
  }

  ApplicationReport is(ApplicationState state) {
    return is(state, "");
  }

  ApplicationReport is(ApplicationState state, String detail) {
    return ApplicationReport.of(id(), state, detail);
  }

  static ApplicationReport tagged(String id, ApplicationState state, Tag tag) {
    return new ApplicationReport(
        id,
        state,
        OptionalInt.empty(),
        "",
        Optional.of(Instant.parse("2026-11-22T21:00:00Z")),
        Optional.empty(),
        Optional.of(tag));
  }
}
