/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.check.packaging;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** A jar that a test makes up, entry by entry. */
final class TestJar {
  private static final int PUBLIC_STATIC = Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC;
  private final Map<String, byte[]> entries = new TreeMap<>();

  /** Adds a file of text. */
  TestJar text(String name, String text) {
    entries.put(name, text.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  /** Adds a file. */
  TestJar bytes(String name, byte[] bytes) {
    entries.put(name, bytes);
    return this;
  }

  TestJar remove(String name) {
    entries.remove(name);
    return this;
  }

  /** Adds classes, by their names with slashes. */
  TestJar classes(String... names) {
    for (String name : names) {
      classOf(name, "");
    }
    return this;
  }

  /** Adds a class that says something that another of its name does not. */
  TestJar classOf(String name, String content) {
    return bytes(name + ".class", compiled(name, "java/lang/Object", 8, content));
  }

  /** Adds a class that is compiled for a Java. */
  TestJar classFor(int java, String name) {
    return bytes(name + ".class", compiled(name, "java/lang/Object", java, ""));
  }

  /** Adds a class with a main method. */
  TestJar main(String name) {
    return main(name, Opcodes.ACC_PUBLIC, PUBLIC_STATIC);
  }

  /** Adds a class with a main method, both with these access flags. */
  TestJar main(String name, int access, int accessOfMain) {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(Opcodes.V1_8, access | Opcodes.ACC_SUPER, name, null, "java/lang/Object", null);
    writer.visitSource(name.substring(name.lastIndexOf('/') + 1) + ".java", null);
    MethodVisitor main =
        writer.visitMethod(accessOfMain, "main", "([Ljava/lang/String;)V", null, null);
    main.visitCode();
    main.visitInsn(Opcodes.RETURN);
    main.visitMaxs(0, 1);
    main.visitEnd();
    return bytes(name + ".class", writer.toByteArray());
  }

  /** Adds a class that extends another. */
  TestJar subclass(String name, String above) {
    return bytes(name + ".class", compiled(name, above, 8, ""));
  }

  /** Adds the mark that Maven leaves of an artifact. */
  TestJar mark(String group, String artifact, String version) {
    return text(
        "META-INF/maven/" + group + "/" + artifact + "/pom.properties",
        "groupId=" + group + "\nartifactId=" + artifact + "\nversion=" + version + "\n");
  }

  /** Adds all that another jar has, as shading does. */
  TestJar shade(TestJar other) {
    other.entries.forEach(entries::putIfAbsent);
    return this;
  }

  /** Writes it. */
  Path write(Path file) {
    try {
      Files.createDirectories(file.getParent());
      try (OutputStream stream = Files.newOutputStream(file);
          ZipOutputStream zip = new ZipOutputStream(stream)) {
        for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
          zip.putNextEntry(new ZipEntry(entry.getKey()));
          zip.write(entry.getValue());
        }
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] compiled(String name, String above, int java, String content) {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(java + 44, Opcodes.ACC_PUBLIC | Opcodes.ACC_SUPER, name, null, above, null);
    if (!content.isEmpty()) {
      writer.visitField(PUBLIC_STATIC, content, "I", null, null).visitEnd();
    }
    return writer.toByteArray();
  }
}
