/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.python;

import io.github.sparkmaven.problem.EnvironmentException;
import io.github.sparkmaven.problem.InputException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlTable;

/**
 * What a {@code pyproject.toml} says of the packages that a project needs: {@code
 * [project].dependencies} and {@code optional-dependencies} (PEP 621) and {@code
 * [dependency-groups]} (PEP 735), else poetry's own tables.
 */
final class PyProject {
  // What projects call the extras and groups with what their tests need; where there are none, what
  // their developers need, linters and all.
  private static final List<String> OF_TESTS = List.of("test", "tests", "testing");
  private static final List<String> OF_DEVELOPERS = List.of("dev");
  private static final String PARAMETER = "python/requirements";

  private final Path file;
  private final TomlParseResult toml;

  private PyProject(Path file, TomlParseResult toml) {
    this.file = file;
    this.toml = toml;
  }

  /**
   * Reads a file.
   *
   * @throws InputException if it is no TOML
   */
  static PyProject read(Path file) {
    try {
      TomlParseResult toml = Toml.parse(file);
      if (toml.hasErrors()) {
        throw new InputException(
            PARAMETER,
            file + " is no TOML: " + toml.errors().get(0).toString(),
            "Mend it, or give a requirements file");
      }
      return new PyProject(file, toml);
    } catch (IOException e) {
      throw new EnvironmentException("Cannot read " + file + ": " + e, e);
    }
  }

  /**
   * Returns its requirements.
   *
   * @param guessed whether nobody named the file; one that says nothing in a form that pip reads is
   *     then passed over
   * @throws InputException if one stands in a form that only poetry reads
   */
  List<String> requirements(boolean guessed) {
    boolean standard = toml.isArray("project.dependencies") || toml.isTable("dependency-groups");
    if (!standard && toml.isTable("tool.poetry")) {
      return new PoetryDependencies(file, Objects.requireNonNull(toml.getTable("tool.poetry")))
          .requirements(OF_TESTS, OF_DEVELOPERS);
    }
    if (!guessed && !standard) {
      throw new InputException(
          PARAMETER,
          file + " has no [project] dependencies and no [dependency-groups]",
          "Add them, or give a requirements file");
    }
    Set<String> all = new LinkedHashSet<>(texts(array(table("project"), "dependencies")));
    Set<String> ofTests = named(OF_TESTS);
    all.addAll(ofTests.isEmpty() ? named(OF_DEVELOPERS) : ofTests);
    return List.copyOf(all);
  }

  /** Returns what the extras and groups of these names ask for. */
  private Set<String> named(List<String> names) {
    Set<String> all = new LinkedHashSet<>();
    for (String name : names) {
      all.addAll(texts(array(table("project.optional-dependencies"), name)));
      all.addAll(group(name, new LinkedHashSet<>()));
    }
    return all;
  }

  /** A group holds requirements, and the names of other groups. */
  private List<String> group(String name, Set<String> seen) {
    TomlArray group = array(table("dependency-groups"), name);
    if (group == null || !seen.add(name)) {
      return List.of();
    }
    List<String> all = new ArrayList<>(texts(group));
    for (int i = 0; i < group.size(); i++) {
      if (group.get(i) instanceof TomlTable other && other.isString("include-group")) {
        all.addAll(group(String.valueOf(other.getString("include-group")), seen));
      }
    }
    return all;
  }

  private @Nullable TomlTable table(String name) {
    return toml.isTable(name) ? toml.getTable(name) : null;
  }

  private static @Nullable TomlArray array(@Nullable TomlTable table, String name) {
    return table == null || !table.isArray(List.of(name)) ? null : table.getArray(List.of(name));
  }

  private static List<String> texts(@Nullable TomlArray array) {
    return array == null
        ? List.of()
        : array.toList().stream()
            .flatMap(item -> item instanceof String text ? Stream.of(text) : Stream.empty())
            .toList();
  }
}
