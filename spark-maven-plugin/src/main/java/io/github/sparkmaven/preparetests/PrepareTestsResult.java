/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.preparetests;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What test JVMs are given.
 *
 * @param value the property's new value
 * @param added the part of it that is ours
 * @param optionsFile the file for IDEs; none for JDK 8, whose java reads no such files
 * @param warnings what a user should know
 */
public record PrepareTestsResult(
    String value, String added, Optional<Path> optionsFile, List<String> warnings) {

  /** Copies the list. */
  public PrepareTestsResult {
    warnings = List.copyOf(warnings);
  }
}
