/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submit;

import io.github.sparkmaven.home.SparkHome;
import java.nio.file.Path;

/** Hears of a submission while it runs. */
public interface SubmitListener {

  /** The job is about to start. */
  void starting(SparkHome home, String master, Path log);

  /** The program has printed a line on its standard output. */
  void printed(String line);

  /** Something that the user should look at, although the job succeeded. */
  void warned(String warning);

  /** The driver has said something worth knowing: its application id, its UI's address. */
  void noted(String note);
}
