/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparkmaven.maven.parameter.SubmitParameter;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.junit.jupiter.api.Test;

@MojoTest
class SubmitMojoBindingTest {
  @Test
  @InjectMojo(goal = "submit", pom = "classpath:/io/github/sparkmaven/maven/submit-explicit.xml")
  void takesEveryParameterFromThePom(SubmitMojo mojo) {
    BoundMojo bound = new BoundMojo(mojo);

    bound.assertExplicitValues();
    assertThat(bound.value("submit", SubmitParameter.class).timeout()).contains("2h");
    assertThat(bound.valueOrNull("skipSubmit")).isEqualTo(true);
  }

  @Test
  @InjectMojo(goal = "submit", pom = "classpath:/io/github/sparkmaven/maven/defaults.xml")
  void hasDefaultsForEveryParameter(SubmitMojo mojo) {
    BoundMojo bound = new BoundMojo(mojo);

    bound.assertDefaults();
    assertThat(bound.valueOrNull("submit")).isNull();
    assertThat(bound.valueOrNull("skipSubmit")).isEqualTo(false);
  }
}
