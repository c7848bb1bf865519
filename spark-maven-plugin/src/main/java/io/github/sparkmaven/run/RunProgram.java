/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.run;

import io.github.sparkmaven.runtime.ForkClassPath;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is to run, and what it stands on.
 *
 * @param name what messages call it
 * @param mainClass the class to run; none for Python
 * @param resource as spark-submit is given it: a Python file, or that the class is there already
 * @param classPath jars and folders, our runner's jar among them
 * @param launcherJar the spark-launcher that knows the module options
 * @param variables environment variables of its own
 * @param loggers simple names of the program's own classes, whose log is the job's output too
 */
public record RunProgram(
    String name,
    Optional<String> mainClass,
    String resource,
    ForkClassPath classPath,
    Path launcherJar,
    Map<String, String> variables,
    Set<String> loggers) {
  /** The resource of a program that is on the class path (SparkLauncher.NO_RESOURCE). */
  public static final String NO_RESOURCE = "spark-internal";

  /** Copies the collections. */
  public RunProgram {
    variables = Map.copyOf(variables);
    loggers = Set.copyOf(loggers);
  }

  /** Returns what spark-submit is given for it, without the arguments. */
  List<String> words() {
    return mainClass
        .map(name -> List.of("--class", name, resource))
        .orElseGet(() -> List.of(resource));
  }
}
