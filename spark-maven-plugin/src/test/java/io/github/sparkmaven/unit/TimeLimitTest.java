/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sparkmaven.problem.InputException;
import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeLimitTest {

  @ParameterizedTest
  @CsvSource({
    "250ms, PT0.25S",
    "90s, PT1M30S",
    "30m, PT30M",
    "30min, PT30M",
    "2h, PT2H",
    "1d, PT24H",
    "5 M, PT5M",
    "999999999d, PT23999999976H"
  })
  void readsEveryUnit(String text, Duration duration) {
    assertThat(TimeLimit.parse("test/timeout", text)).isEqualTo(new TimeLimit(duration));
  }

  @ParameterizedTest
  @ValueSource(strings = {"90", "", "soon", "0s", "-5m", "1.5h", "5w", "1000000000s"})
  void rejectsWhatIsNoDurationAboveZero(String text) {
    assertThatThrownBy(() -> TimeLimit.parse("test/timeout", text))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "test/timeout: '"
                + text
                + "' is no duration. Give a whole number above 0 with a unit, ms, s, m, h or d, as"
                + " in 90s or 30m");
  }

  @Test
  void rejectsLimitOfZero() {
    assertThatThrownBy(() -> new TimeLimit(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no time limit: PT0S");
  }

  @ParameterizedTest
  @CsvSource({
    "48h, 2d",
    "120m, 2h",
    "90m, 90m",
    "60s, 1m",
    "61s, 61s",
    "1000ms, 1s",
    "999ms, 999ms"
  })
  void writesTheLargestUnitThatKeepsItWhole(String given, String written) {
    assertThat(TimeLimit.parse("x", given)).hasToString(written);
  }

  @Property(tries = 300)
  void readsWhatItWrites(@ForAll @LongRange(min = 1, max = 900_000_000) long millis) {
    TimeLimit limit = new TimeLimit(Duration.ofMillis(millis));
    assertThat(TimeLimit.parse("x", limit.toString())).isEqualTo(limit);
  }
}
