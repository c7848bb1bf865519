/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import io.github.sparkmaven.conf.SparkVersion;
import io.github.sparkmaven.maven.parameter.ParameterReader;
import io.github.sparkmaven.maven.parameter.PrepareTestsParameter;
import io.github.sparkmaven.preparetests.LineProperty;
import io.github.sparkmaven.preparetests.PrepareTestsRequest;
import io.github.sparkmaven.preparetests.PrepareTestsResult;
import io.github.sparkmaven.problem.Problems;
import java.util.Optional;
import java.util.Properties;

/** What prepare-tests is asked, and where its answer goes: properties of the project. */
record PrepareTestsRequests(
    ProjectContext context, Expressions expressions, PrepareTestsParameter parameter) {
  // A property too, because a forked lifecycle copies the project with its properties alone.
  private static final String ADDED = "spark-maven-plugin.added.to.";

  /** Returns what is asked for a module that has Spark. */
  PrepareTestsRequest of(SparkVersion spark) {
    TestDependencies dependencies = new TestDependencies(context);
    return new PrepareTestsRequest(
        spark,
        dependencies.launcher(spark),
        dependencies.haveArrow(),
        dependencies.haveJupiter(),
        context.java(),
        new TestExecutions(context, expressions).all(),
        property(),
        choices(),
        context.target().resolve("spark"));
  }

  /** Puts the options where test plugins look for them. */
  void handOver(PrepareTestsResult result) {
    Properties properties = context.project().getProperties();
    properties.setProperty(propertyName(), result.value());
    properties.setProperty(ADDED + propertyName(), result.added());
  }

  /** Returns the name of the property that hands the options over. */
  String propertyName() {
    return given("propertyName", parameter.propertyName()).orElse("argLine");
  }

  private LineProperty property() {
    Properties properties = context.project().getProperties();
    String name = propertyName();
    return new LineProperty(
        name,
        properties.getProperty(name, ""),
        properties.getProperty(ADDED + name, ""),
        Optional.ofNullable(context.session().getUserProperties().getProperty(name)));
  }

  private PrepareTestsRequest.Choices choices() {
    Problems problems = new Problems();
    ParameterReader reader = new ParameterReader("prepareTests", problems);
    PrepareTestsRequest.Choices choices =
        new PrepareTestsRequest.Choices(
            reader.flag("fastStart", given("fastStart", parameter.fastStart()).orElse(null), true),
            reader.flag("localMode", given("localMode", parameter.localMode()).orElse(null), true),
            Runtime.getRuntime().availableProcessors());
    problems.throwIfAny();
    return choices;
  }

  private Optional<String> given(String name, Optional<String> ofPom) {
    return context.userProperties().text("prepareTests." + name).or(() -> ofPom);
  }
}
