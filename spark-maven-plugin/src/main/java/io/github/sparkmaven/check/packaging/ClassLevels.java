/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.check.packaging;

import io.github.sparkmaven.problem.EnvironmentException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Reads for which Java classes were compiled, from their first bytes. */
final class ClassLevels {
  private static final int HEADER = 8;
  private static final int MAGIC = 0xCAFEBABE;
  // Java 1.1 is 45; JVMS table 4.1-A.
  private static final int BEFORE_JAVA_1 = 44;

  private ClassLevels() {}

  /**
   * Returns the feature release of Java that each class needs, by its entry; what is no class file
   * is left out.
   *
   * @throws EnvironmentException if the jar cannot be read
   */
  static SortedMap<String, Integer> of(Path jar, Collection<String> entries) {
    SortedMap<String, Integer> levels = new TreeMap<>();
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (String name : entries) {
        ZipEntry entry = zip.getEntry(name);
        if (entry != null) {
          byte[] header = header(zip, entry);
          if (header.length == HEADER && number(header, 0) == MAGIC) {
            levels.put(name, (number(header, 4) & 0xFFFF) - BEFORE_JAVA_1);
          }
        }
      }
    } catch (IOException e) {
      throw new EnvironmentException("Cannot read " + jar + ": " + e, e);
    }
    return levels;
  }

  private static byte[] header(ZipFile zip, ZipEntry entry) throws IOException {
    try (InputStream stream = zip.getInputStream(entry)) {
      return stream.readNBytes(HEADER);
    }
  }

  private static int number(byte[] bytes, int at) {
    return (bytes[at] & 0xFF) << 24
        | (bytes[at + 1] & 0xFF) << 16
        | (bytes[at + 2] & 0xFF) << 8
        | (bytes[at + 3] & 0xFF);
  }
}
