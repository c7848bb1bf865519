/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JobTestRunnerTest {
  private final ByteArrayOutputStream channel = new ByteArrayOutputStream();

  @TempDir private Path directory;

  @Test
  void countsPassedTests() throws IOException {
    assertThat(eventsOf("Passing"))
        .containsExactly(
            "class-started Passing", "class-finished Passing 2 0 0 0", "finished 2 0 0 0");
  }

  @Test
  void reportsAssertionErrorAsFailure() throws IOException {
    assertThat(eventsOf("Failing"))
        .containsExactly(
            "class-started Failing",
            "test-failed Failing fails failure org.opentest4j.AssertionFailedError: expected: 2",
            "class-finished Failing 1 1 0 0",
            "finished 1 1 0 0");
  }

  @Test
  void reportsAnyOtherThrowableAsErrorWithTheFirstLineThatSaysSomething() throws IOException {
    assertThat(eventsOf("Erroring"))
        .containsExactly(
            "class-started Erroring",
            "test-failed Erroring throwsSomething error java.lang.IllegalStateException:"
                + " price: 5 \u20ac <&> \uD83D\uDE00 tab\there\u0000\u001B[1m?",
            "class-finished Erroring 1 0 1 0",
            "finished 1 0 1 0");
  }

  @Test
  void shortensSummariesTo500Characters() throws IOException {
    String prefix = "java.lang.IllegalStateException: ";
    assertThat(eventsOf("Wordy"))
        .contains(
            "test-failed Wordy throwsMuch error "
                + prefix
                + String.join("", Collections.nCopies(500 - prefix.length(), "x")));
  }

  @Test
  void reportsThrowableThatCannotDescribeItself() throws IOException {
    assertThat(eventsOf("Unspeakable"))
        .contains(
            "test-failed Unspeakable throwsWhatCannotBeDescribed error Unspeakable$1: (its message"
                + " cannot be read: class java.lang.UnsupportedOperationException)");
  }

  @Test
  void reportsFailedAssumptionAsSkipped() throws IOException {
    assertThat(eventsOf("Aborted"))
        .containsExactly(
            "class-started Aborted",
            "test-skipped Aborted needsCluster Assumption failed: no cluster here",
            "class-finished Aborted 1 0 0 1",
            "finished 1 0 0 1");
  }

  @Test
  void reportsDisabledMethodAsSkipped() throws IOException {
    assertThat(eventsOf("DisabledMethod"))
        .containsExactly(
            "class-started DisabledMethod",
            "test-skipped DisabledMethod waits not yet",
            "class-finished DisabledMethod 2 0 0 1",
            "finished 2 0 0 1");
  }

  @Test
  void countsDisabledClassAsOneSkippedTest() throws IOException {
    assertThat(eventsOf("DisabledClass"))
        .containsExactly(
            "class-started DisabledClass",
            "test-skipped DisabledClass DisabledClass none of it",
            "class-finished DisabledClass 1 0 0 1",
            "finished 1 0 0 1");
  }

  @Test
  void countsFailingBeforeAllAsOneErrorOfTheClass() throws IOException {
    assertThat(eventsOf("BeforeAllFails"))
        .containsExactly(
            "class-started BeforeAllFails",
            "test-failed BeforeAllFails BeforeAllFails error java.lang.AssertionError: no Spark",
            "class-finished BeforeAllFails 1 0 1 0",
            "finished 1 0 1 0");
  }

  @Test
  void countsFailingAfterAllBesideTheTests() throws IOException {
    assertThat(eventsOf("AfterAllFails"))
        .containsExactly(
            "class-started AfterAllFails",
            "test-failed AfterAllFails AfterAllFails error"
                + " java.lang.IllegalStateException: cannot stop",
            "class-finished AfterAllFails 2 0 1 0",
            "finished 2 0 1 0");
  }

  @Test
  void countsParameterisedInvocationsOneByOneUnderTheirStableNames() throws IOException {
    assertThat(eventsOf("Parameterised"))
        .containsExactly(
            "class-started Parameterised",
            "test-failed Parameterised isOdd(int)[2] failure"
                + " org.opentest4j.AssertionFailedError: expected: 1",
            "class-finished Parameterised 3 1 0 0",
            "finished 3 1 0 0");
  }

  @Test
  void reportsFailingParameterSourceAsError() throws IOException {
    assertThat(eventsOf("ParametersFail"))
        .containsExactly(
            "class-started ParametersFail",
            "test-failed ParametersFail reads(String) error"
                + " java.lang.IllegalStateException: no parameters",
            "class-finished ParametersFail 1 0 1 0",
            "finished 1 0 1 0");
  }

  @Test
  void countsDynamicTestsOneByOne() throws IOException {
    assertThat(eventsOf("Dynamic"))
        .containsExactly(
            "class-started Dynamic",
            "test-failed Dynamic cities[1] failure java.lang.AssertionError: unknown",
            "test-failed Dynamic cities[2] failure java.lang.AssertionError: unknown",
            "class-finished Dynamic 2 2 0 0",
            "finished 2 2 0 0");
  }

  @Test
  void reportsNestedClassesUnderTheSelectedClass() throws IOException {
    assertThat(eventsOf("Outer"))
        .containsExactly(
            "class-started Outer",
            "test-failed Outer fails failure java.lang.AssertionError: outer",
            "test-failed Outer Inner.fails failure java.lang.AssertionError: inner",
            "test-skipped Outer Outer$Inner$Innermost too deep",
            "class-finished Outer 3 2 0 1",
            "finished 3 2 0 1");
  }

  @Test
  void reportsClassWithoutTestsAsEmpty() throws IOException {
    assertThat(eventsOf("NoTests"))
        .containsExactly(
            "class-started NoTests", "class-finished NoTests 0 0 0 0", "finished 0 0 0 0");
    assertThat(directory.resolve("TEST-" + Fixtures.NoTests.class.getName() + ".xml")).exists();
  }

  @Test
  void runsTheOtherClassesWhenOneIsMissing() throws IOException {
    assertThat(eventsOf("Missing", "Passing"))
        .containsExactly(
            "class-started Missing",
            "test-failed Missing Missing error java.lang.ClassNotFoundException: Missing",
            "class-finished Missing 1 0 1 0",
            "class-started Passing",
            "class-finished Passing 2 0 0 0",
            "finished 3 0 1 0");
  }

  @Test
  void runsTheOtherClassesWhenOneCannotBeLinked() throws IOException {
    Thread thread = Thread.currentThread();
    ClassLoader loader = thread.getContextClassLoader();
    try {
      thread.setContextClassLoader(
          new HidingClassLoader(Fixtures.NeedsHidden.class, Fixtures.Hidden.class));
      assertThat(eventsOf("NeedsHidden", "Passing"))
          .containsExactly(
              "class-started NeedsHidden",
              "test-failed NeedsHidden NeedsHidden error java.lang.ClassNotFoundException: Hidden",
              "class-finished NeedsHidden 1 0 1 0",
              "class-started Passing",
              "class-finished Passing 2 0 0 0",
              "finished 3 0 1 0");
    } finally {
      thread.setContextClassLoader(loader);
    }
  }

  @Test
  void runsClassesInTheGivenOrderAndEachOnce() throws IOException {
    assertThat(eventsOf("Passing", "Aborted", "DisabledMethod", "Aborted"))
        .filteredOn(event -> event.startsWith("class-started"))
        .containsExactly(
            "class-started Passing", "class-started Aborted", "class-started DisabledMethod");
  }

  @Test
  void countsNestedClassOnceThoughItIsRequestedBesideItsOuterClass() throws IOException {
    assertThat(eventsOf("Outer", "Outer$Inner"))
        .startsWith("class-started Outer$Inner", "class-finished Outer$Inner 0 0 0 0")
        .endsWith("class-finished Outer 3 2 0 1", "finished 3 2 0 1");
  }

  @Test
  void keepsSharedResourcesOpenForAllClassesAndReportsThatTheyDoNotClose() throws IOException {
    SharedResource.opened = 0;
    assertThat(eventsOf("Sharing", "SharingToo"))
        .containsExactly(
            "class-started Sharing",
            "class-finished Sharing 1 0 0 0",
            "class-started SharingToo",
            "class-finished SharingToo 1 0 0 0",
            "class-started junit-jupiter",
            "test-failed junit-jupiter junit-jupiter error"
                + " org.junit.platform.commons.JUnitException: Failed to close extension context",
            "class-finished junit-jupiter 1 0 1 0",
            "finished 3 0 1 0");
    assertThat(SharedResource.opened).isEqualTo(1);
  }

  private List<String> eventsOf(String... fixtures) throws IOException {
    String request = Requests.write(directory, directory, fixtures).toString();
    int exitCode = JobTestRunner.run(new String[] {request}, new EventChannel(channel), System.err);
    assertThat(exitCode).isZero();
    return Events.in(channel.toByteArray());
  }
}
