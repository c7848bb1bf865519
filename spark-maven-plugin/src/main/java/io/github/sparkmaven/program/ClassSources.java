/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.program;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Opcodes;

/** Reads which source a class was compiled from. */
public final class ClassSources {
  private ClassSources() {}

  /**
   * Returns the name of the source file, without a folder.
   *
   * @return nothing where the jar lacks the class, or the class does not say
   */
  public static Optional<String> inJar(Path jar, String className) {
    return JarDirectory.of(jar)
        .content(className.replace('.', '/') + ".class")
        .flatMap(ClassSources::source);
  }

  private static Optional<String> source(byte[] bytes) {
    SourceReader reader = new SourceReader();
    try {
      new ClassReader(bytes).accept(reader, ClassReader.SKIP_CODE | ClassReader.SKIP_FRAMES);
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      // ASM's: a torn class, or one of a JDK that is too new for it.
      return Optional.empty();
    }
    return reader.found;
  }

  private static final class SourceReader extends ClassVisitor {
    private Optional<String> found = Optional.empty();

    SourceReader() {
      super(Opcodes.ASM9);
    }

    @Override
    public void visitSource(@Nullable String source, @Nullable String debug) {
      found = Optional.ofNullable(source);
    }
  }
}
