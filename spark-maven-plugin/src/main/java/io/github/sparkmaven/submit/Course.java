/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submit;

import io.github.sparkmaven.cluster.ApplicationReport;
import io.github.sparkmaven.cluster.ClusterClient;
import io.github.sparkmaven.cluster.local.LocalProcesses;
import io.github.sparkmaven.conf.Redaction;
import io.github.sparkmaven.conf.Setting;
import io.github.sparkmaven.conf.SparkProperties;
import io.github.sparkmaven.files.PrivateFile;
import io.github.sparkmaven.home.SparkHome;
import io.github.sparkmaven.ledger.Intent;
import io.github.sparkmaven.ledger.Ledger;
import io.github.sparkmaven.problem.EnvironmentException;
import io.github.sparkmaven.process.HostName;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** One submission from its intent on disk to its verdict. */
final class Course {
  private final JobLauncher launcher;
  private final ClusterClient client;
  private final SubmitRequest request;
  private final Ticket ticket;
  private final SubmitListener listener;
  private final ClusterEnding ending;
  private final LedgerPage page;
  private final Clock clock;
  private final Patience patience;
  private final Optional<String> given;

  Course(
      JobLauncher launcher,
      ClusterClient client,
      SubmitRequest request,
      Ticket ticket,
      Ledger ledger,
      SubmitListener listener,
      Clock clock,
      Patience patience) {
    this.launcher = launcher;
    this.client = client;
    this.request = request;
    this.ticket = ticket;
    this.listener = listener;
    this.clock = clock;
    this.patience = patience;
    this.given = SubmissionSettings.applicationId(request.target(), ticket.tag());
    this.ending = new ClusterEnding(client, request.target(), ticket, listener);
    this.page = LedgerPage.open(ledger, intent(), listener, clock);
  }

  /**
   * Submits, or follows an earlier submission, and judges.
   *
   * @param underWay told as soon as others can find the submission
   * @throws io.github.sparkmaven.problem.InputException if the job failed
   */
  SubmitResult run(Optional<ApplicationReport> earlier, Runnable underWay) {
    Thread atShutdown = new Thread(ending::now, "end-application");
    Runtime.getRuntime().addShutdownHook(atShutdown);
    boolean judged = false;
    try (ClusterWatch watch = new ClusterWatch(client, patience.askEvery());
        DriverLog log =
            new DriverLog(
                ticket.log(),
                listener,
                request.target()::setting,
                given,
                request.application().isPython());
        Showing showing = new Showing(listener, clock)) {
      Following following = new Following(request, watch, ending, page, showing, patience);
      Evidence evidence = follow(following, earlier, log, underWay);
      // What nobody can tell of may still be doing its work: it is left alone.
      judged = !evidence.timedOut();
      boolean ends = evidence.timedOut() || evidence.driverWasKilled();
      Evidence all = ends ? evidence.leaving(ending.now()) : evidence;
      Judgement judgement = Judgement.of(all, client, request, ticket, listener);
      page.judged(judgement.verdict());
      return judgement.result();
    } finally {
      if (!judged) {
        ending.now();
      }
      forget(atShutdown);
    }
  }

  private Evidence follow(
      Following following, Optional<ApplicationReport> earlier, DriverLog log, Runnable underWay) {
    if (earlier.isEmpty()) {
      return submit(following, log, underWay);
    }
    underWay.run();
    return following.follow(earlier.get());
  }

  private Evidence submit(Following following, DriverLog log, Runnable underWay) {
    SparkHome home = request.jvm().home().get();
    listener.starting(home, request.target().master(), ticket.log());
    Map<String, String> settings = SubmissionSettings.of(request, ticket.tag());
    try (PrivateFile properties =
        PrivateFile.write(
            ticket.folder(),
            LocalProcesses.suffix(ticket.tag().project()),
            SparkProperties.text(settings))) {
      Process process =
          launch(
              new LaunchCommand(
                  home,
                  request.jvm().java(),
                  request.target(),
                  request.application(),
                  request.options().proxyUser(),
                  properties.path(),
                  request.workingFolder(),
                  SubmitEnvironment.of(request)));
      ending.submittedBy(process.toHandle());
      page.started(process.toHandle());
      underWay.run();
      return following.follow(process, log, given);
    }
  }

  private Process launch(LaunchCommand command) {
    try {
      return launcher.launch(command);
    } catch (IOException e) {
      String what =
          "Cannot start "
              + command.home().path().resolve("bin/spark-submit")
              + ": "
              + e.getMessage();
      page.notStarted(what);
      throw new EnvironmentException(what, e);
    }
  }

  private Intent intent() {
    return new Intent(
        ticket.id(),
        ticket.tag().project(),
        ticket.tag().content(),
        request.application().name(),
        request.project().environment(),
        request.target().manager().label(),
        request.target().master(),
        request.target().mode().label(),
        request.spark().version(),
        request.spark().scalaVersion(),
        request.application().resource(),
        request.application().mainClass(),
        clock.instant(),
        HostName.here(),
        ticket.log(),
        reach());
  }

  /** The settings by which the manager is reached another day; credentials are not kept. */
  private Map<String, String> reach() {
    Redaction redaction = Redaction.of(request.target().conf());
    return request.target().conf().effective().stream()
        .filter(setting -> ManagerSettings.reach(request.target().manager(), setting.key()))
        .filter(setting -> !redaction.hides(setting))
        .collect(Collectors.toMap(Setting::key, Setting::value));
  }

  private static void forget(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // This JVM is ending, and the hook runs already.
    }
  }
}
