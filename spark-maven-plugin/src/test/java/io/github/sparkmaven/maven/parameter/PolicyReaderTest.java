/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven.parameter;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparkmaven.check.Policy;
import io.github.sparkmaven.check.Severity;
import io.github.sparkmaven.problem.Problem;
import io.github.sparkmaven.problem.Problems;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PolicyReaderTest {
  private static final List<String> RULES = List.of("class-level", "main-class", "missing-jar");
  private final Problems problems = new Problems();

  @Test
  void failsOnErrorsUnlessToldOtherwise() {
    assertThat(read("", Optional.empty()).failOn()).contains(Severity.ERROR);
    assertThat(read("<failOn>never</failOn>", Optional.empty()).failOn()).isEmpty();
    assertThat(problems.all()).isEmpty();
  }

  @Test
  void letsTheCommandLineWin() {
    assertThat(read("<failOn>never</failOn>", Optional.of("note")).failOn())
        .contains(Severity.NOTE);
  }

  @Test
  void tellsOfAllThatIsWrongAtOnce() {
    read(
        """
        <failOn>always</failOn>
        <severity><mainclass>error</mainclass><class-level>fatal</class-level></severity>
        <suppress><class-levle>*</class-levle><missing-jar>a,,b</missing-jar><other/></suppress>
        """,
        Optional.empty());

    assertThat(problems.all())
        .containsExactly(
            new Problem(
                "check/failOn", "'always' is unknown", "Give one of error, warning, note, never"),
            new Problem(
                "check/severity/class-level",
                "'fatal' is unknown",
                "Give one of error, warning, note, off"),
            new Problem(
                "check/severity/mainclass",
                "there is no rule 'mainclass'",
                "Did you mean main-class?"),
            new Problem(
                "check/suppress/class-levle",
                "there is no rule 'class-levle'",
                "Did you mean class-level?"),
            new Problem(
                "check/suppress/missing-jar",
                "has an empty pattern",
                "Give classes, files or entries of jars, as in com.acme.*, or * for all findings"),
            new Problem(
                "check/suppress/other",
                "there is no rule 'other'",
                "Give one of class-level, main-class, missing-jar"),
            new Problem(
                "check/suppress/other",
                "has an empty pattern",
                "Give classes, files or entries of jars, as in com.acme.*, or * for all findings"));
  }

  private Policy read(String element, Optional<String> failOn) {
    return new PolicyReader(RULES, problems)
        .read(PomElement.fill(new CheckParameter(), element), failOn);
  }
}
