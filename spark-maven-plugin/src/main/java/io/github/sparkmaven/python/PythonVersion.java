/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.python;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The numbers that a version of Python, or of a package, begins with.
 *
 * @param major before the first dot
 * @param minor after it; 0 where there is none
 */
public record PythonVersion(int major, int minor) implements Comparable<PythonVersion> {
  private static final Pattern FORM = Pattern.compile("(\\d{1,6})(?:\\.(\\d{1,6}))?.*");

  /** Reads a version; what begins with no number counts as 0.0. */
  static PythonVersion of(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return new PythonVersion(0, 0);
    }
    String minor = form.group(2);
    return new PythonVersion(
        Integer.parseInt(form.group(1)), minor == null ? 0 : Integer.parseInt(minor));
  }

  @Override
  public int compareTo(PythonVersion other) {
    return major == other.major
        ? Integer.compare(minor, other.minor)
        : Integer.compare(major, other.major);
  }

  @Override
  public String toString() {
    return major + "." + minor;
  }
}
