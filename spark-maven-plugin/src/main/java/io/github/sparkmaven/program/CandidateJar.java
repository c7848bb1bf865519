/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.program;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A jar that a build has made and that may be the one to submit.
 *
 * @param classifier what sets it apart from the main jar
 */
public record CandidateJar(Path file, Optional<String> classifier) {

  /** Returns it as messages show it. */
  @Override
  public String toString() {
    return file.getFileName() + classifier.map(name -> " (" + name + ")").orElse("");
  }
}
