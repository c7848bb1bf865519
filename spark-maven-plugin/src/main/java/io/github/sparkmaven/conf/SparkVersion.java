/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.conf;

import io.github.sparkmaven.problem.InputException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which Spark a project uses.
 *
 * @param version the full version, vendor suffixes included: {@code 3.5.5}, {@code 4.1.0}
 * @param scalaVersion the Scala suffix of its artifacts: {@code 2.12}, {@code 2.13}
 */
public record SparkVersion(String version, String scalaVersion) {
  private static final Pattern FORM = Pattern.compile("(\\d+)\\.(\\d+)\\.(\\d+).*");

  /**
   * Checks the version.
   *
   * @throws InputException if it is no Spark version, or older than 3.3
   */
  public SparkVersion {
    Matcher form = FORM.matcher(version);
    if (!form.matches()) {
      throw new InputException(
          "sparkVersion", "'" + version + "' is no Spark version", "Give one as in 3.5.5 or 4.1.0");
    }
    if (Integer.parseInt(form.group(1)) * 100 + Integer.parseInt(form.group(2)) < 303) {
      throw new InputException(
          "sparkVersion",
          "Spark " + version + " is not supported",
          "Use Spark 3.3 or later in the project's dependencies");
    }
  }

  /** Returns the number before the first dot. */
  public int major() {
    return part(1);
  }

  /** Returns the number after the first dot. */
  public int minor() {
    return part(2);
  }

  /** Says whether this is Spark {@code major.minor} or later. */
  public boolean atLeast(int major, int minor) {
    return major() > major || (major() == major && minor() >= minor);
  }

  @Override
  public String toString() {
    return version + " (Scala " + scalaVersion + ")";
  }

  private int part(int group) {
    Matcher form = FORM.matcher(version);
    if (!form.matches()) {
      throw new IllegalStateException(version);
    }
    return Integer.parseInt(form.group(group));
  }
}
