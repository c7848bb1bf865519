/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.check.report;

import io.github.sparkmaven.check.CheckedJob;
import io.github.sparkmaven.check.Place;
import io.github.sparkmaven.check.Subject;
import io.github.sparkmaven.problem.EnvironmentException;
import io.github.sparkmaven.program.ClassSources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the source of what a finding is about, for tools that show findings beside the code. */
final class SourcePlaces {
  private static final String JAR = ".jar";

  private final Subject subject;
  private final Map<String, Optional<String>> known = new HashMap<>();

  SourcePlaces(Subject subject) {
    this.subject = subject;
  }

  /**
   * Returns the file of a place, from the module's folder: the class's source where the module has
   * it, else the jar or file.
   */
  String file(Place place) {
    boolean isJar = place.file().endsWith(JAR) || place.file().contains(JAR + "!/");
    Optional<String> source =
        isJar || place.file().endsWith(".class")
            ? place.className().flatMap(name -> known.computeIfAbsent(name, this::source))
            : Optional.empty();
    int entry = place.file().indexOf("!/");
    return source.orElse(entry < 0 ? place.file() : place.file().substring(0, entry));
  }

  private Optional<String> source(String className) {
    return subject.jobs().stream()
        .map(CheckedJob::jar)
        .flatMap(Optional::stream)
        .flatMap(jar -> ClassSources.inJar(jar, className).stream())
        .findFirst()
        .flatMap(name -> inRoots(className, name))
        .map(subject::shown);
  }

  private Optional<Path> inRoots(String className, String name) {
    int dot = className.lastIndexOf('.');
    String folder = dot < 0 ? "" : className.substring(0, dot).replace('.', '/');
    return subject.sourceRoots().stream()
        .map(root -> root.resolve(folder).resolve(name))
        .filter(Files::isRegularFile)
        .findFirst()
        .or(() -> onlyOne(name));
  }

  /** Scala and Kotlin ask for no folder of the package's name. */
  private Optional<Path> onlyOne(String name) {
    List<Path> found = subject.sourceRoots().stream().flatMap(root -> named(root, name)).toList();
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  private static Stream<Path> named(Path root, String name) {
    if (!Files.isDirectory(root)) {
      return Stream.empty();
    }
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(file -> file.endsWith(name)).toList().stream();
    } catch (IOException e) {
      throw new EnvironmentException("Cannot list " + root + ": " + e, e);
    }
  }
}
