/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.conf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sparkmaven.problem.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SparkVersionTest {

  @ParameterizedTest
  @CsvSource({
    "3.3.0, 3, 3",
    "3.5.5, 3, 5",
    "4.1.0, 4, 1",
    "4.2.0-preview1, 4, 2",
    "3.3.2.3.3.7190.0-91, 3, 3",
    "3.10.0, 3, 10",
    "10.0.0, 10, 0"
  })
  void readsMajorAndMinor(String text, int major, int minor) {
    SparkVersion version = new SparkVersion(text, "2.13");

    assertThat(version.major()).isEqualTo(major);
    assertThat(version.minor()).isEqualTo(minor);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "3", "3.5", "latest", "v3.5.1", "${spark.version}"})
  void rejectsWhatIsNoVersion(String text) {
    assertThatThrownBy(() -> new SparkVersion(text, "2.13"))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "sparkVersion: '" + text + "' is no Spark version. Give one as in 3.5.5 or 4.1.0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"3.2.4", "2.4.8", "1.6.3"})
  void rejectsSparkBefore33(String text) {
    assertThatThrownBy(() -> new SparkVersion(text, "2.12"))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "sparkVersion: Spark "
                + text
                + " is not supported. Use Spark 3.3 or later in the project's dependencies");
  }

  @Test
  void comparesByMajorThenMinor() {
    SparkVersion version = new SparkVersion("4.1.0", "2.13");

    assertThat(version.atLeast(4, 1)).isTrue();
    assertThat(version.atLeast(4, 0)).isTrue();
    assertThat(version.atLeast(3, 5)).isTrue();
    assertThat(version.atLeast(4, 2)).isFalse();
    assertThat(version.atLeast(5, 0)).isFalse();
  }

  @Test
  void namesTheScalaSuffixToo() {
    assertThat(new SparkVersion("3.5.5", "2.12")).hasToString("3.5.5 (Scala 2.12)");
  }
}
