/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.bundle;

import java.util.List;
import java.util.Optional;

/**
 * What is to be done with earlier submissions.
 *
 * @param option one of {@link #OPTIONS}
 * @param submission which one, by its own name or the cluster's
 */
record Order(String option, Optional<String> submission) {
  static final String STATUS = "--status";
  static final String KILL = "--kill";
  static final List<String> OPTIONS = List.of(STATUS, KILL);
}
