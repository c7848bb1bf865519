/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.doctor;

import java.io.IOException;
import java.util.List;

/** Runs other programs. */
@FunctionalInterface
public interface Commands {

  /**
   * What a program said.
   *
   * @param exitCode its exit code
   * @param lines what it printed, both outputs
   */
  record Said(int exitCode, List<String> lines) {}

  /**
   * Runs a program to its end.
   *
   * @throws IOException if it is not there, or does not end in time
   */
  Said run(List<String> words) throws IOException;
}
