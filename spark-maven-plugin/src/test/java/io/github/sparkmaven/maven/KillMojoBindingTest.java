/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.junit.jupiter.api.Test;

@MojoTest
class KillMojoBindingTest {
  @Test
  @InjectMojo(goal = "kill", pom = "classpath:/io/github/sparkmaven/maven/kill-explicit.xml")
  void takesEveryParameterFromThePom(KillMojo mojo) {
    BoundMojo bound = new BoundMojo(mojo);

    bound.assertExplicitValues();
    assertThat(bound.valueOrNull("skipKill")).isEqualTo(true);
  }

  @Test
  @InjectMojo(goal = "kill", pom = "classpath:/io/github/sparkmaven/maven/defaults.xml")
  void hasDefaultsForEveryParameter(KillMojo mojo) {
    BoundMojo bound = new BoundMojo(mojo);

    bound.assertDefaults();
    assertThat(bound.valueOrNull("skipKill")).isEqualTo(false);
  }
}
