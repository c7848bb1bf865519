/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.bundle;

import io.github.sparkmaven.home.SparkHome;
import io.github.sparkmaven.submit.SubmitListener;
import java.io.PrintStream;
import java.nio.file.Path;

/**
 * Shows a submission as plain lines: what the program prints on standard output, warnings and
 * faults on standard error.
 */
record Console(PrintStream out, PrintStream err) implements SubmitListener {
  @Override
  public void starting(SparkHome home, String master, Path logFile) {
    out.println("Submitting to " + master + " from " + home.path() + " (" + home.origin() + ")");
    out.println("The driver's log: " + logFile);
  }

  @Override
  public void printed(String line) {
    out.println(line);
  }

  @Override
  public void warned(String warning) {
    err.println("Warning: " + warning);
  }

  @Override
  public void noted(String note) {
    out.println(note);
  }

  @Override
  public void progress(String line) {
    if (!line.isEmpty()) {
      out.println(line);
    }
  }

  @Override
  public void traced(String detail) {}

  void failed(RuntimeException fault) {
    out.flush();
    err.println(fault.getMessage());
  }

  void faulty(RuntimeException fault) {
    out.flush();
    err.println(
        "This is a fault of spark-maven-plugin itself, please report it with what follows:");
    fault.printStackTrace(err);
  }
}
