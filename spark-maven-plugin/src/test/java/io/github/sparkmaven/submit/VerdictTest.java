/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submit;

import static io.github.sparkmaven.cluster.ApplicationState.FAILED;
import static io.github.sparkmaven.cluster.ApplicationState.GONE;
import static io.github.sparkmaven.cluster.ApplicationState.KILLED;
import static io.github.sparkmaven.cluster.ApplicationState.RUNNING;
import static io.github.sparkmaven.cluster.ApplicationState.SUCCEEDED;
import static io.github.sparkmaven.cluster.ApplicationState.UNKNOWN;
import static io.github.sparkmaven.cluster.ApplicationState.WAITING;
import static io.github.sparkmaven.hardware.DeployMode.CLIENT;
import static io.github.sparkmaven.hardware.DeployMode.CLUSTER;
import static io.github.sparkmaven.hardware.Manager.KUBERNETES;
import static io.github.sparkmaven.hardware.Manager.LOCAL;
import static io.github.sparkmaven.hardware.Manager.STANDALONE;
import static io.github.sparkmaven.hardware.Manager.YARN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.sparkmaven.cluster.ApplicationReport;
import io.github.sparkmaven.cluster.ApplicationState;
import io.github.sparkmaven.cluster.Target;
import io.github.sparkmaven.conf.LayeredConf;
import io.github.sparkmaven.hardware.DeployMode;
import io.github.sparkmaven.hardware.Manager;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class VerdictTest {

  /** What spark-submit's exit code, the client's log and the manager say, and what it comes to. */
  static Stream<Arguments> cases() {
    return Stream.of(
        // manager, mode, exit code, the client's log says, the manager says, verdict
        arguments(LOCAL, CLIENT, 0, null, null, SUCCEEDED),
        arguments(LOCAL, CLIENT, 3, null, null, FAILED),
        arguments(LOCAL, CLIENT, 137, null, null, FAILED),
        arguments(STANDALONE, CLIENT, 0, null, null, SUCCEEDED),
        arguments(STANDALONE, CLIENT, 1, null, null, FAILED),
        arguments(YARN, CLIENT, 0, null, null, SUCCEEDED),
        arguments(YARN, CLIENT, 1, null, RUNNING, FAILED),
        arguments(KUBERNETES, CLIENT, 0, null, null, SUCCEEDED),
        arguments(KUBERNETES, CLIENT, 143, null, null, FAILED),
        // Standalone's client ends with 0 whatever its driver came to.
        arguments(STANDALONE, CLUSTER, 0, null, SUCCEEDED, SUCCEEDED),
        arguments(STANDALONE, CLUSTER, 0, null, FAILED, FAILED),
        arguments(STANDALONE, CLUSTER, 0, null, KILLED, KILLED),
        arguments(STANDALONE, CLUSTER, 0, null, UNKNOWN, UNKNOWN),
        arguments(STANDALONE, CLUSTER, 0, null, null, UNKNOWN),
        arguments(STANDALONE, CLUSTER, 0, null, RUNNING, UNKNOWN),
        arguments(STANDALONE, CLUSTER, 0, FAILED, null, FAILED),
        arguments(STANDALONE, CLUSTER, 0, SUCCEEDED, null, SUCCEEDED),
        arguments(STANDALONE, CLUSTER, 0, KILLED, UNKNOWN, KILLED),
        arguments(STANDALONE, CLUSTER, 0, SUCCEEDED, UNKNOWN, SUCCEEDED),
        arguments(STANDALONE, CLUSTER, 1, null, null, UNKNOWN),
        arguments(STANDALONE, CLUSTER, 0, SUCCEEDED, FAILED, FAILED),
        // YARN's client tells the truth, and the manager knows more of it.
        arguments(YARN, CLUSTER, 0, null, null, SUCCEEDED),
        arguments(YARN, CLUSTER, 0, null, UNKNOWN, SUCCEEDED),
        arguments(YARN, CLUSTER, 1, null, UNKNOWN, FAILED),
        arguments(YARN, CLUSTER, 1, FAILED, null, FAILED),
        arguments(YARN, CLUSTER, 1, null, KILLED, KILLED),
        arguments(YARN, CLUSTER, 0, SUCCEEDED, FAILED, FAILED),
        // The client lost its connection; the application went on and ended well.
        arguments(YARN, CLUSTER, 1, null, SUCCEEDED, SUCCEEDED),
        // Kubernetes' client ends with 0 whatever became of the driver's pod.
        arguments(KUBERNETES, CLUSTER, 0, null, SUCCEEDED, SUCCEEDED),
        arguments(KUBERNETES, CLUSTER, 0, null, FAILED, FAILED),
        arguments(KUBERNETES, CLUSTER, 0, FAILED, UNKNOWN, FAILED),
        arguments(KUBERNETES, CLUSTER, 0, null, UNKNOWN, UNKNOWN),
        arguments(KUBERNETES, CLUSTER, 1, null, null, UNKNOWN));
  }

  @ParameterizedTest(name = "{0} {1}: code {2}, log {3}, manager {4} -> {5}")
  @MethodSource("cases")
  void tellsHowItEnded(
      Manager manager,
      DeployMode mode,
      int code,
      @Nullable ApplicationState ofClient,
      @Nullable ApplicationState ofManager,
      ApplicationState verdict) {
    Evidence evidence =
        evidence(manager, mode, WaitFor.END, OptionalInt.of(code), ofClient, ofManager, false);

    assertThat(Verdict.of(evidence).state()).isEqualTo(verdict);
    assertThat(Verdict.of(evidence).good()).isEqualTo(verdict == SUCCEEDED);
  }

  @Test
  void failsWhatTheClusterNeverAccepted() {
    Evidence evidence =
        new Evidence(
            target(STANDALONE, CLUSTER),
            WaitFor.END,
            false,
            List.of(),
            OptionalInt.of(1),
            DriverFacts.NOTHING,
            Optional.empty());

    assertThat(Verdict.of(evidence).what()).isEqualTo("could not be submitted; spark-submit ended");
  }

  @ParameterizedTest
  @EnumSource(value = Manager.class, names = "LOCAL", mode = EnumSource.Mode.EXCLUDE)
  void failsAProgramThatSetsALocalMasterOnAnyCluster(Manager manager) {
    for (DeployMode mode : DeployMode.values()) {
      Evidence evidence =
          evidence(manager, mode, WaitFor.END, OptionalInt.of(0), null, SUCCEEDED, true);

      assertThat(Verdict.of(evidence).state()).isEqualTo(FAILED);
      assertThat(Verdict.of(evidence).next())
          .isEqualTo("Remove setMaster or master(...) from the program");
    }
  }

  @Test
  void failsWhatWasEndedBecauseItsTimeWasUpWhateverElseIsSaid() {
    Evidence evidence =
        new Evidence(
            target(YARN, CLUSTER),
            WaitFor.END,
            true,
            List.of(),
            OptionalInt.of(0),
            facts(SUCCEEDED, false),
            Optional.of(report(SUCCEEDED)));

    assertThat(Verdict.of(evidence).state()).isEqualTo(KILLED);
    assertThat(Verdict.of(evidence.leaving(List.of("application_1"))).state()).isEqualTo(UNKNOWN);
  }

  @ParameterizedTest
  @EnumSource(value = Manager.class, names = "LOCAL", mode = EnumSource.Mode.EXCLUDE)
  void isContentWithWhatWasAskedToBeWaitedFor(Manager manager) {
    assertThat(Verdict.of(waiting(manager, WaitFor.RUNNING, RUNNING)).state()).isEqualTo(RUNNING);
    assertThat(Verdict.of(waiting(manager, WaitFor.RUNNING, RUNNING)).good()).isTrue();
    assertThat(Verdict.of(waiting(manager, WaitFor.ACCEPTED, WAITING)).good()).isTrue();
    assertThat(Verdict.of(waiting(manager, WaitFor.RUNNING, FAILED)).good()).isFalse();
    assertThat(Verdict.of(waiting(manager, WaitFor.ACCEPTED, FAILED)).good()).isFalse();
  }

  @Test
  void takesTheManagersNameForAcceptanceWhereItCannotBeAsked() {
    assertThat(Verdict.of(waiting(STANDALONE, WaitFor.ACCEPTED, UNKNOWN)).good()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(value = Manager.class, names = "LOCAL", mode = EnumSource.Mode.EXCLUDE)
  void doesNotTakeWhatWasAcceptedForWhatRuns(Manager manager) {
    assertThat(Verdict.of(waiting(manager, WaitFor.RUNNING, WAITING)).state()).isEqualTo(UNKNOWN);
    assertThat(Verdict.of(waiting(manager, WaitFor.RUNNING, UNKNOWN)).state()).isEqualTo(UNKNOWN);
    assertThat(Verdict.of(waiting(manager, WaitFor.RUNNING, GONE)).state()).isEqualTo(UNKNOWN);
  }

  @Test
  void takesWaitingForRunningNowhere() {
    for (Manager manager : List.of(STANDALONE, YARN, KUBERNETES)) {
      assertThat(Verdict.of(waiting(manager, WaitFor.RUNNING, WAITING)).state()).isEqualTo(UNKNOWN);
      assertThat(Verdict.of(waiting(manager, WaitFor.RUNNING, UNKNOWN)).state()).isEqualTo(UNKNOWN);
    }
  }

  @Test
  void takesWhatTheClientWasToldWhereTheManagerCannotBeAsked() {
    for (ApplicationState told : List.of(RUNNING, WAITING, FAILED)) {
      Evidence accepted =
          evidence(STANDALONE, CLUSTER, WaitFor.ACCEPTED, OptionalInt.of(0), told, UNKNOWN, false);
      Evidence running =
          evidence(STANDALONE, CLUSTER, WaitFor.RUNNING, OptionalInt.of(0), told, null, false);

      assertThat(Verdict.of(accepted).state()).isEqualTo(told);
      assertThat(Verdict.of(running).state()).isEqualTo(told == WAITING ? UNKNOWN : told);
    }
  }

  @Test
  void doesNotTakeAYarnClientThatDidNotWaitForTheApplication() {
    assertThat(Verdict.of(waiting(YARN, WaitFor.ACCEPTED, UNKNOWN)).state()).isEqualTo(WAITING);
    assertThat(Verdict.of(waiting(YARN, WaitFor.RUNNING, UNKNOWN)).what())
        .isEqualTo("was accepted, and nobody can tell whether it runs");
  }

  @Test
  void namesNoExitCodeOfAClientThatEndedWellForADriverThatFailed() {
    Evidence evidence =
        evidence(STANDALONE, CLUSTER, WaitFor.END, OptionalInt.of(0), FAILED, null, false);

    assertThat(Verdict.of(evidence))
        .isEqualTo(new Verdict(FAILED, OptionalInt.empty(), "failed on the cluster", ""));
  }

  @Test
  void doesNotClaimToKnowWhatAnotherProcessGot() {
    Evidence evidence =
        evidence(LOCAL, CLIENT, WaitFor.END, OptionalInt.empty(), null, null, false);

    assertThat(Verdict.of(evidence).state()).isEqualTo(UNKNOWN);
  }

  @Test
  void saysTheDriversExitCode() {
    ApplicationReport report =
        new ApplicationReport(
            "spark:clustering-driver",
            FAILED,
            OptionalInt.of(137),
            "OOMKilled",
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    Evidence evidence =
        new Evidence(
            target(KUBERNETES, CLUSTER),
            WaitFor.END,
            false,
            List.of(),
            OptionalInt.of(0),
            facts(null, false),
            Optional.of(report));

    assertThat(Verdict.of(evidence))
        .isEqualTo(new Verdict(FAILED, OptionalInt.of(137), "failed on the cluster", ""));
  }

  private static Evidence waiting(Manager manager, WaitFor waitFor, ApplicationState state) {
    return evidence(manager, CLUSTER, waitFor, OptionalInt.of(0), null, state, false);
  }

  private static Evidence evidence(
      Manager manager,
      DeployMode mode,
      WaitFor waitFor,
      OptionalInt code,
      @Nullable ApplicationState ofClient,
      @Nullable ApplicationState ofManager,
      boolean ranLocally) {
    return new Evidence(
        target(manager, mode),
        waitFor,
        false,
        List.of(),
        code,
        facts(ofClient, ranLocally),
        Optional.ofNullable(ofManager).map(VerdictTest::report));
  }

  private static Target target(Manager manager, DeployMode mode) {
    return new Target(manager, "a master", mode, LayeredConf.empty());
  }

  private static ApplicationReport report(ApplicationState state) {
    return ApplicationReport.of("an id", state, "");
  }

  private static DriverFacts facts(@Nullable ApplicationState ofClient, boolean ranLocally) {
    return new DriverFacts(
        Optional.of("an id"),
        Optional.of("an id"),
        Optional.of("an id"),
        Optional.empty(),
        ranLocally,
        Optional.ofNullable(ofClient).map(VerdictTest::report),
        Optional.empty(),
        List.of());
  }
}
