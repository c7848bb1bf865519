/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.program.code;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;

/** Reads one class file. */
final class ClassReading {
  private static final int WITHOUT_CODE = Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE;

  private ClassReading() {}

  /** Reads a class; returns nothing of a torn file, or of a JDK that is too new for ASM. */
  static Optional<CodeClass> read(byte[] bytes) {
    ClassNode node = new ClassNode();
    try {
      new ClassReader(bytes).accept(node, ClassReader.SKIP_FRAMES);
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      return Optional.empty();
    }
    List<CodeMethod> methods = new ArrayList<>();
    for (MethodNode method : node.methods) {
      if ((method.access & WITHOUT_CODE) == 0) {
        methods.add(MethodReader.read(node.name, method));
      }
    }
    return Optional.of(
        new CodeClass(
            node.name,
            Optional.ofNullable(node.superName),
            node.interfaces,
            Optional.ofNullable(node.sourceFile),
            methods,
            constants(node)));
  }

  private static Map<String, Object> constants(ClassNode node) {
    Map<String, Object> constants = new HashMap<>();
    for (FieldNode field : node.fields) {
      if (field.value != null) {
        constants.put(field.name, field.value);
      }
    }
    return constants;
  }
}
