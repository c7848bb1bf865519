/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.maven;

import io.github.sparkmaven.home.SparkHome;
import io.github.sparkmaven.submit.SubmitListener;
import java.nio.file.Path;
import org.apache.maven.plugin.logging.Log;

/** Shows a submission in Maven's log. */
record SubmitLog(Log log) implements SubmitListener {
  @Override
  public void starting(SparkHome home, String master, Path logFile) {
    log.info("Submitting to " + master + " from " + home.path() + " (" + home.origin() + ")");
    log.info("The driver's log: " + logFile);
  }

  @Override
  public void printed(String line) {
    log.info(line);
  }

  @Override
  public void warned(String warning) {
    log.warn(warning);
  }

  @Override
  public void noted(String note) {
    log.info(note);
  }
}
