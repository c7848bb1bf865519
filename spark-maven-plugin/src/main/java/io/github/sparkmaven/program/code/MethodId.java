/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.program.code;

/**
 * A method as a call names it.
 *
 * @param owner the class, with slashes, as bytecode has it
 * @param name its name; {@code <init>} of constructors
 * @param descriptor its types as the JVM writes them
 */
public record MethodId(String owner, String name, String descriptor) {

  /** Returns the same method of another class. */
  MethodId in(String otherOwner) {
    return new MethodId(otherOwner, name, descriptor);
  }

  /** Says whether it makes a new object. */
  public boolean isConstructor() {
    return name.equals("<init>");
  }

  /** Returns the class as sources write it, with dots. */
  public String className() {
    return owner.replace('/', '.');
  }
}
