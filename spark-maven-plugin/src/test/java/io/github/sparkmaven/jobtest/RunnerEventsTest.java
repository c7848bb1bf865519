/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.jobtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunnerEventsTest {
  private final Heard heard = new Heard();
  private final List<String> others = new ArrayList<>();
  private final RunnerEvents events = new RunnerEvents(heard);

  @Test
  void tellsWhichClassIsRunning() {
    hear("\u0001class-started\tcom.acme.AJobCase");

    assertThat(events.running()).containsExactly("com.acme.AJobCase");
    assertThat(heard.lines()).containsExactly("info Running com.acme.AJobCase");
  }

  @Test
  void tellsTheCountsOfAClassAsSurefireDoes() {
    hear("\u0001class-started\tA");
    hear("\u0001class-finished\tA\t4\t0\t0\t1\t1234");

    assertThat(events.running()).isEmpty();
    assertThat(heard.lines())
        .containsExactly(
            "info Running A",
            "info Tests run: 4, Failures: 0, Errors: 0, Skipped: 1, Time elapsed: 1.234 s -- in A");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1\t0", "0\t1"})
  void marksAClassWithAFailureOrAnError(String failuresAndErrors) {
    hear("\u0001class-finished\tA\t4\t" + failuresAndErrors + "\t0\t5");

    assertThat(heard.lines())
        .singleElement()
        .asString()
        .startsWith("error Tests run: 4, ")
        .endsWith("Time elapsed: 0.005 s <<< FAILURE! -- in A");
  }

  @Test
  void decodesTheFields() {
    hear(
        "\u0001test-failed\tA\tcounts()\t5\tfailure\texpected%3A+2%0Abut+was%3A+3%09gr%C3%B6%C3%9Fer");

    assertThat(events.problems()).containsExactly("A.counts(): expected: 2\nbut was: 3\tgrößer");
    assertThat(heard.lines()).containsExactly("error A.counts(): expected: 2\nbut was: 3\tgrößer");
  }

  @Test
  void tellsWhyATestWasSkipped() {
    hear("\u0001test-skipped\tA\tcounts()\tnot+today");

    assertThat(heard.lines()).containsExactly("info Skipped A.counts(): not today");
  }

  @Test
  void hasATotalOnceTheRunnerIsThrough() {
    hear("\u0001class-finished\tA\t4\t0\t0\t1\t1234");
    assertThat(events.total()).isEmpty();

    hear("\u0001finished\t4\t1\t2\t1");

    assertThat(events.total()).contains(new TestCounts(4, 1, 2, 1));
  }

  @Test
  void findsAnEventBehindAForeignLineWithoutABreak() {
    hear("native code writes\u0001finished\t4\t0\t0\t0");

    assertThat(events.total()).contains(new TestCounts(4, 0, 0, 0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "finished\t4\t0\t0\t0",
        "100% of it",
        "\u0001",
        "\u0001unknown\tevent",
        "\u0001finished\t4\t0",
        "\u0001finished\t4\t0\t0\tnative text",
        "\u0001class-started",
        "\u0001test-failed\t%zz",
        "\u0001class-started\t%"
      })
  void passesOverForeignAndTornLines(String line) {
    hear(line);
    hear("\u0001finished\t1\t0\t0\t0");

    assertThat(heard.lines()).isEmpty();
    assertThat(events.total()).contains(new TestCounts(1, 0, 0, 0));
  }

  @Test
  void handsOnWhatIsNoEvent() {
    hear("[0.1s][warning][cds] the JVM's own word");

    assertThat(others).containsExactly("[0.1s][warning][cds] the JVM's own word");
  }

  private void hear(String line) {
    events.line(line, others::add);
  }
}
