/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submit;

import io.github.sparkmaven.home.SparkHome;
import java.nio.file.Path;

/** Hears of a submission while it runs; from several threads. */
public interface SubmitListener {

  /** The job is about to start. */
  void starting(SparkHome home, String master, Path log);

  /** The program has printed a line on its standard output. */
  void printed(String line);

  /** Something that the user should look at, although the job succeeded. */
  void warned(String warning);

  /** The driver has said something worth knowing: its application id, its UI's address. */
  void noted(String note);

  /**
   * How far the job is; the line takes the place of the one before where that can be done. An empty
   * one says that there is nothing to be shown any more.
   */
  void progress(String line);

  /** Something that only who looks for a fault wants to know. */
  void traced(String detail);

  /** Hears, and does nothing. */
  SubmitListener SILENT =
      new SubmitListener() {
        @Override
        public void starting(SparkHome home, String master, Path log) {}

        @Override
        public void printed(String line) {}

        @Override
        public void warned(String warning) {}

        @Override
        public void noted(String note) {}

        @Override
        public void progress(String line) {}

        @Override
        public void traced(String detail) {}
      };
}
