/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.junit.jupiter.api.Test;

@MojoTest
class HomeMojoBindingTest {
  @Test
  @InjectMojo(goal = "home", pom = "classpath:/io/github/sparkmaven/maven/home-explicit.xml")
  void takesEveryParameterFromThePom(HomeMojo mojo) {
    BoundMojo bound = new BoundMojo(mojo);

    bound.assertExplicitValues();
    assertThat(bound.valueOrNull("skipHome")).isEqualTo(true);
  }

  @Test
  @InjectMojo(goal = "home", pom = "classpath:/io/github/sparkmaven/maven/defaults.xml")
  void hasDefaultsForEveryParameter(HomeMojo mojo) {
    BoundMojo bound = new BoundMojo(mojo);

    bound.assertDefaults();
    assertThat(bound.valueOrNull("skipHome")).isEqualTo(false);
  }
}
