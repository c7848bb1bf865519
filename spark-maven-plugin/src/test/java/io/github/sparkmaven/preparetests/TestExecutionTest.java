/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.preparetests;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestExecutionTest {
  private static final int CORES = 4;

  @ParameterizedTest
  @CsvSource({
    "2.12.4, true",
    "2.21.0, true",
    "2.22.0, false",
    "2.22.2, false",
    "3.0.0-M5, false",
    "3.5.6, false",
    "1.9, true",
    "'', false",
    "unreadable, false"
  })
  void tellsAVersionThatIsTooOld(String version, boolean expected) {
    assertThat(surefire().version(version).execution().isOlderThan(2, 22)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "1, false",
    "2, true",
    "0, false",
    "1C, true",
    "0.25C, false",
    "0.5C, true",
    "2.5C, true",
    "${forks}, false"
  })
  void knowsWhenSeveralJvmsRunAtOnce(String forkCount, boolean expected) {
    assertThat(surefire().forkCount(forkCount).execution().forksSeveral(CORES)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"SUREFIRE, true", "FAILSAFE, true", "SCALATEST, false"})
  void readsForkCountOfSurefireAndFailsafeAlone(TestPlugin plugin, boolean expected) {
    TestExecutionExample execution = TestExecutionExample.of(plugin);

    assertThat(execution.forkCount("0").execution().runsInsideMaven()).isEqualTo(expected);
    assertThat(execution.forkCount("2").execution().forksSeveral(CORES)).isEqualTo(expected);
    assertThat(execution.forkMode("never").execution().runsInsideMaven()).isTrue();
    assertThat(execution.forkMode("once").execution().runsInsideMaven()).isFalse();
  }

  private static TestExecutionExample surefire() {
    return TestExecutionExample.of(TestPlugin.SUREFIRE);
  }
}
