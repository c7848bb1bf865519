/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.check;

/**
 * One thing that {@code spark:check} looks for; {@code docs/checks/<id>.md} is its page.
 *
 * @param id lower-case words joined by hyphens; what the POM names to suppress it
 * @param severity how grave its findings are unless the POM says otherwise
 * @param title what it finds, as one clause
 * @param prevents the failure of a running job that it prevents, with the error's own words
 */
public record Rule(String id, Severity severity, String title, String prevents) {
  /** Refuses an id that could not be an element's name. */
  public Rule {
    if (!id.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
      throw new IllegalArgumentException("'" + id + "' is no id of a rule");
    }
  }
}
