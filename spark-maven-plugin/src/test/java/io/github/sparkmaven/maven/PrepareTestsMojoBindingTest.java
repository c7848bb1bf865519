/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparkmaven.maven.parameter.PrepareTestsParameter;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.junit.jupiter.api.Test;

@MojoTest
class PrepareTestsMojoBindingTest {
  @Test
  @InjectMojo(
      goal = "prepare-tests",
      pom = "classpath:/io/github/sparkmaven/maven/prepare-tests-explicit.xml")
  void takesEveryParameterFromThePom(PrepareTestsMojo mojo) {
    BoundMojo bound = new BoundMojo(mojo);

    bound.assertExplicitValues();
    PrepareTestsParameter parameter = bound.value("prepareTests", PrepareTestsParameter.class);
    assertThat(parameter.propertyName()).contains("spark.line");
    assertThat(parameter.fastStart()).contains("false");
    assertThat(parameter.localMode()).contains("false");
    assertThat(bound.valueOrNull("skipPrepareTests")).isEqualTo(true);
  }

  @Test
  @InjectMojo(goal = "prepare-tests", pom = "classpath:/io/github/sparkmaven/maven/defaults.xml")
  void hasDefaultsForEveryParameter(PrepareTestsMojo mojo) {
    BoundMojo bound = new BoundMojo(mojo);

    bound.assertDefaults();
    assertThat(bound.valueOrNull("prepareTests")).isNull();
    assertThat(bound.valueOrNull("skipPrepareTests")).isEqualTo(false);
  }
}
