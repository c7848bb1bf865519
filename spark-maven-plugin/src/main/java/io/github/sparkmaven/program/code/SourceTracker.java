/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.program.code;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.VarInsnNode;
import org.objectweb.asm.tree.analysis.SourceInterpreter;
import org.objectweb.asm.tree.analysis.SourceValue;

/**
 * Follows each value to the instruction that made it, through local variables, copies and casts;
 * parameters stand for themselves.
 */
final class SourceTracker extends SourceInterpreter {
  private final Map<AbstractInsnNode, Value> parameters = new IdentityHashMap<>();
  private int seen;

  SourceTracker() {
    super(Opcodes.ASM9);
  }

  /** Returns the parameter that a source stands for, if it is one. */
  Optional<Value> parameter(AbstractInsnNode source) {
    return Optional.ofNullable(parameters.get(source));
  }

  @Override
  public SourceValue newParameterValue(boolean isInstanceMethod, int local, Type type) {
    // No instruction makes a parameter; this one is never part of the code.
    AbstractInsnNode mark = new VarInsnNode(Opcodes.ALOAD, local);
    if (isInstanceMethod && local == 0) {
      parameters.put(mark, new Value.This());
    } else {
      parameters.put(mark, new Value.Argument(seen++));
    }
    return new SourceValue(type.getSize(), mark);
  }

  @Override
  public SourceValue copyOperation(AbstractInsnNode instruction, SourceValue value) {
    return value;
  }

  @Override
  public SourceValue unaryOperation(AbstractInsnNode instruction, SourceValue value) {
    return instruction.getOpcode() == Opcodes.CHECKCAST
        ? value
        : super.unaryOperation(instruction, value);
  }
}
