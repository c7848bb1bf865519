/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptorBuilder;
import org.codehaus.plexus.configuration.PlexusConfigurationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Reads the descriptor that the build has made of the goals. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PluginDescriptorTest {
  private static final Pattern PROPERTY = Pattern.compile("\\$\\{([^}]+)}");

  private PluginDescriptor plugin = new PluginDescriptor();

  @BeforeAll
  void read() throws IOException, PlexusConfigurationException {
    try (InputStream stream =
            Objects.requireNonNull(getClass().getResourceAsStream("/META-INF/maven/plugin.xml"));
        Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
      plugin = new PluginDescriptorBuilder().build(reader);
    }
  }

  @Test
  void hasThePrefixAndTheGoals() {
    assertThat(plugin.getGoalPrefix()).isEqualTo("spark");
    assertThat(plugin.getMojos())
        .extracting(MojoDescriptor::getGoal)
        .contains(
            "configure",
            "explain",
            "prepare-tests",
            "home",
            "test",
            "submit",
            "status",
            "kill",
            "logs",
            "export",
            "check",
            "package-python",
            "doctor",
            "run",
            "run-anew",
            "help");
  }

  @ParameterizedTest
  @CsvSource({
    "configure, generate-resources",
    "explain, ",
    "prepare-tests, initialize",
    "test, verify",
    "submit, deploy",
    "status, ",
    "kill, ",
    "logs, ",
    "export, package",
    "check, verify",
    "package-python, package",
    "doctor, ",
    "run, ",
    "run-anew, "
  })
  void bindsAGoalToItsPhase(String goal, @Nullable String phase) {
    assertThat(plugin.getMojo(goal).getPhase()).isEqualTo(phase);
  }

  @ParameterizedTest
  @CsvSource({
    "configure, ",
    "explain, ",
    "prepare-tests, ",
    "home, ",
    "test, test",
    "submit, ",
    "status, ",
    "kill, ",
    "logs, ",
    "export, ",
    "check, ",
    "package-python, ",
    "doctor, ",
    "run, ",
    "run-anew, compile+runtime"
  })
  void resolvesOnlyWhatAGoalNeeds(String goal, @Nullable String scope) {
    assertThat(plugin.getMojo(goal).getDependencyResolutionRequired()).isEqualTo(scope);
    // What comes from a repository is submitted from anywhere, and a machine looked at anywhere.
    assertThat(plugin.getMojo(goal).isProjectRequired())
        .isEqualTo(!Set.of("submit", "doctor").contains(goal));
  }

  @Test
  void compilesBeforeItRuns() {
    assertThat(plugin.getMojo("run-anew").getExecutePhase()).isEqualTo("process-classes");
    assertThat(plugin.getMojo("run").getExecutePhase()).isNull();
  }

  @Test
  void collectsForTestsWithoutResolving() {
    assertThat(plugin.getMojo("prepare-tests").getDependencyCollectionRequired()).isEqualTo("test");
  }

  @ParameterizedTest
  @MethodSource("goals")
  void isThreadSafeAndDescribed(MojoDescriptor goal) {
    assertThat(goal.isThreadSafe()).isTrue();
    assertThat(goal.getDescription()).isNotBlank();
  }

  @ParameterizedTest
  @MethodSource("ownGoals")
  void describesEachParameterAndSaysSinceWhen(MojoDescriptor goal) {
    assertThat(goal.getSince()).isNotBlank();
    assertThat(editable(goal)).isNotEmpty();
    for (Parameter parameter : editable(goal)) {
      assertThat(parameter.getDescription()).as(parameter.getName()).isNotBlank();
      assertThat(parameter.getSince()).as(parameter.getName()).matches("\\d+\\.\\d+\\.\\d+");
    }
  }

  @ParameterizedTest
  @MethodSource("ownGoals")
  void namesEveryPropertyAfterThePlugin(MojoDescriptor goal) {
    for (Parameter parameter : editable(goal)) {
      String expression = goal.getMojoConfiguration().getChild(parameter.getName()).getValue("");
      Matcher property = PROPERTY.matcher(expression);
      while (property.find()) {
        assertThat(property.group(1)).as(parameter.getName()).startsWith("spark.maven.");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("ownGoals")
  void hasTheSharedParametersInEveryGoal(MojoDescriptor goal) {
    Map<String, Parameter> parameters =
        editable(goal).stream().collect(Collectors.toMap(Parameter::getName, Function.identity()));

    assertThat(parameters)
        .containsKeys(
            "job",
            "cluster",
            "workload",
            "conf",
            "environments",
            "defaultEnvironment",
            "python",
            "sparkVersion",
            "sparkHome",
            "sparkConfDir",
            "cacheDirectory",
            "skip");
    assertThat(parameters.values()).noneMatch(Parameter::isRequired);
  }

  Stream<MojoDescriptor> goals() {
    return plugin.getMojos().stream();
  }

  /** Returns the goals but for help, which plugin-tools generate. */
  Stream<MojoDescriptor> ownGoals() {
    return goals().filter(goal -> !goal.getGoal().equals("help"));
  }

  private static List<Parameter> editable(MojoDescriptor goal) {
    return goal.getParameters().stream().filter(Parameter::isEditable).toList();
  }
}
