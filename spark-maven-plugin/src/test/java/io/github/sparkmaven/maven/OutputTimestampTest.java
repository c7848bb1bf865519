/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sparkmaven.problem.InputException;
import java.time.LocalDateTime;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutputTimestampTest {
  @ParameterizedTest
  @CsvSource({
    "2024-05-01T10:30:00Z, 2024-05-01T10:30:00",
    "2024-05-01T10:30:00+02:00, 2024-05-01T08:30:00",
    "1714559400, 2024-05-01T10:30:00",
    "0, 1980-02-01T00:00:00",
    "x, 1980-02-01T00:00:00"
  })
  void isReadAsMavensOwnPluginsDo(String text, LocalDateTime time) {
    assertThat(new OutputTimestamp(properties(text)).inUtc()).isEqualTo(time);
  }

  @Test
  void isOfLongAgoWhereNoneIsGiven() {
    assertThat(new OutputTimestamp(new Properties()).inUtc())
        .isEqualTo(LocalDateTime.of(1980, 2, 1, 0, 0));
  }

  @Test
  void refusesWhatIsNoTime() {
    assertThatThrownBy(() -> new OutputTimestamp(properties("yesterday")).inUtc())
        .isInstanceOf(InputException.class)
        .hasMessage(
            "project.build.outputTimestamp: 'yesterday' is no time."
                + " Give one as in 2024-05-01T00:00:00Z, or leave it out");
  }

  private static Properties properties(String text) {
    Properties properties = new Properties();
    properties.setProperty("project.build.outputTimestamp", text);
    return properties;
  }
}
