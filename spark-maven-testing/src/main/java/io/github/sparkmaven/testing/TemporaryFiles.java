/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;

/** Files and folders that do not outlive the tests. */
final class TemporaryFiles {
  private TemporaryFiles() {}

  static Path folder(String prefix) {
    try {
      return Files.createTempDirectory(prefix);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A copy that is deleted when the JVM ends. */
  static Path copy(InputStream content, String suffix) throws IOException {
    Path copy = Files.createTempFile("spark-test-data-", suffix);
    copy.toFile().deleteOnExit();
    Files.copy(content, copy, StandardCopyOption.REPLACE_EXISTING);
    return copy;
  }

  /** Deletes what can be deleted: a file that is left over in the temporary folder harms nobody. */
  static void delete(Path folder) {
    try {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<Path>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              Files.delete(file);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(
                Path directory, @org.jspecify.annotations.Nullable IOException e)
                throws IOException {
              Files.delete(directory);
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      folder.toFile().deleteOnExit();
    }
  }
}
