/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven.parameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sparkmaven.problem.InputException;
import io.github.sparkmaven.problem.Problems;
import io.github.sparkmaven.unit.TimeLimit;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParameterReaderTest {
  private final Problems problems = new Problems();
  private final ParameterReader reader = new ParameterReader("submit", problems);

  @ParameterizedTest
  @CsvSource({"'', true", "true, true", "false, false", "' true ', true"})
  void readsAFlag(String text, boolean expected) {
    assertThat(reader.flag("wait", text, !expected)).isEqualTo(expected);
    assertThat(problems.none()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"TRUE", "yes", "1"})
  void refusesOtherWordsForAFlag(String text) {
    reader.flag("wait", text, false);

    assertThatThrownBy(problems::throwIfAny)
        .isInstanceOf(InputException.class)
        .hasMessage("submit/wait: '%s' is neither true nor false. Give one of them", text);
  }

  @Test
  void takesTheDefaultWhereNothingIsWritten() {
    assertThat(reader.flag("wait", null, true)).isTrue();
    assertThat(reader.integer("nodes", null)).isEmpty();
    assertThat(reader.positive("nodes", null)).isEmpty();
    assertThat(reader.memory("memory", null)).isEmpty();
    assertThat(reader.limit("timeout", null)).isEmpty();
    assertThat(problems.none()).isTrue();
  }

  @Test
  void readsNumbersWithWhiteSpace() {
    assertThat(reader.integer("nodes", " 16 ")).hasValue(16);
    assertThat(reader.integer("nodes", "-16")).hasValue(-16);
    assertThat(reader.positive("nodes", "1")).hasValue(1);
  }

  @Test
  void hasNoValueForANumberThatIsTooSmall() {
    assertThat(reader.positive("nodes", "0")).isEmpty();

    assertThatThrownBy(problems::throwIfAny)
        .hasMessage("submit/nodes: 0 is less than 1. Give a whole number from 1 up");
  }

  @Test
  void tellsOfANumberOnceThatIsNone() {
    assertThat(reader.positive("nodes", "many")).isEmpty();

    assertThatThrownBy(problems::throwIfAny)
        .hasMessage("submit/nodes: 'many' is no whole number. Give one, as in 16");
  }

  @Test
  void readsADuration() {
    assertThat(reader.limit("timeout", "90s")).contains(new TimeLimit(Duration.ofSeconds(90)));

    assertThat(reader.limit("timeout", "90")).isEmpty();
    assertThatThrownBy(problems::throwIfAny)
        .hasMessageStartingWith("submit/timeout: '90' is no duration. ");
  }

  @Test
  void namesAParameterThatStandsByItself() {
    assertThat(new ParameterReader("", problems).path("skip")).isEqualTo("skip");
    assertThat(reader.path("timeout")).isEqualTo("submit/timeout");
  }
}
