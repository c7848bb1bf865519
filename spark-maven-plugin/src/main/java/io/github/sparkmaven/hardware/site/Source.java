/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.hardware.site;

/**
 * Where a figure of a site stands.
 *
 * @param file the file's name
 * @param property the property, or the path of the element
 * @param value what the site wrote, with its variables resolved
 */
public record Source(String file, String property, String value) {

  /** Returns the source as a clause: {@code yarn-site.xml says yarn.… 58368}. */
  @Override
  public String toString() {
    return file + " says " + property + " " + value;
  }
}
