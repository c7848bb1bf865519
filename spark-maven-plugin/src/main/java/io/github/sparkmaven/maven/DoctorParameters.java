/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import io.github.sparkmaven.doctor.DoctorResult;
import io.github.sparkmaven.doctor.Finding;
import io.github.sparkmaven.doctor.Severity;
import io.github.sparkmaven.maven.parameter.DoctorParameter;
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
 * @param json whether JSON is printed instead of lines
 */
record DoctorParameters(FailOn failOn, TimeLimit timeout, boolean json) {

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
  static DoctorParameters read(UserProperties line, DoctorParameter declared) {
    Problems problems = new Problems();
    ParameterReader reader = new ParameterReader("doctor", problems);
    FailOn how =
        reader
            .choice(
                "failOn",
                line.text("doctor.failOn").or(declared::failOn).orElse(null),
                FailOn.class)
            .orElse(FailOn.ERROR);
    TimeLimit limit =
        line.text("doctor.timeout")
            .or(declared::timeout)
            .flatMap(text -> reader.limit("timeout", text))
            .orElseGet(() -> TimeLimit.parse("doctor/timeout", "10s"));
    boolean json =
        reader.flag("json", line.text("doctor.json").or(declared::json).orElse(null), false);
    problems.throwIfAny();
    return new DoctorParameters(how, limit, json);
  }
}
