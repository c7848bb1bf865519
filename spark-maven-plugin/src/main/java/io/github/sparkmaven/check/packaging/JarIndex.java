/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.check.packaging;

import io.github.sparkmaven.problem.EnvironmentException;
import io.github.sparkmaven.program.JarDirectory;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a jar holds, as its directory says: nothing is unpacked to know it. */
final class JarIndex {
  private static final String CLASS = ".class";
  private static final String MARKS = "META-INF/maven/";
  private static final String MARK = "/pom.properties";
  // Spark's build puts this class, and its mark, into every jar that is built as Spark's are,
  // connectors included, so that shading has something to do.
  private static final String STUB = "org/apache/spark/unused/";
  private static final String GROUP_OF_STUB = "org.spark-project.spark";

  private final Path file;
  private final JarDirectory directory;
  private final Map<String, Long> entries;
  private final List<JarDirectory.Entry> classes;
  private @Nullable Map<String, String> marks;

  private JarIndex(Path file, JarDirectory directory) {
    this.file = file;
    this.directory = directory;
    this.entries = new HashMap<>(directory.entries().size() * 2);
    this.classes = new ArrayList<>(directory.entries().size());
    for (JarDirectory.Entry entry : directory.entries()) {
      entries.put(entry.name(), entry.crc());
      if (isClass(entry.name())) {
        classes.add(entry);
      }
    }
  }

  /**
   * Reads the directory of a jar.
   *
   * @throws EnvironmentException if it cannot be read
   */
  static JarIndex of(Path jar) {
    return new JarIndex(jar, JarDirectory.of(jar));
  }

  /** Says whether an entry is a class that a class loader finds by its name. */
  static boolean isClass(String entry) {
    return entry.endsWith(CLASS)
        && !entry.startsWith("META-INF/")
        && !entry.startsWith(STUB)
        && !entry.endsWith("module-info.class")
        && !entry.endsWith("package-info.class");
  }

  /** Returns the entry of a class. */
  static String entry(String className) {
    return className.replace('.', '/') + CLASS;
  }

  /** Returns the class of an entry, with dots. */
  static String className(String entry) {
    return entry.substring(0, entry.length() - CLASS.length()).replace('/', '.');
  }

  boolean holds(String className) {
    return entries.containsKey(entry(className));
  }

  Path file() {
    return file;
  }

  JarDirectory directory() {
    return directory;
  }

  /** Returns the checksum of every file in it, by its name. */
  Map<String, Long> entries() {
    return Collections.unmodifiableMap(entries);
  }

  /** Returns the entries that are classes, in the jar's own order. */
  List<JarDirectory.Entry> classes() {
    return Collections.unmodifiableList(classes);
  }

  /** Returns the file's name. */
  String name() {
    return Objects.toString(file.getFileName(), file.toString());
  }

  /** Returns the versions of the artifacts that Maven has left a mark of, by group:artifact. */
  Map<String, String> marks() {
    Map<String, String> read = marks == null ? readMarks() : marks;
    marks = read;
    return read;
  }

  private Map<String, String> readMarks() {
    List<String> names =
        entries.keySet().stream()
            .filter(name -> name.startsWith(MARKS) && name.endsWith(MARK))
            .toList();
    Map<String, String> marks = new TreeMap<>();
    texts(names)
        .forEach(
            (name, text) -> {
              String[] parts = name.split("/", -1);
              if (parts.length == 5 && !parts[2].equals(GROUP_OF_STUB)) {
                marks.put(parts[2] + ":" + parts[3], version(text));
              }
            });
    return marks;
  }

  /** Returns the content of an entry. */
  Optional<byte[]> bytes(String entry) {
    return entries.containsKey(entry) ? directory.content(entry) : Optional.empty();
  }

  /** Returns the text of entries that are there, by their names. */
  Map<String, String> texts(Collection<String> names) {
    Set<String> wanted = Set.copyOf(names);
    Map<String, String> texts = new TreeMap<>();
    directory.contents(
        directory.entries().stream().filter(entry -> wanted.contains(entry.name())).toList(),
        (entry, bytes) -> texts.put(entry.name(), new String(bytes, StandardCharsets.UTF_8)));
    return texts;
  }

  private static String version(String pomProperties) {
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(pomProperties));
    } catch (IOException | IllegalArgumentException e) {
      return "";
    }
    return properties.getProperty("version", "");
  }
}
