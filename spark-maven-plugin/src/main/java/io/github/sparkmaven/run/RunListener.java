/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.run;

/** Hears of a job while it runs. */
public interface RunListener {

  /** Something worth a line of the log. */
  void info(String line);

  /** Something that is no failure, and that somebody should look at. */
  void warn(String line);

  /** A line of the job's standard error, or of Spark's log that somebody should look at. */
  void printed(String line);
}
