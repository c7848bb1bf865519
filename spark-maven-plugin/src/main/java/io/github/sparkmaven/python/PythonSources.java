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
  // What tools build beside the sources; a package may have such a name too.
  private static final Set<String> BUILT = Set.of("build", "dist", "target");
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
        || name.equals("__pycache__")
        || name.endsWith(".pyc")
        || name.endsWith(".egg-info")
        || layout.tests().filter(entry::equals).isPresent()) {
      return false;
    }
    if (!root.equals(entry.getParent())) {
      return true;
    }
    boolean isPackage = Files.isRegularFile(entry.resolve("__init__.py"));
    if (!root.equals(layout.folder())) {
      return isPackage || !BUILT.contains(name);
    }
    // Beside a project file stands what is no source: only modules and packages count.
    return Files.isDirectory(entry)
        ? isPackage
        : name.endsWith(".py") && !OF_PROJECT.contains(name);
  }
}
