/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparkmaven.maven.parameter.RunParameter;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.junit.jupiter.api.Test;

@MojoTest
class RunMojoBindingTest {
  @Test
  @InjectMojo(goal = "run", pom = "classpath:/io/github/sparkmaven/maven/run-explicit.xml")
  void takesEveryParameterFromThePom(RunMojo mojo) {
    BoundMojo bound = new BoundMojo(mojo);

    bound.assertExplicitValues();
    RunParameter run = bound.value("run", RunParameter.class);
    assertThat(run.debug()).contains("5006");
    assertThat(run.jvmOptions()).containsExactly("-Xmx2g", "-Dx=y");
    assertThat(run.classDataArchive()).contains("never");
    assertThat(bound.valueOrNull("skipRun")).isEqualTo(true);
  }

  @Test
  @InjectMojo(goal = "run", pom = "classpath:/io/github/sparkmaven/maven/defaults.xml")
  void hasDefaultsForEveryParameter(RunMojo mojo) {
    BoundMojo bound = new BoundMojo(mojo);

    bound.assertDefaults();
    assertThat(bound.valueOrNull("run")).isNull();
    assertThat(bound.valueOrNull("skipRun")).isEqualTo(false);
  }
}
