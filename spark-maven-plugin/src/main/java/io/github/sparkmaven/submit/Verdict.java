/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submit;

import io.github.sparkmaven.cluster.ApplicationReport;
import io.github.sparkmaven.cluster.ApplicationState;
import io.github.sparkmaven.hardware.Manager;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a submission came to.
 *
 * <p>In client mode the exit code of spark-submit is the program's own. In cluster mode it says
 * little (0 for a driver that failed on standalone and Kubernetes), so that the manager's word
 * counts, then what the submitting client was told by the manager; where neither is to be had the
 * verdict is unknown, which is not success.
 *
 * @param state {@link ApplicationState#SUCCEEDED}, or alive where no end was waited for, or how it
 *     failed
 * @param exitCode the program's, or spark-submit's
 * @param what the outcome in words that follow the job's name: "failed on the cluster"
 * @param next what the user should do, where the outcome alone tells; else empty
 */
record Verdict(ApplicationState state, OptionalInt exitCode, String what, String next) {

  /** Judges. */
  static Verdict of(Evidence evidence) {
    if (evidence.timedOut()) {
      return evidence.left().isEmpty()
          ? new Verdict(ApplicationState.KILLED, OptionalInt.empty(), "did not end in time", "")
          : unknown("did not end in time, and could not be ended");
    }
    return evidence.target().driverInCluster() ? ofCluster(evidence) : ofProcess(evidence);
  }

  /** Says whether the build may go on. */
  boolean good() {
    return state == ApplicationState.SUCCEEDED || state.alive();
  }

  private static Verdict ofProcess(Evidence evidence) {
    if (evidence.exitCode().isEmpty()) {
      return unknown("ended, and its exit code went to another process");
    }
    int code = evidence.exitCode().getAsInt();
    return code == 0 ? ended(evidence) : failed(evidence.exitCode(), "failed");
  }

  private static Verdict ended(Evidence evidence) {
    if (evidence.facts().ranLocally() && evidence.target().manager() != Manager.LOCAL) {
      return new Verdict(
          ApplicationState.FAILED,
          OptionalInt.empty(),
          "ended well, but in local mode: the program sets its own master, and the cluster never saw it",
          "Remove setMaster or master(...) from the program");
    }
    return new Verdict(ApplicationState.SUCCEEDED, OptionalInt.of(0), "succeeded", "");
  }

  private static Verdict ofCluster(Evidence evidence) {
    Optional<ApplicationReport> report = evidence.report();
    if (report.filter(known -> known.state().ended()).isPresent()) {
      return ofReport(evidence, report.get());
    }
    if (arrived(evidence)) {
      return new Verdict(
          alive(evidence).orElse(ApplicationState.WAITING),
          OptionalInt.empty(),
          "was accepted",
          "");
    }
    return ofSubmitter(evidence);
  }

  /** Says whether it has come as far as was to be waited for. */
  private static boolean arrived(Evidence evidence) {
    return switch (evidence.waitFor()) {
      case ACCEPTED -> alive(evidence).isPresent() || taken(evidence);
      case RUNNING -> alive(evidence).equals(Optional.of(ApplicationState.RUNNING));
      case END -> false;
    };
  }

  /** Returns the manager's word, or where it cannot be asked what it told the client. */
  private static Optional<ApplicationState> alive(Evidence evidence) {
    return evidence
        .report()
        .filter(report -> report.state().known())
        .or(() -> evidence.facts().reported())
        .map(ApplicationReport::state)
        .filter(ApplicationState::alive);
  }

  /** YARN's client ends well only if the application was accepted; the others' must name it. */
  private static boolean taken(Evidence evidence) {
    boolean over = evidence.facts().reported().filter(report -> report.state().ended()).isPresent();
    return evidence.exitCode().orElse(1) == 0
        && !over
        && (evidence.target().manager() == Manager.YARN
            || evidence.facts().clusterId(evidence.target()).isPresent());
  }

  private static Verdict ofReport(Evidence evidence, ApplicationReport report) {
    return switch (report.state()) {
      case SUCCEEDED -> ended(evidence);
      case KILLED -> new Verdict(ApplicationState.KILLED, report.exitCode(), "was killed", "");
      case FAILED, WAITING, RUNNING, GONE, UNKNOWN ->
          failed(report.exitCode(), "failed on the cluster");
    };
  }

  /** Where the manager cannot be asked, its word to the client that submitted is as good. */
  private static Verdict ofSubmitter(Evidence evidence) {
    Optional<ApplicationState> state = evidence.facts().reported().map(ApplicationReport::state);
    if (state.equals(Optional.of(ApplicationState.SUCCEEDED))) {
      return ended(evidence);
    }
    if (state.filter(ApplicationState::ended).isPresent()) {
      // That of a client that ended well is not the driver's.
      return new Verdict(
          state.get(),
          evidence.exitCode().orElse(0) == 0 ? OptionalInt.empty() : evidence.exitCode(),
          state.get() == ApplicationState.KILLED ? "was killed" : "failed on the cluster",
          "");
    }
    int code = evidence.exitCode().orElse(0);
    if (evidence.target().manager() == Manager.YARN && evidence.exitCode().isPresent()) {
      return ofYarnClient(evidence, code);
    }
    if (code != 0 && evidence.facts().clusterId(evidence.target()).isEmpty()) {
      return failed(evidence.exitCode(), "could not be submitted; spark-submit ended");
    }
    return unknown("ended in a way that nobody can tell");
  }

  /** Only YARN's client ends with the application's own verdict, if it was told to wait for it. */
  private static Verdict ofYarnClient(Evidence evidence, int code) {
    if (code != 0) {
      return failed(evidence.exitCode(), "failed on the cluster");
    }
    return evidence.waitFor() == WaitFor.END
        ? ended(evidence)
        : unknown("was accepted, and nobody can tell whether it runs");
  }

  private static Verdict failed(OptionalInt exitCode, String what) {
    return new Verdict(ApplicationState.FAILED, exitCode, what, "");
  }

  private static Verdict unknown(String what) {
    return new Verdict(ApplicationState.UNKNOWN, OptionalInt.empty(), what, "");
  }
}
