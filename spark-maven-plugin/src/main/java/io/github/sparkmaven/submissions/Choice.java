/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submissions;

import io.github.sparkmaven.problem.InputException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Chooses the submission that a goal is about. */
final class Choice {
  private Choice() {}

  /**
   * Returns the one of a name.
   *
   * @throws InputException if nobody knows it
   */
  static Standing named(Survey survey, String parameter, String name) {
    return survey.named(name).orElseThrow(() -> unknown(survey, parameter, name));
  }

  /** Returns the one that is alive, else the latest, of those of the chosen environment. */
  static Optional<Standing> latest(List<Standing> rows, SubmissionsRequest request) {
    List<Standing> own = own(rows, request);
    return own.stream()
        .filter(row -> row.seen().state().alive())
        .findFirst()
        .or(() -> own.stream().findFirst())
        .or(() -> rows.stream().findFirst());
  }

  /** Returns those of the project's jobs in the chosen environment. */
  static List<Standing> own(List<Standing> rows, SubmissionsRequest request) {
    return rows.stream().filter(row -> request.projects().contains(row.project())).toList();
  }

  /** Returns submissions in words, one a line. */
  static String list(List<Standing> rows) {
    return rows.stream()
        .map(
            row ->
                "\n    "
                    + row.id()
                    + "  "
                    + StatusTable.state(row)
                    + "  "
                    + row.where()
                    + (row.environment().isEmpty() ? "" : "  " + row.environment()))
        .collect(Collectors.joining());
  }

  private static InputException unknown(Survey survey, String parameter, String name) {
    List<Standing> known = survey.all();
    String notes =
        survey.notes().stream().map(note -> "\n    " + note).collect(Collectors.joining());
    return new InputException(
        parameter,
        "'" + name + "' is unknown",
        known.isEmpty()
            ? "No submission of this project is known" + notes
            : "Give one of these:" + list(known) + notes);
  }
}
