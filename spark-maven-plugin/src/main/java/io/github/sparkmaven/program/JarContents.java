/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.program;

import io.github.sparkmaven.problem.EnvironmentException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Collectors;

/** What a jar holds, as its directory and its manifest say. */
public final class JarContents {
  private static final String CLASS = ".class";
  private static final String MARKS = "META-INF/maven/";

  private final Set<String> entries;
  private final Optional<String> mainClass;

  private JarContents(Set<String> entries, Optional<String> mainClass) {
    this.entries = entries;
    this.mainClass = mainClass;
  }

  /**
   * Reads a jar.
   *
   * @throws EnvironmentException if it cannot be read
   */
  public static JarContents of(Path jar) {
    JarDirectory directory = JarDirectory.of(jar);
    Set<String> entries = new HashSet<>(directory.entries().size() * 2);
    directory.entries().forEach(entry -> entries.add(entry.name()));
    return new JarContents(entries, mainClass(jar, directory));
  }

  private static Optional<String> mainClass(Path jar, JarDirectory directory) {
    Optional<byte[]> manifest = directory.content(JarFile.MANIFEST_NAME);
    if (manifest.isEmpty()) {
      return Optional.empty();
    }
    try {
      Attributes attributes =
          new Manifest(new ByteArrayInputStream(manifest.get())).getMainAttributes();
      return Optional.ofNullable(attributes.getValue(Attributes.Name.MAIN_CLASS)).map(String::trim);
    } catch (IOException e) {
      throw new EnvironmentException("Cannot read the manifest of " + jar + ": " + e, e);
    }
  }

  /** Returns the class that its manifest names. */
  public Optional<String> mainClass() {
    return mainClass;
  }

  /** Says whether it holds any class. */
  public boolean hasClasses() {
    return entries.stream().anyMatch(name -> name.endsWith(CLASS));
  }

  /** Says whether a class stands where a class loader looks for it. */
  public boolean holds(String className) {
    return entries.contains(className.replace('.', '/') + CLASS);
  }

  /** Returns the names of its classes. */
  public Set<String> classes() {
    return entries.stream()
        .filter(name -> name.endsWith(CLASS) && !isMeta(name))
        .map(name -> name.substring(0, name.length() - CLASS.length()).replace('/', '.'))
        .collect(Collectors.toSet());
  }

  /**
   * Says whether its classes stand in a folder that only its own launcher looks into, as Spring
   * Boot's repackaging leaves them.
   */
  public boolean isRepackaged() {
    return entries.stream()
        .anyMatch(name -> name.startsWith("BOOT-INF/classes/") || name.startsWith("WEB-INF/"));
  }

  /**
   * Says whether the mark of an artifact is here that Maven leaves in its jars, and that shading
   * keeps also where it relocates classes or leaves unused ones out.
   */
  public boolean hasMark(String group, String artifact) {
    return entries.contains(MARKS + group + "/" + artifact + "/pom.properties");
  }

  /** Says whether any artifact has left its mark here. */
  public boolean hasMarks() {
    return entries.stream().anyMatch(name -> name.startsWith(MARKS));
  }

  /** Says whether a dependency has been put into this jar: at least half of its files are here. */
  public boolean carries(JarContents dependency) {
    Predicate<String> counts = name -> !isMeta(name);
    long all = dependency.entries.stream().filter(counts).count();
    long here = dependency.entries.stream().filter(counts).filter(entries::contains).count();
    return here * 2 >= all;
  }

  private static boolean isMeta(String name) {
    return name.startsWith("META-INF/") || name.endsWith("module-info.class");
  }
}
