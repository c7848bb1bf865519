/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.python;

import io.github.sparkmaven.problem.Problems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tomlj.TomlArray;
import org.tomlj.TomlTable;

/**
 * Poetry's own tables of a {@code pyproject.toml} ({@code [tool.poetry.dependencies]}, {@code
 * [tool.poetry.group.<name>.dependencies]}, {@code [tool.poetry.dev-dependencies]}) as requirement
 * lines.
 */
final class PoetryDependencies {
  private static final String FIX =
      "Run poetry export -f requirements.txt -o requirements.txt, or use poetry's own environment"
          + " with <environment>system</environment>";

  private final Path file;
  private final TomlTable poetry;
  private final Problems problems = new Problems();

  /** Reads {@code [tool.poetry]}. */
  PoetryDependencies(Path file, TomlTable poetry) {
    this.file = file;
    this.poetry = poetry;
  }

  /**
   * Returns the requirements of the project, and of the first groups of these names that there are.
   *
   * @throws io.github.sparkmaven.problem.InputException with every one that pip has no words for
   */
  List<String> requirements(List<String> ofTests, List<String> ofDevelopers) {
    List<String> lines = new ArrayList<>(lines(table(poetry, "dependencies")));
    List<String> tests = groups(ofTests);
    lines.addAll(tests.isEmpty() ? developers(ofDevelopers) : tests);
    problems.throwIfAny();
    return lines.stream().distinct().toList();
  }

  private List<String> developers(List<String> names) {
    List<String> lines = new ArrayList<>(groups(names));
    lines.addAll(lines(table(poetry, "dev-dependencies")));
    return lines;
  }

  private List<String> groups(List<String> names) {
    return names.stream()
        .flatMap(name -> lines(table(poetry, "group", name, "dependencies")).stream())
        .toList();
  }

  private List<String> lines(@Nullable TomlTable table) {
    if (table == null) {
      return List.of();
    }
    return table.keySet().stream()
        .filter(name -> !name.equals("python"))
        .flatMap(name -> line(name, table.get(List.of(name))).stream())
        .toList();
  }

  private Optional<String> line(String name, @Nullable Object declared) {
    Optional<String> line = Optional.empty();
    if (declared instanceof String constraint) {
      line = PoetryConstraint.specifiers(constraint).map(specifiers -> name + specifiers);
    } else if (declared instanceof TomlTable table && table.isString("version")) {
      line = ofTable(name, table);
    }
    problems.require(
        line.isPresent(),
        "python/requirements",
        "'" + name + "' in " + file + " is declared in a form that pip has no words for",
        FIX);
    return line;
  }

  private static Optional<String> ofTable(String name, TomlTable table) {
    TomlArray extras = table.isArray("extras") ? table.getArray("extras") : null;
    String asked =
        extras == null
            ? ""
            : extras.toList().stream()
                .map(String::valueOf)
                .collect(Collectors.joining(",", "[", "]"));
    String marker = table.isString("markers") ? " ; " + table.getString("markers") : "";
    return PoetryConstraint.specifiers(String.valueOf(table.getString("version")))
        .map(specifiers -> name + asked + specifiers + marker);
  }

  private static @Nullable TomlTable table(TomlTable root, String... path) {
    return root.isTable(List.of(path)) ? root.getTable(List.of(path)) : null;
  }
}
