/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparkmaven.maven.parameter.TestParameter;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.junit.jupiter.api.Test;

@MojoTest
class TestMojoBindingTest {
  @Test
  @InjectMojo(goal = "test", pom = "classpath:/io/github/sparkmaven/maven/test-explicit.xml")
  void takesEveryParameterFromThePom(TestMojo mojo) {
    BoundMojo bound = new BoundMojo(mojo);

    bound.assertExplicitValues();
    TestParameter test = bound.value("test", TestParameter.class);
    assertThat(test.includes()).containsExactly("**/*Spec");
    assertThat(test.timeout()).contains("30m");
    assertThat(test.failIfNoTests()).contains("true");
    assertThat(test.testFailureIgnore()).contains("true");
    assertThat(test.casesDirectory()).contains("src/it/cases");
    assertThat(test.caseTimeout()).contains("90s");
    assertThat(test.jvmOptions()).containsExactly("-Xmx2g", "-Dx=y");
    assertThat(test.classDataArchive()).contains("never");
    assertThat(test.pythonFramework()).contains("unittest");
    assertThat(test.pytestArguments()).containsExactly("-k", "not slow");
    assertThat(test.unittestPattern()).contains("check_*.py");
    assertThat(test.coverage()).contains("true");
    assertThat(bound.valueOrNull("skipTest")).isEqualTo(true);
  }

  @Test
  @InjectMojo(goal = "test", pom = "classpath:/io/github/sparkmaven/maven/defaults.xml")
  void hasDefaultsForEveryParameter(TestMojo mojo) {
    BoundMojo bound = new BoundMojo(mojo);

    bound.assertDefaults();
    assertThat(bound.valueOrNull("test")).isNull();
    assertThat(bound.valueOrNull("skipTest")).isEqualTo(false);
  }
}
