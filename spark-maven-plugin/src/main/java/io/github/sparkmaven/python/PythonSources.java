/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.python;

import io.github.sparkmaven.problem.EnvironmentException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The files of a project that go along with its programs: its modules and packages, with the data
 * that stands in them.
 */
public final class PythonSources {
  private static final Set<String> LEFT_OUT = Set.of("__pycache__", "build", "dist", "target");
  private static final Set<String> OF_PROJECT = Set.of("setup.py", "conftest.py");

  private final PythonLayout layout;
  private final Path root;

  private PythonSources(PythonLayout layout, Path root) {
    this.layout = layout;
    this.root = root;
  }

  /** Returns the sources of a layout; empty where it has none. */
  public static List<Path> of(PythonLayout layout) {
    return layout
        .sources()
        .map(root -> new PythonSources(layout, root).files(root))
        .orElse(List.of());
  }

  private List<Path> files(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().filter(this::belongs).flatMap(this::below).toList();
    } catch (IOException e) {
      throw new EnvironmentException("Cannot list " + folder + ": " + e, e);
    }
  }

  private Stream<Path> below(Path entry) {
    return Files.isDirectory(entry) ? files(entry).stream() : Stream.of(entry);
  }

  private boolean belongs(Path entry) {
    String name = String.valueOf(entry.getFileName());
    if (name.startsWith(".")
        || LEFT_OUT.contains(name)
        || name.endsWith(".pyc")
        || name.endsWith(".egg-info")
        || layout.tests().filter(entry::equals).isPresent()) {
      return false;
    }
    boolean flat = root.equals(layout.folder()) && root.equals(entry.getParent());
    // Beside a project file stands what is no source: only modules and packages count.
    return !flat
        || (Files.isDirectory(entry)
            ? Files.isRegularFile(entry.resolve("__init__.py"))
            : name.endsWith(".py") && !OF_PROJECT.contains(name));
  }
}
