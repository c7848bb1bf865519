/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.check.packaging;

import io.github.sparkmaven.check.Dependency;
import io.github.sparkmaven.check.Place;
import io.github.sparkmaven.check.Subject;
import io.github.sparkmaven.problem.EnvironmentException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Finds the line of the module's POM that something stands in; a parent's is not looked for. */
record PomPlaces(Subject subject) {
  private static final String POM = "pom.xml";

  /** Returns where a dependency is declared. */
  Place of(Dependency dependency) {
    String element = "<artifactId>" + dependency.artifact() + "</artifactId>";
    return place(dependency.toString(), element);
  }

  /** Returns where a parameter or a setting is given, as messages name it. */
  Place of(String where) {
    String name = where.substring(where.lastIndexOf('/') + 1);
    return place(where, "<" + name + ">");
  }

  private Place place(String shown, String text) {
    List<String> lines = lines();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).contains(text)) {
        return new Place(POM, Optional.of(shown), OptionalInt.of(i + 1));
      }
    }
    return new Place(POM, Optional.of(shown), OptionalInt.empty());
  }

  private List<String> lines() {
    Path pom = subject.base().resolve(POM);
    if (!Files.isRegularFile(pom)) {
      return List.of();
    }
    try {
      // Names are ASCII, and any byte is a character.
      return Files.readAllLines(pom, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new EnvironmentException("Cannot read " + pom + ": " + e, e);
    }
  }
}
