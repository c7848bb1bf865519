/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submit;

import java.io.IOException;

/** Starts spark-submit: the port that the launcher package implements. */
@FunctionalInterface
public interface JobLauncher {

  /**
   * Starts spark-submit, with both of its outputs piped to this JVM.
   *
   * @throws IOException if the process cannot be started
   */
  Process launch(LaunchCommand command) throws IOException;
}
