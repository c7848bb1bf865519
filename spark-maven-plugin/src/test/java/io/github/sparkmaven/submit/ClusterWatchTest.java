/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparkmaven.cluster.ApplicationReport;
import io.github.sparkmaven.cluster.ApplicationState;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class ClusterWatchTest {
  private static final String ID = "application_1";

  private final FakeCluster cluster = new FakeCluster();
  private final ClusterWatch watch = new ClusterWatch(cluster, Duration.ofMillis(2));

  @AfterEach
  void close() {
    watch.close();
  }

  @Test
  void knowsNothingBeforeItIsToldWhatToFollow() {
    assertThat(watch.latest()).isEmpty();
    assertThat(watch.silence()).isZero();
  }

  @Test
  void keepsAKnownStateOverAnUnknownOne() throws InterruptedException {
    cluster.says(is(ApplicationState.RUNNING), unknown("the manager is gone"));

    watch.follow(ID);
    // The fourth question comes after the third answer was taken.
    cluster.awaitAsked(4);

    assertThat(watch.latest()).contains(is(ApplicationState.RUNNING));
    assertThat(watch.silence()).isPositive();
  }

  @Test
  void takesTheNewestReasonWhyNobodyCanTell() throws InterruptedException {
    cluster.says(unknown("it starts"), unknown("it is gone"));

    watch.follow(ID);
    cluster.awaitAsked(4);

    assertThat(watch.latest()).contains(unknown("it is gone"));
  }

  @Test
  void takesAKnownStateAfterAnUnknownOne() throws InterruptedException {
    cluster.says(unknown("it starts"), is(ApplicationState.WAITING));

    watch.follow(ID);
    cluster.awaitAsked(4);

    assertThat(watch.latest()).contains(is(ApplicationState.WAITING));
  }

  @Test
  void asksOnAfterAFaultOfTheClient() throws InterruptedException {
    cluster.throwsFirst(3).says(is(ApplicationState.RUNNING));

    watch.follow(ID);
    cluster.awaitAsked(5);

    assertThat(watch.latest()).contains(is(ApplicationState.RUNNING));
  }

  @Test
  void tellsAFaultOfTheClientWhereNothingElseIsKnown() throws InterruptedException {
    cluster.throwsFirst(Integer.MAX_VALUE);

    watch.follow(ID);
    cluster.awaitAsked(2);

    assertThat(watch.latest())
        .contains(unknown("java.lang.IllegalStateException: a fault of the client"));
  }

  @Test
  void keepsAKnownStateOverAFaultOfTheClient() throws InterruptedException {
    cluster.says(is(ApplicationState.RUNNING));
    watch.follow(ID);
    cluster.awaitAsked(2);

    cluster.throwsFirst(Integer.MAX_VALUE);
    cluster.awaitAsked(6);

    assertThat(watch.latest()).contains(is(ApplicationState.RUNNING));
  }

  @Test
  void asksNoMoreOnceItHasEnded() throws InterruptedException {
    cluster.says(is(ApplicationState.FAILED), is(ApplicationState.RUNNING));

    watch.follow(ID);
    awaitEnd();

    assertThat(watch.latest()).contains(is(ApplicationState.FAILED));
  }

  @Test
  void asksNoMoreOnceItIsClosed() throws InterruptedException {
    cluster.says(is(ApplicationState.RUNNING));
    watch.follow(ID);
    cluster.awaitAsked(2);

    watch.close();
    awaitEnd();

    assertThat(watch.latest()).contains(is(ApplicationState.RUNNING));
  }

  @Test
  void followsTheFirstThatItIsTold() throws InterruptedException {
    cluster.says(is(ApplicationState.SUCCEEDED));

    watch.follow(ID);
    watch.follow("application_2");
    awaitEnd();

    assertThat(watch.latest()).contains(is(ApplicationState.SUCCEEDED));
  }

  private static void awaitEnd() throws InterruptedException {
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().equals("cluster-watch")) {
        thread.join();
      }
    }
  }

  private static ApplicationReport is(ApplicationState state) {
    return ApplicationReport.of(ID, state, "");
  }

  private static ApplicationReport unknown(String why) {
    return ApplicationReport.unknown(ID, why);
  }
}
