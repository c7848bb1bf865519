/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.check.packaging;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** The main method of a class, as reflection sees it. */
final class MainMethod extends ClassVisitor {
  private String above = "java/lang/Object";
  private int access;
  private boolean found;
  private int accessOfMain;

  private MainMethod() {
    super(Opcodes.ASM9);
  }

  /** Reads a class; of one that is torn or too new nothing is known, and it passes. */
  static MainMethod of(byte[] bytes) {
    MainMethod main = new MainMethod();
    try {
      new ClassReader(bytes)
          .accept(main, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      main.found = true;
      main.accessOfMain = Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC;
      main.access = Opcodes.ACC_PUBLIC;
    }
    return main;
  }

  boolean isPublic() {
    return (access & Opcodes.ACC_PUBLIC) != 0;
  }

  boolean hasPublicMain() {
    return found && (accessOfMain & Opcodes.ACC_PUBLIC) != 0;
  }

  boolean hasMainNotPublic() {
    return found && (accessOfMain & Opcodes.ACC_PUBLIC) == 0;
  }

  boolean isMainStatic() {
    return (accessOfMain & Opcodes.ACC_STATIC) != 0;
  }

  /** Returns the entry of the class that this one extends. */
  String superEntry() {
    return above + ".class";
  }

  @Override
  public void visit(
      int version,
      int access,
      String name,
      @Nullable String signature,
      @Nullable String superName,
      String[] interfaces) {
    this.access = access;
    if (superName != null) {
      above = superName;
    }
  }

  @Override
  public @Nullable MethodVisitor visitMethod(
      int access, String name, String descriptor, @Nullable String signature, String[] exceptions) {
    if (name.equals("main") && descriptor.equals("([Ljava/lang/String;)V")) {
      found = true;
      accessOfMain = access;
    }
    return null;
  }
}
