/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sparkmaven.conf.SparkVersion;
import io.github.sparkmaven.problem.InputException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JdkFitTest {
  @ParameterizedTest
  @CsvSource({
    "3.3.4, 8",
    "3.3.4, 11",
    "3.3.4, 17",
    "3.4.4, 17",
    "3.5.5, 8",
    "3.5.5, 11",
    "3.5.5, 17",
    "3.5.1.2-vendor, 17",
    "4.0.0, 17",
    "4.0.0, 21",
    "4.1.0, 17",
    "4.1.0, 21",
    "4.2.0, 17",
    "4.2.0, 21",
    "4.2.0, 25",
    "5.0.0, 30"
  })
  void findsNothingToSayOfATestedPair(String spark, int feature) {
    assertThat(check(spark, feature)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"3.5.5, 21", "3.5.5, 23", "3.4.4, 20"})
  void warnsOfAPairThatSparkDoesNotTest(String spark, int feature) {
    assertThat(check(spark, feature))
        .contains(
            "Spark " + spark + " is not tested on JDK " + feature + "; JDK 17 is the safe choice");
  }

  @ParameterizedTest
  @CsvSource({
    "3.3.4, 21, 8 to 20", "3.4.4, 21, 8 to 20", "3.5.5, 24, 8 to 23", "3.5.5, 25, 8 to 23",
    "3.5.5, 7, 8 to 23", "4.0.0, 8, 17 to 23", "4.0.0, 11, 17 to 23", "4.1.0, 25, 17 to 23",
    "4.2.0, 11, 17 or later"
  })
  void refusesAPairThatCannotWork(String spark, int feature, String range) {
    assertThatThrownBy(() -> check(spark, feature))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "JDK %s: Spark %s cannot run on it (/jdk). Use JDK 17, by JAVA_HOME or"
                + " maven-toolchains-plugin; this Spark runs on %s",
            feature, spark, range);
  }

  private static Optional<String> check(String spark, int feature) {
    return JdkFit.check(new SparkVersion(spark, "2.13"), new JavaHome(Path.of("/jdk"), feature));
  }
}
