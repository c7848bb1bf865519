/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.jobtest.declared;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A packaged job as it is run in local mode.
 *
 * @param mainClass the class to run
 * @param jar the packaged jar
 * @param jars what goes along
 * @param arguments those of the POM
 * @param settings the environment's plan, as far as it means something in local mode
 */
public record LocalProgram(
    String mainClass,
    Path jar,
    List<Path> jars,
    List<String> arguments,
    Map<String, String> settings) {

  /** Copies the collections. */
  public LocalProgram {
    jars = List.copyOf(jars);
    arguments = List.copyOf(arguments);
    settings = Map.copyOf(settings);
  }
}
