/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submit;

/**
 * What ended a job.
 *
 * @param text one line: the task's or the program's own exception, or a sentence
 * @param hint what a person can do about it, a sentence without its full stop; empty where the text
 *     says all
 */
public record RootCause(String text, String hint) {

  /** Returns the text. */
  @Override
  public String toString() {
    return text;
  }
}
