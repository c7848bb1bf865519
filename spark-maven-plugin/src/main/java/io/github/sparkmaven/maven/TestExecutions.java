/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import io.github.sparkmaven.preparetests.TestExecution;
import io.github.sparkmaven.preparetests.TestPlugin;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.jspecify.annotations.Nullable;

/** The executions of test plugins that the effective POM binds and nothing skips. */
final class TestExecutions {
  // Maven's documentation names no other; a phase that does not exist binds nothing either.
  private static final String UNBOUND = "none";
  private static final List<String> OPTION_VARIABLES =
      List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

  private final ProjectContext context;
  private final Expressions expressions;
  private final ForkJava java;

  TestExecutions(ProjectContext context, Expressions expressions) {
    this.context = context;
    this.expressions = expressions;
    this.java = new ForkJava(context, expressions);
  }

  /** Returns the executions in the order of the POM. */
  List<TestExecution> all() {
    return Arrays.stream(TestPlugin.values()).flatMap(this::of).toList();
  }

  private Stream<TestExecution> of(TestPlugin kind) {
    Plugin plugin = context.project().getPlugin(kind.key());
    return Stream.ofNullable(plugin)
        .flatMap(found -> found.getExecutions().stream())
        .filter(execution -> execution.getGoals().contains(kind.goal()))
        .filter(execution -> !UNBOUND.equals(execution.getPhase()))
        .filter(execution -> !skips(kind, configuration(plugin, execution)))
        .map(execution -> execution(kind, plugin, execution));
  }

  private TestExecution execution(TestPlugin kind, Plugin plugin, PluginExecution execution) {
    PluginElements elements = configuration(plugin, execution);
    PluginElements common = new PluginElements(plugin.getConfiguration());
    Optional<String> argLine = elements.text("argLine");
    boolean shared =
        argLine.equals(common.text("argLine"))
            && elements.text("forkCount").equals(common.text("forkCount"))
            && elements.text("forkMode").equals(common.text("forkMode"));
    return new TestExecution(
        kind,
        shared
            ? kind.artifactId()
            : kind.artifactId() + "/executions/" + execution.getId() + "/configuration",
        Optional.ofNullable(plugin.getVersion()).orElse(""),
        argLine,
        value(elements, "forkCount", "forkCount"),
        value(elements, "forkMode", "forkMode"),
        java.of(elements),
        variables(elements),
        plugin.getDependencies().stream()
            .anyMatch(
                dependency ->
                    dependency.getArtifactId().equals("junit-platform-surefire-provider")));
  }

  /** Maven has merged the plugin's own configuration into that of each execution. */
  private static PluginElements configuration(@Nullable Plugin plugin, PluginExecution execution) {
    Object own = execution.getConfiguration();
    return new PluginElements(own == null && plugin != null ? plugin.getConfiguration() : own);
  }

  private boolean skips(TestPlugin kind, PluginElements elements) {
    Stream<Optional<String>> switches =
        switch (kind) {
          case SUREFIRE, FAILSAFE ->
              Stream.of(
                  value(elements, "skip", "maven.test.skip"),
                  value(elements, "skipTests", "skipTests"),
                  value(elements, "skipExec", "maven.test.skip.exec"),
                  kind == TestPlugin.FAILSAFE
                      ? value(elements, "skipITs", "skipITs")
                      : Optional.<String>empty());
          case SCALATEST ->
              Stream.of(
                  value(elements, "skipTests", "skipTests"),
                  expressions.value("${maven.test.skip}"));
        };
    return switches
        .flatMap(Optional::stream)
        .anyMatch(text -> text.isEmpty() || text.equals("true"));
  }

  /** Returns what an element says, else what its property does. */
  private Optional<String> value(PluginElements elements, String element, String property) {
    return elements
        .text(element)
        .flatMap(expressions::value)
        .or(() -> expressions.value("${" + property + "}"))
        .map(String::strip);
  }

  private List<String> variables(PluginElements elements) {
    Stream<String> ofMachine =
        OPTION_VARIABLES.stream()
            .flatMap(name -> ProjectContext.environmentVariable(name).stream());
    Stream<String> ofPlugin =
        elements.children("environmentVariables").entrySet().stream()
            .filter(variable -> OPTION_VARIABLES.contains(variable.getKey()))
            .map(variable -> variable.getValue());
    return Stream.concat(ofMachine, ofPlugin).toList();
  }
}
