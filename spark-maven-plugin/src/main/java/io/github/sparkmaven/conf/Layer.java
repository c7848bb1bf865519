/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.conf;

/**
 * Where a setting comes from; an earlier constant overrides a later one.
 *
 * <p>What the program itself sets stands above all of these, and Spark's defaults below; neither is
 * ours to write.
 */
public enum Layer {
  /** {@code -Dspark.…} on Maven's command line. */
  COMMAND_LINE("command-line"),
  /** {@code environments/<name>/conf}. */
  ENVIRONMENT("environment"),
  /** {@code job/conf}. */
  JOB("job"),
  /** The plugin's {@code conf}. */
  PLUGIN("plugin"),
  /** What the planner worked out. */
  PLAN("plan"),
  /** The site's {@code spark-defaults.conf}. */
  SITE("site");

  private final String label;

  Layer(String label) {
    this.label = label;
  }

  /** Returns the name that plans show. */
  public String label() {
    return label;
  }
}
