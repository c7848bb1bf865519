/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.conf.registry;

import java.util.Optional;
import org.objectweb.asm.Opcodes;

/**
 * The constant that the instruction before this one left, boxed or not: what a default is given as.
 */
final class LastValue {
  private Optional<String> value = Optional.empty();

  /** Returns the constant, or nothing where something else stands there. */
  Optional<String> get() {
    return value;
  }

  void forget() {
    value = Optional.empty();
  }

  void pushed(Optional<String> text) {
    value = text;
  }

  /** Takes note of an instruction without operands; the constants among them are small numbers. */
  void instruction(int opcode) {
    switch (opcode) {
      case Opcodes.ICONST_M1 -> pushed(Optional.of("-1"));
      case Opcodes.ICONST_0, Opcodes.LCONST_0 -> pushed(Optional.of("0"));
      case Opcodes.ICONST_1, Opcodes.LCONST_1 -> pushed(Optional.of("1"));
      case Opcodes.ICONST_2 -> pushed(Optional.of("2"));
      case Opcodes.ICONST_3 -> pushed(Optional.of("3"));
      case Opcodes.ICONST_4 -> pushed(Optional.of("4"));
      case Opcodes.ICONST_5 -> pushed(Optional.of("5"));
      case Opcodes.DCONST_0 -> pushed(Optional.of("0.0"));
      case Opcodes.DCONST_1 -> pushed(Optional.of("1.0"));
      default -> forget();
    }
  }

  /** Takes note of a call; boxing keeps the constant, and calls a boolean by its name. */
  void called(String owner, String name) {
    if (!owner.equals("scala/runtime/BoxesRunTime")) {
      forget();
    } else if (name.equals("boxToBoolean")) {
      value = value.map(number -> String.valueOf(!number.equals("0")));
    }
  }

  /** Takes note of a field of an object; Scala's empty list is one. */
  void field(String owner) {
    value = owner.equals("scala/collection/immutable/Nil$") ? Optional.of("") : Optional.empty();
  }
}
