/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.problem;

/**
 * One thing that is wrong, told so that the reader can mend it.
 *
 * @param where the parameter as it is written in the POM, or the file, that holds the fault
 * @param what the value that was given and why it cannot be
 * @param fix what is accepted, or the command or line that mends it
 */
public record Problem(String where, String what, String fix) {

  /** Returns the problem as the one line that a log shows. */
  @Override
  public String toString() {
    return where + ": " + what + ". " + fix;
  }
}
