/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.junit.jupiter.api.Test;

@MojoTest
class ExportMojoBindingTest {
  @Test
  @InjectMojo(goal = "export", pom = "classpath:/io/github/sparkmaven/maven/export-explicit.xml")
  void takesEveryParameterFromThePom(ExportMojo mojo) {
    BoundMojo bound = new BoundMojo(mojo);

    bound.assertExplicitValues();
    assertThat(bound.valueOrNull("skipExport")).isEqualTo(true);
  }

  @Test
  @InjectMojo(goal = "export", pom = "classpath:/io/github/sparkmaven/maven/defaults.xml")
  void hasDefaultsForEveryParameter(ExportMojo mojo) {
    BoundMojo bound = new BoundMojo(mojo);

    bound.assertDefaults();
    assertThat(bound.valueOrNull("skipExport")).isEqualTo(false);
  }
}
