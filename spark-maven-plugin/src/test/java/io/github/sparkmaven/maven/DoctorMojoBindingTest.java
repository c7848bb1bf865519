/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparkmaven.maven.parameter.DoctorParameter;
import io.github.sparkmaven.maven.parameter.SubmitParameter;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.junit.jupiter.api.Test;

@MojoTest
class DoctorMojoBindingTest {
  @Test
  @InjectMojo(goal = "doctor", pom = "classpath:/io/github/sparkmaven/maven/doctor-explicit.xml")
  void takesEveryParameterFromThePom(DoctorMojo mojo) {
    BoundMojo bound = new BoundMojo(mojo);

    bound.assertExplicitValues();
    DoctorParameter doctor = bound.value("doctor", DoctorParameter.class);
    assertThat(doctor.failOn()).contains("warning");
    assertThat(doctor.timeout()).contains("20s");
    assertThat(doctor.json()).contains("true");
    assertThat(bound.valueOrNull("skipDoctor")).isEqualTo(true);
    assertThat(bound.valueOrNull("submit")).isInstanceOf(SubmitParameter.class);
  }

  @Test
  @InjectMojo(goal = "doctor", pom = "classpath:/io/github/sparkmaven/maven/defaults.xml")
  void hasDefaultsForEveryParameter(DoctorMojo mojo) {
    BoundMojo bound = new BoundMojo(mojo);

    bound.assertDefaults();
    assertThat(bound.valueOrNull("doctor")).isNull();
    assertThat(bound.valueOrNull("skipDoctor")).isEqualTo(false);
    assertThat(bound.valueOrNull("submit")).isNull();
  }
}
