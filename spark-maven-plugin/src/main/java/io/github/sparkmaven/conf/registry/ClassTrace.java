/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.conf.registry;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Reads one class of Spark: its constants, and the entries that its methods define. */
final class ClassTrace extends ClassVisitor {
  private final ConstantTable constants;
  private final RegistryDraft draft;
  private String className = "";

  ClassTrace(ConstantTable constants, RegistryDraft draft) {
    super(Opcodes.ASM9);
    this.constants = constants;
    this.draft = draft;
  }

  @Override
  public void visit(
      int version,
      int access,
      String name,
      @Nullable String signature,
      @Nullable String superName,
      String[] interfaces) {
    className = name;
  }

  @Override
  public @Nullable FieldVisitor visitField(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      @Nullable Object value) {
    if (value instanceof String text) {
      constants.put(className, name, text);
      draft.mention(text);
    }
    return null;
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String name, String descriptor, @Nullable String signature, String[] exceptions) {
    boolean isStatic = (access & Opcodes.ACC_STATIC) != 0;
    return new MethodTrace(className, name, descriptor, isStatic, constants, draft);
  }
}
