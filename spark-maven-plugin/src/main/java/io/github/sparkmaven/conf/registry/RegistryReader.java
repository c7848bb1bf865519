/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.conf.registry;

import io.github.sparkmaven.problem.EnvironmentException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.objectweb.asm.ClassReader;

/**
 * Reads the keys that Spark's jars define from their bytecode; no class of Spark is loaded.
 *
 * <p>A definition names constants of other classes, so the classes are gone through until no new
 * constant turns up.
 */
final class RegistryReader {
  private static final byte[] NEEDLE = "spark.".getBytes(StandardCharsets.US_ASCII);
  // Far more than the length of any chain of constants that refer to each other.
  private static final int MOST_PASSES = 6;

  private RegistryReader() {}

  /**
   * Reads jars of Spark.
   *
   * @throws EnvironmentException if one cannot be read
   */
  static KeyRegistry read(List<Path> jars) {
    return draft(jars).registry();
  }

  /**
   * Reads jars of Spark, with what they say of the entries that they define.
   *
   * @throws EnvironmentException if one cannot be read
   */
  static KnownKeys readAll(List<Path> jars) {
    RegistryDraft draft = draft(jars);
    return new KnownKeys(draft.registry(), draft.details());
  }

  private static RegistryDraft draft(List<Path> jars) {
    List<ClassReader> classes = new ArrayList<>();
    for (Path jar : jars) {
      addClasses(jar, classes);
    }
    ConstantTable constants = new ConstantTable();
    RegistryDraft draft = new RegistryDraft();
    for (int pass = 0; pass == 0 || (pass < MOST_PASSES && constants.takeChanged()); pass++) {
      draft = new RegistryDraft();
      for (ClassReader each : classes) {
        each.accept(
            new ClassTrace(constants, draft), ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
      }
    }
    return draft;
  }

  private static void addClasses(Path jar, List<ClassReader> classes) {
    try (JarFile file = new JarFile(jar.toFile())) {
      for (JarEntry entry : file.stream().filter(RegistryReader::isSparkClass).toList()) {
        try (InputStream stream = file.getInputStream(entry)) {
          byte[] bytes = stream.readAllBytes();
          if (namesAKey(bytes)) {
            classes.add(new ClassReader(bytes));
          }
        }
      }
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
      // The unchecked ones are ASM's, of a torn class file.
      throw new EnvironmentException("Cannot read Spark's keys from " + jar + ": " + e, e);
    }
  }

  // Spark's jars hold libraries of others too, moved below org/sparkproject.
  private static boolean isSparkClass(JarEntry entry) {
    return entry.getName().startsWith("org/apache/spark/") && entry.getName().endsWith(".class");
  }

  /** Says whether a class file holds a text with {@code spark.}; most do not. */
  private static boolean namesAKey(byte[] bytes) {
    for (int i = 0; i <= bytes.length - NEEDLE.length; i++) {
      int matched = 0;
      while (matched < NEEDLE.length && bytes[i + matched] == NEEDLE[matched]) {
        matched++;
      }
      if (matched == NEEDLE.length) {
        return true;
      }
    }
    return false;
  }
}
