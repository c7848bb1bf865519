/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.jobtest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.codehaus.plexus.util.DirectoryScanner;

/**
 * Which test classes to run.
 *
 * @param classesFolder the compiled test classes
 * @param includes patterns as surefire has them: {@code **}{@code /*JobCase}, with or without
 *     {@code .java}
 * @param filter which of these
 */
public record TestSelection(Path classesFolder, List<String> includes, TestFilter filter) {

  /** Copies the patterns. */
  public TestSelection {
    includes = List.copyOf(includes);
  }

  /** Returns the names of the matching top-level classes, sorted. */
  public List<String> classNames() {
    if (!classesFolder.toFile().isDirectory()) {
      return List.of();
    }
    DirectoryScanner scanner = new DirectoryScanner();
    scanner.setBasedir(classesFolder.toFile());
    scanner.setIncludes(includes.stream().map(TestSelection::classPattern).toArray(String[]::new));
    scanner.scan();
    List<String> files =
        new ArrayList<>(Arrays.asList(Objects.requireNonNull(scanner.getIncludedFiles())));
    return files.stream()
        .filter(file -> !file.contains("$"))
        .map(file -> file.replaceFirst("\\.class$", "").replace('/', '.').replace('\\', '.'))
        .filter(filter::takesClass)
        .sorted()
        .toList();
  }

  private static String classPattern(String include) {
    return include.replaceFirst("\\.(java|class)$", "") + ".class";
  }
}
