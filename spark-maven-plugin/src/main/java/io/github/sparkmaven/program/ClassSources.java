/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.program;

import io.github.sparkmaven.problem.EnvironmentException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
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
    try (ZipFile file = new ZipFile(jar.toFile())) {
      ZipEntry entry = file.getEntry(className.replace('.', '/') + ".class");
      if (entry == null) {
        return Optional.empty();
      }
      try (InputStream stream = file.getInputStream(entry)) {
        SourceReader reader = new SourceReader();
        new ClassReader(stream.readAllBytes())
            .accept(reader, ClassReader.SKIP_CODE | ClassReader.SKIP_FRAMES);
        return reader.found;
      }
    } catch (IOException e) {
      throw new EnvironmentException("Cannot read " + jar + ": " + e, e);
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      // ASM's: a torn class, or one of a JDK that is too new for it.
      return Optional.empty();
    }
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
