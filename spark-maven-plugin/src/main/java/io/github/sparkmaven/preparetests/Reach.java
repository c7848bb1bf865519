/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.preparetests;

import io.github.sparkmaven.problem.Problem;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether the options reach the JVMs of the tests, and the tests are run at all. */
final class Reach {
  private final LineProperty property;
  private final boolean jupiter;

  Reach(LineProperty property, boolean jupiter) {
    this.property = property;
    this.jupiter = jupiter;
  }

  /** Returns what is in the way, each once, however many executions share it. */
  Set<Problem> problems(List<TestExecution> executions) {
    Set<Problem> problems = new LinkedHashSet<>();
    for (TestExecution execution : executions) {
      if (execution.runsInsideMaven()) {
        problems.add(insideMaven(execution));
      } else {
        hidden(execution).ifPresent(problems::add);
      }
      tooOld(execution).ifPresent(problems::add);
    }
    return problems;
  }

  private static Problem insideMaven(TestExecution execution) {
    boolean byMode = execution.forkMode().filter("never"::equals).isPresent();
    return new Problem(
        execution.where() + (byMode ? "/forkMode" : "/forkCount"),
        (byMode ? "never" : "0")
            + " runs the tests in Maven's own JVM, which the options that Spark needs do not reach",
        byMode ? "Write <forkMode>once</forkMode>" : "Write <forkCount>1</forkCount>");
  }

  private Optional<Problem> hidden(TestExecution execution) {
    return execution
        .argLine()
        .map(literal -> hiddenBy(literal, execution))
        .orElseGet(() -> notRead(execution));
  }

  private Optional<Problem> hiddenBy(String literal, TestExecution execution) {
    boolean late = execution.plugin().replacesLate() && literal.contains(property.late());
    // What is still there when the goal runs is evaluated when the tests start.
    if (late || literal.contains(property.early())) {
      return Optional.empty();
    }
    return Optional.of(
        new Problem(
            execution.where() + "/argLine",
            "'"
                + literal
                + "' hides the property "
                + property.name()
                + ", in which prepare-tests hands over the options that Spark needs",
            execution.plugin().replacesLate()
                ? "Write " + element(property.late() + " " + property.takenOutOf(literal))
                : "Remove it, and write into the POM's <properties> "
                    + ofProperty(property.ofUser() + " " + property.takenOutOf(literal))));
  }

  private Optional<Problem> notRead(TestExecution execution) {
    if (!property.name().equals(LineProperty.USUAL)) {
      return Optional.of(
          new Problem(
              execution.where() + "/argLine",
              "is not given, so that the property "
                  + property.name()
                  + ", in which prepare-tests hands over the options that Spark needs, is not read",
              "Write "
                  + element(
                      execution.plugin().replacesLate() ? property.late() : property.early())));
    }
    return property
        .commandLine()
        .map(
            given ->
                new Problem(
                    "-DargLine",
                    "hides the property of the project, in which prepare-tests hands over the"
                        + " options that Spark needs",
                    "Leave it out, and write into the POM's <properties> "
                        + ofProperty(property.ofUser() + " " + given)
                        + ", or give the options in the environment variable JDK_JAVA_OPTIONS"));
  }

  /** JUnit's user guide, "Maven", and SUREFIRE-1330: the provider for the platform came with it. */
  private Optional<Problem> tooOld(TestExecution execution) {
    boolean runsNone =
        jupiter
            && execution.plugin() != TestPlugin.SCALATEST
            && !execution.jupiterProvider()
            && execution.isOlderThan(2, 22);
    return runsNone
        ? Optional.of(
            new Problem(
                execution.plugin().artifactId(),
                "version "
                    + execution.version()
                    + " runs no test of JUnit Jupiter, and the build is green all the same",
                "Write <version>3.5.6</version> into the plugin; 2.22.0 is the first that runs them"))
        : Optional.empty();
  }

  private static String element(String text) {
    return "<argLine>" + text.strip() + "</argLine>";
  }

  private String ofProperty(String text) {
    return "<" + property.name() + ">" + text.strip() + "</" + property.name() + ">";
  }
}
