/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.program.code;

import io.github.sparkmaven.problem.EnvironmentException;
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

  /**
   * Reads a class.
   *
   * @param file where it stands, for the message
   * @throws EnvironmentException if the file is torn, or of a JDK that is too new for ASM
   */
  static CodeClass read(String file, byte[] bytes) {
    ClassNode node = new ClassNode();
    try {
      new ClassReader(bytes).accept(node, ClassReader.SKIP_FRAMES);
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new EnvironmentException("Cannot read " + file + ": " + e, e);
    }
    List<CodeMethod> methods = new ArrayList<>();
    for (MethodNode method : node.methods) {
      if ((method.access & WITHOUT_CODE) == 0) {
        methods.add(MethodReader.read(node.name, method));
      }
    }
    return new CodeClass(
        node.name,
        Optional.ofNullable(node.superName),
        node.interfaces,
        Optional.ofNullable(node.sourceFile),
        methods,
        constants(node));
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
