/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.program;

import io.github.sparkmaven.problem.EnvironmentException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Finds the classes that a program can be started with. */
public final class MainClasses {
  private static final String CLASS = ".class";

  private MainClasses() {}

  /**
   * Returns the public classes below a folder that have a {@code public static void
   * main(String[])}, sorted.
   */
  public static List<String> inFolder(Path classes) {
    if (!Files.isDirectory(classes)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(classes)) {
      return files
          .filter(file -> file.toString().endsWith(CLASS))
          .filter(file -> !file.endsWith("module-info.class"))
          .map(MainClasses::mainClass)
          .flatMap(Optional::stream)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new EnvironmentException("Cannot read the classes in " + classes + ": " + e, e);
    }
  }

  /**
   * Returns the public classes of a jar that have a {@code public static void main(String[])},
   * sorted.
   *
   * @param wanted which classes are read; all others are passed over
   */
  public static List<String> inJar(Path jar, Predicate<String> wanted) {
    JarDirectory directory = JarDirectory.of(jar);
    List<String> found = new ArrayList<>();
    directory.contents(
        directory.entries().stream().filter(entry -> isWanted(entry.name(), wanted)).toList(),
        (entry, bytes) -> mainClass(jar + "!/" + entry.name(), bytes).ifPresent(found::add));
    Collections.sort(found);
    return found;
  }

  private static boolean isWanted(String entry, Predicate<String> wanted) {
    return entry.endsWith(CLASS)
        && !entry.startsWith("META-INF/")
        && !entry.endsWith("module-info.class")
        && wanted.test(entry.substring(0, entry.length() - CLASS.length()).replace('/', '.'));
  }

  private static Optional<String> mainClass(Path file) {
    try {
      return mainClass(file.toString(), Files.readAllBytes(file));
    } catch (IOException e) {
      throw new EnvironmentException("Cannot read " + file + ": " + e, e);
    }
  }

  private static Optional<String> mainClass(String file, byte[] bytes) {
    try {
      ClassReader reader = new ClassReader(bytes);
      MainFinder finder = new MainFinder();
      reader.accept(
          finder, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
      boolean isPublic = (reader.getAccess() & Opcodes.ACC_PUBLIC) != 0;
      return finder.found && isPublic
          ? Optional.of(reader.getClassName().replace('/', '.'))
          : Optional.empty();
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      // ASM's: a torn file, or a class of a JDK that is too new for it.
      throw new EnvironmentException("Cannot read " + file + ": " + e, e);
    }
  }

  private static final class MainFinder extends ClassVisitor {
    private boolean found;

    MainFinder() {
      super(Opcodes.ASM9);
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String[] exceptions) {
      int wanted = Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC;
      found |=
          name.equals("main")
              && descriptor.equals("([Ljava/lang/String;)V")
              && (access & wanted) == wanted;
      return null;
    }
  }
}
