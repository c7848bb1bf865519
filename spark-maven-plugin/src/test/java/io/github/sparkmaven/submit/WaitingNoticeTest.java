/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparkmaven.cluster.ApplicationReport;
import io.github.sparkmaven.cluster.ApplicationState;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class WaitingNoticeTest {
  private static final ApplicationReport WAITING =
      ApplicationReport.of("application_1_0001", ApplicationState.WAITING, "queue a is full");

  private final Heard heard = new Heard();
  private final MovingClock clock = new MovingClock();
  private final WaitingNotice notice = new WaitingNotice(heard, clock);

  @Test
  void tellsAtOnceAndThenEveryMinute() {
    for (int second = 0; second <= 125; second += 5) {
      notice.report(WAITING);
      clock.advance(Duration.ofSeconds(5));
    }

    assertThat(heard.noted())
        .containsExactly(
            "application_1_0001 waits for resources since 21:40:12 (0 s): queue a is full",
            "application_1_0001 waits for resources since 21:40:12 (1 m): queue a is full",
            "application_1_0001 waits for resources since 21:40:12 (2 m): queue a is full");
  }

  @Test
  void believesTheManagerSinceWhen() {
    notice.report(
        new ApplicationReport(
            "team-a:driver",
            ApplicationState.WAITING,
            OptionalInt.empty(),
            "",
            Optional.of(Instant.parse("2026-11-22T19:30:00Z")),
            Optional.empty(),
            Optional.empty()));

    assertThat(heard.noted())
        .containsExactly("team-a:driver waits for resources since 19:30:00 (2 h 10 m)");
  }

  @Test
  void saysHowLongItWaited() {
    notice.report(WAITING);
    clock.advance(Duration.ofSeconds(200));
    notice.report(ApplicationReport.unknown("application_1_0001", "no answer"));
    notice.report(ApplicationReport.of("application_1_0001", ApplicationState.RUNNING, ""));
    notice.report(ApplicationReport.of("application_1_0001", ApplicationState.RUNNING, ""));

    assertThat(heard.noted()).hasSize(2).endsWith("application_1_0001 waited 3 m for resources");
  }

  @Test
  void tellsWhatARunningOneLacksOnceThatHasLasted() {
    ApplicationReport lacking =
        ApplicationReport.of(
            "application_1_0001", ApplicationState.RUNNING, "runs with 3 of 6 executors");
    for (int second = 0; second <= 75; second += 5) {
      notice.report(lacking);
      clock.advance(Duration.ofSeconds(5));
    }

    assertThat(heard.noted())
        .containsExactly(
            "application_1_0001 since 21:40:12 (10 s): runs with 3 of 6 executors",
            "application_1_0001 since 21:40:12 (1 m): runs with 3 of 6 executors");
  }

  @Test
  void saysNothingOfExecutorsThatComeSoon() {
    for (String detail : new String[] {"runs with 0 of 2 executors", "", "runs with 1 of 2"}) {
      notice.report(ApplicationReport.of("application_1_0001", ApplicationState.RUNNING, detail));
      clock.advance(Duration.ofSeconds(9));
    }

    assertThat(heard.noted()).isEmpty();
  }

  @Test
  void saysNothingOfWhatNeverWaited() {
    notice.report(ApplicationReport.of("application_1_0001", ApplicationState.RUNNING, ""));

    assertThat(heard.noted()).isEmpty();
  }
}
