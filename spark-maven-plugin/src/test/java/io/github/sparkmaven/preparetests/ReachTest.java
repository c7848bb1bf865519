/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.preparetests;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparkmaven.problem.Problem;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReachTest {
  private static final String HIDES =
      "in which prepare-tests hands over the options that Spark needs";

  @ParameterizedTest
  @EnumSource
  void findsNothingInAPluginThatSaysNothing(TestPlugin plugin) {
    assertThat(problems(property(""), TestExecutionExample.of(plugin))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"@{argLine} -Dmine=1", "-Dmine=1 @{argLine}", "${argLine} -Dmine=1", " "})
  void findsNothingWhereTheLineTakesTheProperty(String argLine) {
    assertThat(problems(property(""), surefire().argLine(argLine))).isEmpty();
  }

  @Test
  void givesTheLineToPasteWhereALiteralHidesTheProperty() {
    assertThat(problems(property(""), surefire().argLine("-Xmx4g")))
        .containsExactly(
            "maven-surefire-plugin/argLine: '-Xmx4g' hides the property argLine, "
                + HIDES
                + ". Write <argLine>@{argLine} -Xmx4g</argLine>");
  }

  @Test
  void takesOutWhatMavenHasPutInTooEarly() {
    LineProperty property =
        new LineProperty("argLine", "-javaagent:/a.jar=b -Xmx1g", "", Optional.of("-Xmx2g"));

    assertThat(problems(property, surefire().argLine("-Xmx1g -Dmine=1")))
        .singleElement()
        .asString()
        .endsWith("Write <argLine>@{argLine} -Dmine=1</argLine>");
    assertThat(problems(property, surefire().argLine("-Xmx2g -Dmine=1")))
        .singleElement()
        .asString()
        .endsWith("Write <argLine>@{argLine} -Dmine=1</argLine>");
  }

  @Test
  void sendsTheOptionsOfScalatestToTheProperty() {
    TestExecutionExample scalatest = TestExecutionExample.of(TestPlugin.SCALATEST);

    assertThat(problems(property("-Xmx1g"), scalatest.argLine("@{argLine} -Xss4m")))
        .containsExactly(
            "scalatest-maven-plugin/argLine: '@{argLine} -Xss4m' hides the property argLine, "
                + HIDES
                + ". Remove it, and write into the POM's <properties>"
                + " <argLine>-Xmx1g -Xss4m</argLine>");
    assertThat(problems(property(""), scalatest.argLine("${argLine} -Xss4m"))).isEmpty();
  }

  @Test
  void refusesAPropertyOnTheCommandLineThatIsRead() {
    LineProperty property = new LineProperty("argLine", "-Xmx1g", "", Optional.of("-Xmx2g"));

    assertThat(problems(property, surefire()))
        .containsExactly(
            "-DargLine: hides the property of the project, "
                + HIDES
                + ". Leave it out, and write into the POM's <properties>"
                + " <argLine>-Xmx1g -Xmx2g</argLine>, or give the options in the environment"
                + " variable JDK_JAVA_OPTIONS");
    // Surefire takes what stands behind @ from the project alone.
    assertThat(problems(property, surefire().argLine("@{argLine}"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"SUREFIRE, @{spark.line}", "FAILSAFE, @{spark.line}", "SCALATEST, ${spark.line}"})
  void wantsAnotherPropertyToBeRead(TestPlugin plugin, String element) {
    LineProperty property = new LineProperty("spark.line", "", "", Optional.empty());

    assertThat(problems(property, TestExecutionExample.of(plugin)))
        .containsExactly(
            plugin.artifactId()
                + "/argLine: is not given, so that the property spark.line, "
                + HIDES
                + ", is not read. Write <argLine>"
                + element
                + "</argLine>");
  }

  @Test
  void refusesTestsInMavensOwnJvm() {
    assertThat(
            problems(
                property(""),
                surefire().forkCount("0"),
                TestExecutionExample.of(TestPlugin.SCALATEST).forkMode("never")))
        .containsExactly(
            "maven-surefire-plugin/forkCount: 0 runs the tests in Maven's own JVM, which the"
                + " options that Spark needs do not reach. Write <forkCount>1</forkCount>",
            "scalatest-maven-plugin/forkMode: never runs the tests in Maven's own JVM, which the"
                + " options that Spark needs do not reach. Write <forkMode>once</forkMode>");
  }

  @Test
  void refusesASurefireThatRunsNoJupiterTest() {
    TestExecutionExample old = surefire().version("2.12.4");

    assertThat(problems(property(""), old))
        .containsExactly(
            "maven-surefire-plugin: version 2.12.4 runs no test of JUnit Jupiter, and the build is"
                + " green all the same. Write <version>3.5.6</version> into the plugin; 2.22.0 is"
                + " the first that runs them");
    assertThat(problems(property(""), old.withVariable("", true))).isEmpty();
    assertThat(new Reach(property(""), false).problems(List.of(old.execution()))).isEmpty();
  }

  @Test
  void saysOnceWhatExecutionsShare() {
    TestExecutionExample hidden = surefire().argLine("-Xmx4g");

    assertThat(problems(property(""), hidden, hidden)).hasSize(1);
  }

  private static TestExecutionExample surefire() {
    return TestExecutionExample.of(TestPlugin.SUREFIRE);
  }

  private static LineProperty property(String value) {
    return new LineProperty("argLine", value, "", Optional.empty());
  }

  private static List<String> problems(LineProperty property, TestExecutionExample... executions) {
    return new Reach(property, true)
        .problems(Stream.of(executions).map(TestExecutionExample::execution).toList()).stream()
            .map(Problem::toString)
            .toList();
  }
}
