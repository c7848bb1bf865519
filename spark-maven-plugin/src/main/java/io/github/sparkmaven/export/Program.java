/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.export;

import java.util.List;
import java.util.Optional;

/**
 * The program that a bundle submits. Paths of this machine are copied into the bundle, URIs stay.
 *
 * @param name what messages call it, as in {@code job com.acme.Clustering}
 * @param mainClass the class to run; none for Python
 * @param resource the primary resource: a path or a URI
 * @param arguments the program's own, byte for byte
 * @param jars jars that go along: paths and URIs
 * @param files files that go along, each with {@code #alias} where it has one
 * @param archives archives that go along, likewise
 * @param pyFiles Python files that go along
 */
public record Program(
    String name,
    Optional<String> mainClass,
    String resource,
    List<String> arguments,
    List<String> jars,
    List<String> files,
    List<String> archives,
    List<String> pyFiles) {

  /** Copies the lists. */
  public Program {
    arguments = List.copyOf(arguments);
    jars = List.copyOf(jars);
    files = List.copyOf(files);
    archives = List.copyOf(archives);
    pyFiles = List.copyOf(pyFiles);
  }

  /** Says whether it is a Python program. */
  boolean isPython() {
    return mainClass.isEmpty();
  }
}
