/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.python;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PythonLibraryTest {
  private static final Path SOURCES = Path.of("src/main/python");

  @TempDir Path folder;

  @Test
  void holdsEverySourceOfOurs() throws IOException {
    Path lib = folder.resolve("lib");

    PythonLibrary.unpack(lib, List.of());

    Set<String> ours = sources(SOURCES);
    assertThat(ours)
        .contains("spark_maven_runner/__main__.py", "spark_maven_testing/__init__.py")
        .isEqualTo(sources(lib));
    for (String name : ours) {
      assertThat(lib.resolve(name)).hasSameBinaryContentAs(SOURCES.resolve(name));
    }
  }

  @Test
  void linksTheJarsThatTestsAskTheDriverFor() throws IOException {
    Path jar = Files.writeString(folder.resolve("testing-1.jar"), "jar");

    PythonLibrary.unpack(folder.resolve("lib"), List.of(jar));

    assertThat(folder.resolve("lib/spark_maven_testing/jars/testing-1.jar"))
        .isSymbolicLink()
        .hasContent("jar");
  }

  @Test
  void replacesWhatStoodThereAndNotWhatItLinkedTo() throws IOException {
    Path jar = Files.writeString(folder.resolve("testing-1.jar"), "jar");
    PythonLibrary.unpack(folder.resolve("lib"), List.of(jar));
    Path old = Files.writeString(folder.resolve("lib/spark_maven_runner/old.py"), "");

    PythonLibrary.unpack(folder.resolve("lib"), List.of());

    assertThat(old).doesNotExist();
    assertThat(folder.resolve("lib/spark_maven_testing/jars")).isEmptyDirectory();
    assertThat(jar).exists();
  }

  private static Set<String> sources(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(file -> file.toString().endsWith(".py"))
          .map(file -> root.relativize(file).toString())
          .collect(Collectors.toSet());
    }
  }
}
