/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.check.packaging;

import io.github.sparkmaven.program.JarDirectory;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

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
   */
  static SortedMap<String, Integer> of(JarDirectory jar, List<JarDirectory.Entry> classes) {
    SortedMap<String, Integer> levels = new TreeMap<>();
    jar.heads(
        classes,
        HEADER,
        (entry, head) -> {
          if (head.length == HEADER && number(head, 0) == MAGIC) {
            levels.put(entry.name(), (number(head, 4) & 0xFFFF) - BEFORE_JAVA_1);
          }
        });
    return levels;
  }

  private static int number(byte[] bytes, int at) {
    return (bytes[at] & 0xFF) << 24
        | (bytes[at + 1] & 0xFF) << 16
        | (bytes[at + 2] & 0xFF) << 8
        | (bytes[at + 3] & 0xFF);
  }
}
