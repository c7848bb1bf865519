/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.junit.jupiter.api.Test;

@MojoTest
class PackagePythonMojoBindingTest {
  @Test
  @InjectMojo(
      goal = "package-python",
      pom = "classpath:/io/github/sparkmaven/maven/package-python-explicit.xml")
  void takesEveryParameterFromThePom(PackagePythonMojo mojo) {
    BoundMojo bound = new BoundMojo(mojo);

    bound.assertExplicitValues();
    assertThat(bound.valueOrNull("skipPackagePython")).isEqualTo(true);
  }

  @Test
  @InjectMojo(goal = "package-python", pom = "classpath:/io/github/sparkmaven/maven/defaults.xml")
  void hasDefaultsForEveryParameter(PackagePythonMojo mojo) {
    BoundMojo bound = new BoundMojo(mojo);

    bound.assertDefaults();
    assertThat(bound.valueOrNull("skipPackagePython")).isEqualTo(false);
    assertThat(bound.valueOrNull("projectHelper")).isNotNull();
  }
}
