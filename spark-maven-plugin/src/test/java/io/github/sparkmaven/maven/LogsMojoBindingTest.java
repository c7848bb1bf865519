/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.junit.jupiter.api.Test;

@MojoTest
class LogsMojoBindingTest {
  @Test
  @InjectMojo(goal = "logs", pom = "classpath:/io/github/sparkmaven/maven/logs-explicit.xml")
  void takesEveryParameterFromThePom(LogsMojo mojo) {
    BoundMojo bound = new BoundMojo(mojo);

    bound.assertExplicitValues();
    assertThat(bound.valueOrNull("skipLogs")).isEqualTo(true);
    assertThat(bound.valueOrNull("logLines")).isEqualTo("50");
  }

  @Test
  @InjectMojo(goal = "logs", pom = "classpath:/io/github/sparkmaven/maven/defaults.xml")
  void hasDefaultsForEveryParameter(LogsMojo mojo) {
    BoundMojo bound = new BoundMojo(mojo);

    bound.assertDefaults();
    assertThat(bound.valueOrNull("skipLogs")).isEqualTo(false);
    assertThat(bound.valueOrNull("logLines")).isEqualTo("20");
  }
}
