/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.doctor;

import io.github.sparkmaven.problem.Problem;

/**
 * One thing that was looked at.
 *
 * @param id what was looked at; docs/doctor.md has its line
 * @param severity how grave it is
 * @param what what is there, with its value
 * @param why why it matters, with the failure's own words where it has some; empty where all is
 *     well
 * @param fix the command or the line that mends it; empty where there is nothing to mend
 */
public record Finding(String id, Severity severity, String what, String why, String fix) {

  static Finding ok(String id, String what) {
    return new Finding(id, Severity.OK, what, "", "");
  }

  static Finding note(String id, String what, String why) {
    return new Finding(id, Severity.NOTE, what, why, "");
  }

  static Finding warning(String id, String what, String why, String fix) {
    return new Finding(id, Severity.WARNING, what, why, fix);
  }

  static Finding error(String id, String what, String why, String fix) {
    return new Finding(id, Severity.ERROR, what, why, fix);
  }

  /** Tells a problem that a goal would stop at. */
  static Finding error(String id, Problem problem, String why) {
    return error(id, problem.where() + ": " + problem.what(), why, problem.fix());
  }

  /** Says whether this tells the same as another, which another examination came upon. */
  boolean repeats(Finding other) {
    return severity == other.severity && what.equals(other.what) && fix.equals(other.fix);
  }
}
