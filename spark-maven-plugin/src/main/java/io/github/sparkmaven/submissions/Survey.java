/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submissions;

import io.github.sparkmaven.cluster.ApplicationReport;
import io.github.sparkmaven.cluster.ApplicationState;
import io.github.sparkmaven.cluster.ClusterClient;
import io.github.sparkmaven.cluster.Tag;
import io.github.sparkmaven.cluster.Target;
import io.github.sparkmaven.conf.SparkVersion;
import io.github.sparkmaven.hardware.Manager;
import io.github.sparkmaven.ledger.Ledger;
import io.github.sparkmaven.ledger.Outcome;
import io.github.sparkmaven.ledger.Submission;
import io.github.sparkmaven.ledger.SubmissionId;
import io.github.sparkmaven.submissions.Standing.Sighting;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Looks how submissions stand: the ledger's, each asked for where it runs, and what the cluster
 * knows beside. What is learnt goes into the ledger.
 */
final class Survey {
  private final SubmissionsRequest request;
  private final Ledger ledger;
  private final Clusters clusters;
  private final Clock clock;
  private final Set<String> notes = new LinkedHashSet<>();
  private boolean complete = true;

  Survey(SubmissionsRequest request, Clusters clusters, Clock clock) {
    this.request = request;
    this.ledger = new Ledger(request.ledger());
    this.clusters = clusters;
    this.clock = clock;
  }

  /** Returns the ledger's submissions, newest first, and then what only the cluster knows. */
  List<Standing> all() {
    Ledger.Pages pages = ledger.read();
    notes.addAll(pages.notes());
    List<Standing> rows = new ArrayList<>(pages.submissions().stream().map(this::page).toList());
    Optional<Target> searched =
        request.target().filter(target -> target.manager() != Manager.LOCAL);
    complete = request.target().isPresent();
    for (String project : request.projects()) {
      searched.ifPresent(target -> addStrangers(target, project, rows));
    }
    return rows;
  }

  /** Returns the one that a word names, if that is known anywhere. */
  Optional<Standing> named(String name) {
    Optional<Submission> page = ledger.find(name);
    if (page.isPresent()) {
      return page.map(this::page);
    }
    return all().stream()
        .filter(row -> row.named(name))
        .findFirst()
        .or(() -> request.target().flatMap(target -> strangerNamed(target, name)));
  }

  /** Returns what a user should know of how far could be looked. */
  List<String> notes() {
    return List.copyOf(notes);
  }

  /** Says whether everything of the project that runs on the cluster would have been found. */
  boolean complete() {
    return complete;
  }

  private Standing page(Submission page) {
    Optional<Target> target = LedgerTarget.of(page.intent(), request.target());
    Sighting seen = seen(page, target);
    Submission learnt = learn(page, seen);
    return new Standing(
        page.intent().id(),
        page.intent().project(),
        Optional.of(learnt),
        seen,
        Optional.of(page.intent().started()).filter(Instant.EPOCH::isBefore),
        page.intent().environment(),
        target,
        look(seen, target, LedgerTarget.spark(page.intent())));
  }

  private Sighting seen(Submission page, Optional<Target> target) {
    if (page.outcome().hasEnded() || target.isEmpty()) {
      return remembered(page.outcome());
    }
    return new Lookout(ledger, clusters, page, target.get()).look();
  }

  private static Sighting remembered(Outcome outcome) {
    boolean ended = outcome.hasEnded();
    return new Sighting(
        ended
            ? ApplicationState.valueOf(outcome.state().toUpperCase(Locale.ROOT))
            : ApplicationState.UNKNOWN,
        false,
        ended ? outcome.message() : "the ledger does not say by which manager it runs",
        outcome.clusterId().or(outcome::applicationId),
        outcome.ui(),
        Optional.empty());
  }

  private Submission learn(Submission page, Sighting seen) {
    Outcome old = page.outcome();
    boolean told = seen.state().known() || seen.gone();
    String state = told ? seen.state().name().toLowerCase(Locale.ROOT) : old.state();
    boolean news =
        !state.equals(old.state())
            || !seen.ui().equals(old.ui())
            || !seen.application().equals(old.clusterId().or(old::applicationId));
    if (old.hasEnded() || !news) {
      return page;
    }
    Outcome learnt =
        new Outcome(
            state,
            told ? seen.detail() : old.message(),
            old.applicationId(),
            seen.application().filter(id -> !old.applicationId().equals(Optional.of(id))),
            seen.ui(),
            seen.process().map(process -> process.pid()).or(old::process),
            seen.process().map(process -> process.started()).or(old::processStarted),
            seen.state().ended() ? Optional.of(clock.instant()) : Optional.empty());
    return ledger.write(page.with(learnt));
  }

  private String look(Sighting seen, Optional<Target> target, Optional<SparkVersion> spark) {
    if (seen.state().known() || seen.gone()) {
      return "";
    }
    return target
        .filter(known -> known.manager() != Manager.LOCAL)
        .flatMap(known -> seen.application().map(id -> clusters.lookCommand(known, spark, id)))
        .orElse("");
  }

  private void addStrangers(Target target, String project, List<Standing> rows) {
    ClusterClient.Search search = clusters.search(target, Optional.empty(), project);
    complete &= search.complete();
    if (!search.complete()) {
      notes.add("Not all of " + target + " could be searched: " + search.note());
    }
    search.found().stream()
        .filter(report -> rows.stream().noneMatch(row -> row.named(name(report))))
        .filter(report -> rows.stream().noneMatch(row -> row.named(report.id())))
        .map(report -> stranger(target, project, report))
        .forEach(rows::add);
  }

  private static String name(ApplicationReport report) {
    return report.tag().map(Tag::submission).orElse(report.id());
  }

  private Standing stranger(Target target, String project, ApplicationReport report) {
    return new Standing(
        name(report),
        project,
        Optional.empty(),
        new Sighting(
            report.state(),
            false,
            report.detail(),
            Optional.of(report.id()),
            report.ui().map(URI::toString),
            Optional.empty()),
        report.since(),
        report.tag().isPresent() ? request.environment() : "",
        Optional.of(target),
        "");
  }

  /** A name that the ledger gives says nothing to a cluster. */
  private Optional<Standing> strangerNamed(Target target, String name) {
    if (target.manager() == Manager.LOCAL || SubmissionId.matches(name)) {
      return Optional.empty();
    }
    ApplicationReport report = clusters.report(target, Optional.empty(), name);
    if (!report.state().known()) {
      notes.add(target + " does not tell of " + name + ": " + report.detail());
      return Optional.empty();
    }
    return Optional.of(stranger(target, report.tag().map(Tag::project).orElse(""), report));
  }
}
