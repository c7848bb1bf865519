/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.python;

import io.github.sparkmaven.problem.EnvironmentException;
import io.github.sparkmaven.problem.InputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds and reads the requirements of a Python project. */
final class RequirementsReader {
  private static final String PYPROJECT = "pyproject.toml";
  private static final String MAIN = "requirements.txt";

  // What projects call the file with what their tests need.
  private static final List<String> OF_TESTS =
      List.of(
          "requirements-test.txt",
          "requirements-tests.txt",
          "requirements-dev.txt",
          "test-requirements.txt",
          "dev-requirements.txt");
  private static final Pattern INCLUDE =
      Pattern.compile("^\\s*(?:-r|--requirement|-c|--constraint)[\\s=]+(\\S+)", Pattern.MULTILINE);

  private final Path folder;

  /** Looks into a module's folder. */
  RequirementsReader(Path folder) {
    this.folder = folder;
  }

  /**
   * Reads the named files, else those that the project has: {@code requirements.txt}, else {@code
   * pyproject.toml}; and with the former what its tests need.
   *
   * @param named paths from the module's folder
   * @throws InputException if one is not there or cannot be read
   */
  Requirements read(List<String> named) {
    List<Path> files = named.isEmpty() ? guessed() : named.stream().map(this::existing).toList();
    List<Path> ofPip = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    Set<Path> included = new LinkedHashSet<>();
    StringBuilder content = new StringBuilder();
    for (Path file : files) {
      if (file.endsWith(PYPROJECT)) {
        lines.addAll(PyProject.read(file).requirements(named.isEmpty()));
      } else {
        ofPip.add(file);
        include(file, included, content);
      }
    }
    return new Requirements(files, ofPip, lines, content.toString());
  }

  private List<Path> guessed() {
    Path main = folder.resolve(MAIN);
    if (Files.isRegularFile(main)) {
      List<Path> found = new ArrayList<>(List.of(main));
      OF_TESTS.stream().map(folder::resolve).filter(Files::isRegularFile).forEach(found::add);
      return found;
    }
    Path project = folder.resolve(PYPROJECT);
    return Files.isRegularFile(project) ? List.of(project) : List.of();
  }

  private Path existing(String name) {
    Path file = folder.resolve(name);
    if (!Files.isRegularFile(file)) {
      throw new InputException(
          "python/requirements",
          "there is no " + file,
          "Give a requirements file or a pyproject.toml, from the module's folder");
    }
    return file;
  }

  /** Takes a file's text, and that of the files that it includes. */
  private static void include(Path file, Set<Path> included, StringBuilder content) {
    Path place = file.normalize();
    if (!included.add(place) || !Files.isRegularFile(place)) {
      // pip itself says it better that one is missing.
      return;
    }
    try {
      String text = Files.readString(place, StandardCharsets.UTF_8);
      content.append(text).append('\n');
      Matcher include = INCLUDE.matcher(text);
      while (include.find()) {
        include(
            Objects.requireNonNull(place.toAbsolutePath().getParent()).resolve(include.group(1)),
            included,
            content);
      }
    } catch (IOException e) {
      throw new EnvironmentException("Cannot read " + place + ": " + e, e);
    }
  }
}
