/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.runner.classdata;

import java.io.File;
import java.io.IOException;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;

/** Names of classes, as class loaders know them. */
final class ClassNames {
  private static final String VERSIONS = "META-INF/versions/";
  private static final String SUFFIX = ".class";

  private ClassNames() {}

  /**
   * Returns the class of a line that {@code -XX:DumpLoadedClassList} has written: {@code
   * java/lang/Object id: 0}; none of a comment, of a note about lambdas, or of a class that a
   * loader other than the JDK's own has loaded, whose line names its {@code source:}.
   */
  static Optional<String> ofLine(String line) {
    if (line.isEmpty()
        || line.startsWith("#")
        || line.startsWith("@")
        || line.contains(" source: ")) {
      return Optional.empty();
    }
    int space = line.indexOf(' ');
    return Optional.of((space < 0 ? line : line.substring(0, space)).replace('/', '.'));
  }

  /**
   * Returns the classes of which a jar has versions for several releases of Java (JEP 238).
   *
   * @return none if it is no jar
   */
  static Set<String> ofVersions(File jar) throws IOException {
    if (!jar.isFile()) {
      return Collections.emptySet();
    }
    try (JarFile file = new JarFile(jar)) {
      return file.stream()
          .map(ZipEntry::getName)
          .filter(name -> name.startsWith(VERSIONS) && name.endsWith(SUFFIX))
          .map(name -> name.substring(name.indexOf('/', VERSIONS.length()) + 1))
          .map(name -> name.substring(0, name.length() - SUFFIX.length()).replace('/', '.'))
          .collect(Collectors.toSet());
    }
  }
}
