/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submissions;

import io.github.sparkmaven.cluster.ApplicationState;
import io.github.sparkmaven.cluster.ClusterClients;
import io.github.sparkmaven.ledger.Ledger;
import io.github.sparkmaven.ledger.Outcome;
import io.github.sparkmaven.ledger.Submission;
import io.github.sparkmaven.problem.EnvironmentException;
import io.github.sparkmaven.problem.InputException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The kill goal: ends what was submitted, on this machine and on the cluster. */
public final class Kill {
  private static final String ALL = "all";

  private final ClusterClients clients;
  private final Clock clock;

  /** Asks live managers through clients. */
  public Kill(ClusterClients clients, Clock clock) {
    this.clients = clients;
    this.clock = clock;
  }

  /**
   * Ends the named submission, all, or the only one that is alive.
   *
   * @return what was ended, or had ended before
   * @throws InputException if the named submission is unknown, or several are alive and none is
   *     named
   * @throws EnvironmentException if something could not be ended; the message holds the command
   *     that does
   */
  public KillResult run(SubmissionsRequest request) {
    try (Clusters clusters = new Clusters(clients, request.jvms())) {
      Survey survey = new Survey(request, clusters, clock);
      List<Standing> chosen = chosen(survey, request);
      if (chosen.isEmpty()) {
        return new KillResult(List.of(nothing(survey, request)), survey.notes());
      }
      return new KillResult(end(chosen, clusters, request), survey.notes());
    }
  }

  private static List<Standing> chosen(Survey survey, SubmissionsRequest request) {
    Optional<String> name = request.submission().filter(given -> !given.equals(ALL));
    if (name.isPresent()) {
      return List.of(Choice.named(survey, request.parameter(), name.get()));
    }
    List<Standing> rows = survey.all();
    List<Standing> open =
        Choice.own(rows, request).stream().filter(row -> !row.seen().over()).toList();
    if (request.submission().isPresent()) {
      return open;
    }
    List<Standing> alive = open.stream().filter(row -> row.seen().state().alive()).toList();
    List<Standing> meant = alive.isEmpty() ? open : alive;
    if (meant.size() > 1 && !sameApplication(meant)) {
      throw new InputException(
          request.parameter(),
          "is missing, and several submissions are alive",
          "Give " + ALL + ", or one of these:" + Choice.list(meant));
    }
    return meant.isEmpty() ? elsewhere(rows, request) : meant;
  }

  /** One that was followed instead of submitting anew has a page for each time. */
  private static boolean sameApplication(List<Standing> rows) {
    return rows.get(0).seen().application().isPresent()
        && rows.stream().map(row -> row.seen().application()).distinct().count() == 1;
  }

  /**
   * Nothing of the chosen environment is alive: the latest of it has ended. What runs for another
   * environment is ended by name alone.
   */
  private static List<Standing> elsewhere(List<Standing> rows, SubmissionsRequest request) {
    List<Standing> others = rows.stream().filter(row -> row.seen().state().alive()).toList();
    if (!others.isEmpty()) {
      throw new InputException(
          request.parameter(),
          "is missing, and nothing of the environment "
              + request.environment()
              + " is alive, but of others",
          "Give one of these:" + Choice.list(others));
    }
    return Choice.own(rows, request).stream().findFirst().stream().toList();
  }

  private static String nothing(Survey survey, SubmissionsRequest request) {
    if (!survey.complete()) {
      throw new EnvironmentException(
          "Nobody can tell whether something is alive: the ledger "
              + request.ledger()
              + " knows of nothing that is. "
              + String.join(". ", survey.notes()),
          null);
    }
    return "Nothing to end: no submission of this project is alive";
  }

  private List<String> end(List<Standing> chosen, Clusters clusters, SubmissionsRequest request) {
    List<String> said = new ArrayList<>();
    List<Ending> failed = new ArrayList<>();
    for (Standing row : chosen) {
      if (row.seen().over()) {
        said.add(before(row));
        continue;
      }
      Ending ending = new Ending(clusters, row).end();
      if (ending.left().isEmpty()) {
        write(row, ending.state(), request);
        said.add(after(row, ending.state()));
      } else {
        failed.add(ending);
      }
    }
    refuse(failed, said);
    return said;
  }

  private static String before(Standing row) {
    return row.id()
        + " has already ended: "
        + (row.seen().state().ended() ? StatusTable.state(row) : row.seen().detail());
  }

  private static String after(Standing row, ApplicationState state) {
    String name = row.seen().application().map(id -> " (" + id + ")").orElse("");
    return state == ApplicationState.SUCCEEDED
        ? row.id() + name + " had ended well before it could be ended"
        : "Ended " + row.id() + name + driverElsewhere(row);
  }

  private static String driverElsewhere(Standing row) {
    return row.target().filter(target -> !target.driverInCluster()).isEmpty()
        ? ""
        : row.elsewhere().map(host -> " on the cluster; " + host.left()).orElse("");
  }

  private void write(Standing row, ApplicationState state, SubmissionsRequest request) {
    if (row.page().isPresent()) {
      Submission page = row.page().get();
      Outcome old = page.outcome();
      String word = state.name().toLowerCase(Locale.ROOT);
      String message = state == ApplicationState.KILLED ? "ended on request" : "";
      new Ledger(request.ledger())
          .write(
              page.with(
                  new Outcome(
                      word,
                      message,
                      old.applicationId(),
                      old.clusterId(),
                      old.ui(),
                      old.process(),
                      old.processStarted(),
                      Optional.of(clock.instant()))));
    }
  }

  private static void refuse(List<Ending> failed, List<String> said) {
    if (!failed.isEmpty()) {
      throw new EnvironmentException(
          failed.stream().map(ending -> "Could not end " + ending).collect(Collectors.joining("\n"))
              + said.stream().map(line -> "\n" + line).collect(Collectors.joining()),
          null);
    }
  }
}
