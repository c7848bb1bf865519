/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.runtime;

import io.github.sparkmaven.home.JavaHome;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The command line of a local Spark JVM; settings do not stand on it, because a process list would
 * show their secrets.
 *
 * @param java the JDK
 * @param options JVM options
 * @param classPath jars and folders in order
 * @param mainClass the class to run
 * @param arguments its arguments
 */
public record JvmCommand(
    JavaHome java,
    List<String> options,
    List<Path> classPath,
    String mainClass,
    List<String> arguments) {

  /** Copies the collections. */
  public JvmCommand {
    options = List.copyOf(options);
    classPath = List.copyOf(classPath);
    arguments = List.copyOf(arguments);
  }

  /** Returns the words of the command. */
  public List<String> words() {
    List<String> words = new ArrayList<>();
    words.add(java.executable().toString());
    words.addAll(options);
    words.add("-cp");
    words.add(
        classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
    words.add(mainClass);
    words.addAll(arguments);
    return words;
  }
}
