/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.jobtest;

/** Hears of the tests while they run. */
public interface TestListener {

  /** Something worth a line of the log. */
  void info(String line);

  /** Something that is no failure, and that somebody should look at. */
  void warn(String line);

  /** A failure worth a line of the log. */
  void error(String line);
}
