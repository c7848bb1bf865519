/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.python;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PythonVersionTest {
  @ParameterizedTest
  @CsvSource({
    "3.11.7, 3, 11",
    "3.12, 3, 12",
    "3, 3, 0",
    "3.14.0rc1, 3, 14",
    "3.13+, 3, 13",
    "2.2.0.dev0, 2, 2",
    "unknown, 0, 0",
    "'', 0, 0"
  })
  void readsTheFirstTwoNumbers(String text, int major, int minor) {
    assertThat(PythonVersion.of(text)).isEqualTo(new PythonVersion(major, minor));
  }

  @Test
  void comparesNumbersAndNotTexts() {
    assertThat(PythonVersion.of("3.9")).isLessThan(PythonVersion.of("3.10"));
    assertThat(PythonVersion.of("2.20")).isLessThan(PythonVersion.of("3.0"));
    assertThat(PythonVersion.of("3.10.1")).isEqualByComparingTo(PythonVersion.of("3.10.9"));
    assertThat(PythonVersion.of("3.10.1")).hasToString("3.10");
  }
}
