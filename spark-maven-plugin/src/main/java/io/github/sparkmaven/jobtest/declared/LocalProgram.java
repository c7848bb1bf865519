/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.jobtest.declared;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A packaged job as it is run in local mode.
 *
 * @param mainClass the class to run; none for Python
 * @param resource the packaged jar, or the Python file
 * @param jars jars that go along
 * @param pyFiles Python files that go along
 * @param arguments those of the POM
 * @param settings the environment's plan, as far as it means something in local mode
 */
public record LocalProgram(
    Optional<String> mainClass,
    Path resource,
    List<Path> jars,
    List<Path> pyFiles,
    List<String> arguments,
    Map<String, String> settings) {

  /** Copies the collections. */
  public LocalProgram {
    jars = List.copyOf(jars);
    pyFiles = List.copyOf(pyFiles);
    arguments = List.copyOf(arguments);
    settings = Map.copyOf(settings);
  }
}
