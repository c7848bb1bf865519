/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.junit.jupiter.api.Test;

@MojoTest
class StatusMojoBindingTest {
  @Test
  @InjectMojo(goal = "status", pom = "classpath:/io/github/sparkmaven/maven/status-explicit.xml")
  void takesEveryParameterFromThePom(StatusMojo mojo) {
    BoundMojo bound = new BoundMojo(mojo);

    bound.assertExplicitValues();
    assertThat(bound.valueOrNull("skipStatus")).isEqualTo(true);
  }

  @Test
  @InjectMojo(goal = "status", pom = "classpath:/io/github/sparkmaven/maven/defaults.xml")
  void hasDefaultsForEveryParameter(StatusMojo mojo) {
    BoundMojo bound = new BoundMojo(mojo);

    bound.assertDefaults();
    assertThat(bound.valueOrNull("skipStatus")).isEqualTo(false);
  }
}
