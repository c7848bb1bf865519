/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import io.github.sparkmaven.doctor.DoctorResult;
import io.github.sparkmaven.doctor.Finding;
import io.github.sparkmaven.doctor.Severity;
import io.github.sparkmaven.maven.parameter.ParameterReader;
import io.github.sparkmaven.problem.InputException;
import io.github.sparkmaven.problem.Problems;
import io.github.sparkmaven.unit.TimeLimit;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How the goal doctor looks and judges.
 *
 * @param failOn from when on a finding fails the build
 * @param timeout how long looking may take
 */
record DoctorParameters(FailOn failOn, TimeLimit timeout) {

  /** From when on a finding fails the build. */
  enum FailOn {
    /** What will make Spark fail. */
    ERROR,
    /** What may make it fail, too. */
    WARNING,
    /** Nothing. */
    NEVER;

    /**
     * Ends the build where what was found is grave enough.
     *
     * @throws InputException if it is
     */
    void refuse(DoctorResult result) {
      List<Finding> grave =
          switch (this) {
            case ERROR -> result.atLeast(Severity.ERROR);
            case WARNING -> result.atLeast(Severity.WARNING);
            case NEVER -> List.of();
          };
      if (!grave.isEmpty()) {
        throw new InputException(
            "doctor",
            grave.stream().map(Finding::id).distinct().collect(Collectors.joining(", "))
                + ": "
                + grave.size()
                + " of "
                + result.findings().size()
                + " findings are no lighter than "
                + (this == ERROR ? "an error" : "a warning"),
            "Mend what is told above; -Dspark.maven.doctor.failOn=never only tells");
      }
    }
  }

  /**
   * Reads them; the command line wins.
   *
   * @throws InputException if one cannot be read
   */
  static DoctorParameters read(UserProperties line, String failOn, String timeout) {
    Problems problems = new Problems();
    ParameterReader reader = new ParameterReader("", problems);
    FailOn how =
        reader
            .choice("failOn", line.text("doctor.failOn").orElse(failOn), FailOn.class)
            .orElse(FailOn.ERROR);
    TimeLimit limit =
        reader
            .limit("doctorTimeout", line.text("doctor.timeout").orElse(timeout))
            .orElseGet(() -> TimeLimit.parse("doctorTimeout", "10s"));
    problems.throwIfAny();
    return new DoctorParameters(how, limit);
  }
}
