/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sparkmaven.doctor.DoctorResult;
import io.github.sparkmaven.doctor.Finding;
import io.github.sparkmaven.doctor.Severity;
import io.github.sparkmaven.maven.parameter.DoctorParameter;
import io.github.sparkmaven.maven.parameter.PomElement;
import io.github.sparkmaven.problem.InputException;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class DoctorParametersTest {
  private static final Finding ERROR = new Finding("host", Severity.ERROR, "a", "b", "c");
  private static final Finding WARNING = new Finding("disk", Severity.WARNING, "a", "b", "c");

  private final Properties line = new Properties();

  @Test
  void failsByDefaultOnErrorsAlone() {
    assertThatThrownBy(() -> refuse("error", WARNING, ERROR))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "doctor: host: 1 of 2 findings are no lighter than an error. Mend what is told above;"
                + " -Dspark.maven.doctor.failOn=never only tells");
    assertThatCode(() -> refuse("error", WARNING)).doesNotThrowAnyException();
  }

  @Test
  void failsOnWarningsWhereThatIsAskedFor() {
    assertThatThrownBy(() -> refuse("warning", WARNING, ERROR))
        .hasMessageStartingWith(
            "doctor: disk, host: 2 of 2 findings are no lighter than a warning");
  }

  @Test
  void obeysTheCommandLine() {
    line.setProperty("spark.maven.doctor.failOn", "never");
    line.setProperty("spark.maven.doctor.timeout", "30s");

    assertThatCode(() -> refuse("warning", ERROR)).doesNotThrowAnyException();
    assertThat(read("<timeout>1s</timeout><json>false</json>").timeout()).hasToString("30s");
    assertThat(read("<json>true</json>").json()).isTrue();
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    assertThatThrownBy(() -> read("<failOn>fatal</failOn><timeout>soon</timeout>"))
        .hasMessageContaining(
            "doctor/failOn: 'fatal' is unknown. Give one of error, warning, never")
        .hasMessageContaining("doctor/timeout: 'soon' is no duration");
  }

  private void refuse(String failOn, Finding... findings) {
    read("<failOn>" + failOn + "</failOn>").failOn().refuse(new DoctorResult(List.of(findings)));
  }

  private DoctorParameters read(String element) {
    return DoctorParameters.read(
        new UserProperties(line), PomElement.fill(new DoctorParameter(), element));
  }
}
