/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.plan;

import java.util.List;
import java.util.Optional;

/**
 * What is to run.
 *
 * @param name its name, where the POM has several jobs
 * @param mainClass the class with the {@code main} method, where the POM names it
 * @param pythonFile the Python file to run instead
 * @param arguments what the program is given; an empty argument stays an empty argument
 */
public record Job(
    Optional<String> name,
    Optional<String> mainClass,
    Optional<String> pythonFile,
    List<String> arguments) {

  /** Copies the arguments. */
  public Job {
    arguments = List.copyOf(arguments);
  }
}
