/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sparkmaven.problem.InputException;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserPropertiesTest {
  @Test
  void readsWhatBeginsWithSparkMaven() {
    UserProperties user = user("spark.maven.environment", "prod");

    assertThat(user.text("environment")).contains("prod");
    assertThat(user.text("mainClass")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"'', false, true", "true, false, true", "false, true, false"})
  void letsTheCommandLineWinOverThePom(String given, boolean ofPom, boolean expected) {
    assertThat(user("spark.maven.test.skip", given).flag("test.skip", ofPom)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void keepsThePomsFlagWhereNothingIsGiven(boolean ofPom) {
    assertThat(user("spark.maven.skip", "true").flag("test.skip", ofPom)).isEqualTo(ofPom);
  }

  @Test
  void refusesAFlagThatIsNone() {
    assertThatThrownBy(() -> user("spark.maven.test.skip", "yes").flag("test.skip", false))
        .isInstanceOf(InputException.class)
        .hasMessage("-Dspark.maven.test.skip: 'yes' is neither true nor false. Give one of them");
  }

  @Test
  void takesEveryOtherSparkPropertyForASetting() {
    UserProperties user =
        user(
            "spark.executor.memory", "20g",
            "spark.maven.environment", "prod",
            "sparkle", "1",
            "maven.test.skip", "true");

    assertThat(user.sparkSettings(new Properties()))
        .isEqualTo(Map.of("spark.executor.memory", "20g"));
  }

  @Test
  void leavesThePropertiesThatThePomDeclaresToMaven() {
    Properties ofProject = new Properties();
    ofProject.setProperty("spark.version", "3.5.5");

    assertThat(user("spark.version", "3.5.1", "spark.app.name", "a").sparkSettings(ofProject))
        .isEqualTo(Map.of("spark.app.name", "a"));
  }

  private static UserProperties user(String... namesAndValues) {
    Properties properties = new Properties();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      properties.setProperty(namesAndValues[i], namesAndValues[i + 1]);
    }
    return new UserProperties(properties);
  }

  @Test
  void refusesNamesThatMeanNothingAndValuesThatAreEmpty() {
    Properties given = new Properties();
    given.setProperty("spark.maven.enviroment", "prod");
    given.setProperty("spark.maven.mainClass", " ");
    given.setProperty("spark.maven.arguments", "");
    given.setProperty("spark.maven.version", "0.1.0");
    Properties ofProject = new Properties();
    ofProject.setProperty("spark.maven.version", "0.1.0");

    assertThatThrownBy(() -> new UserProperties(given).refuseUnknown(ofProject))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("2 problems:")
        .hasMessageContaining("-Dspark.maven.enviroment: is no property of this version. Give one")
        .hasMessageContaining(
            "-Dspark.maven.mainClass: is empty. Give it a value, or leave it out");
  }
}
