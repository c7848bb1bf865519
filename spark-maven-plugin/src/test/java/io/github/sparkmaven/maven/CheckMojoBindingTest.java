/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparkmaven.check.Policy;
import io.github.sparkmaven.check.Severity;
import io.github.sparkmaven.check.Suppression;
import io.github.sparkmaven.maven.parameter.CheckParameter;
import io.github.sparkmaven.maven.parameter.PolicyReader;
import io.github.sparkmaven.maven.parameter.SubmitParameter;
import io.github.sparkmaven.problem.Problem;
import io.github.sparkmaven.problem.Problems;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.junit.jupiter.api.Test;

@MojoTest
class CheckMojoBindingTest {
  private static final List<String> RULES =
      List.of("clash-with-spark", "missing-jar", "scala-bundled");

  @Test
  @InjectMojo(goal = "check", pom = "classpath:/io/github/sparkmaven/maven/check-explicit.xml")
  void takesEveryParameterFromThePom(CheckMojo mojo) {
    BoundMojo bound = new BoundMojo(mojo);

    bound.assertExplicitValues();
    assertThat(bound.value("submit", SubmitParameter.class)).isNotNull();
    assertThat(bound.valueOrNull("skipCheck")).isEqualTo(true);
    Problems problems = new Problems();
    Policy policy =
        new PolicyReader(RULES, problems)
            .read(bound.value("check", CheckParameter.class), Optional.empty());
    assertThat(policy)
        .isEqualTo(
            new Policy(
                Optional.of(Severity.WARNING),
                Map.of("scala-bundled", Optional.empty()),
                List.of(
                    new Suppression("clash-with-spark", "com.google.*"),
                    new Suppression("clash-with-spark", "org.slf4j*"))));
    assertThat(problems.all())
        .containsExactly(
            new Problem(
                "check/severity/missing-jar",
                "'' is unknown",
                "Give one of error, warning, note, off"));
  }

  @Test
  @InjectMojo(goal = "check", pom = "classpath:/io/github/sparkmaven/maven/defaults.xml")
  void hasDefaultsForEveryParameter(CheckMojo mojo) {
    BoundMojo bound = new BoundMojo(mojo);

    bound.assertDefaults();
    assertThat(bound.valueOrNull("check")).isNull();
    assertThat(bound.valueOrNull("submit")).isNull();
    assertThat(bound.valueOrNull("skipCheck")).isEqualTo(false);
  }
}
