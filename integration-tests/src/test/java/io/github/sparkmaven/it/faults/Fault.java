/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.it.faults;

import java.util.List;

/**
 * A row of the matrix.
 *
 * @param name the job's argument, or what the test does to it; of a job in Python, behind {@code
 *     Python}
 * @param place the environment of the fault job's POM
 * @param spark the Spark version
 * @param proof whether it runs with {@code -Pproof} alone
 * @param green whether the build is to pass
 * @param says what the build is to print, each part of it
 */
record Fault(
    String name, String place, String spark, boolean proof, boolean green, List<String> says) {
  private static final String PROOF = " -Pproof";
  private static final String PYTHON = "Python ";
  private static final int COLUMNS = 5;

  /** Reads a row of the file. */
  static Fault of(String line) {
    String[] cells = line.split("\\|", COLUMNS);
    return new Fault(
        cells[0].trim(),
        cells[1].trim(),
        cells[2].trim().replace(PROOF, ""),
        cells[2].contains(PROOF),
        cells[3].trim().equals("green"),
        List.of(cells[4].trim().split(" && ", -1)));
  }

  /** Says whether the job is the one in Python. */
  boolean isPython() {
    return name.startsWith(PYTHON);
  }

  /** Returns what happens to the job, in whatever language it is. */
  String deed() {
    return isPython() ? name.substring(PYTHON.length()) : name;
  }

  /** Returns the row as the documentation shows it. */
  String markdown() {
    return "| %s | %s | %s | %s | %s |"
        .formatted(
            name,
            place,
            spark + (proof ? PROOF : ""),
            green ? "green" : "**red**",
            String.join(", ", says).replace("|", "\\|").replace("\n", " "));
  }

  @Override
  public String toString() {
    return place + ", " + spark + ": " + name;
  }
}
