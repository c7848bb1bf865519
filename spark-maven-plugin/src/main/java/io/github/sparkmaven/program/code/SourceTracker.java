/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.program.code;

import java.util.IdentityHashMap;
import java.util.List;
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
  private final IdentityHashMap<AbstractInsnNode, Value> parameters = new IdentityHashMap<>();
  private final IdentityHashMap<AbstractInsnNode, List<SourceValue>> operands =
      new IdentityHashMap<>();
  private int seen;

  SourceTracker() {
    super(Opcodes.ASM9);
  }

  /** Returns the parameter that a source stands for, if it is one. */
  Optional<Value> parameter(AbstractInsnNode source) {
    return Optional.ofNullable(parameters.get(source));
  }

  /** Returns what an instruction takes from the stack; nothing of one that only moves values. */
  List<SourceValue> operands(AbstractInsnNode instruction) {
    return operands.getOrDefault(instruction, List.of());
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
    if (instruction.getOpcode() == Opcodes.CHECKCAST) {
      return value;
    }
    operands.put(instruction, List.of(value));
    return super.unaryOperation(instruction, value);
  }

  @Override
  public SourceValue binaryOperation(
      AbstractInsnNode instruction, SourceValue first, SourceValue second) {
    operands.put(instruction, List.of(first, second));
    return super.binaryOperation(instruction, first, second);
  }

  @Override
  public SourceValue ternaryOperation(
      AbstractInsnNode instruction, SourceValue first, SourceValue second, SourceValue third) {
    operands.put(instruction, List.of(first, second, third));
    return super.ternaryOperation(instruction, first, second, third);
  }

  @Override
  public SourceValue naryOperation(
      AbstractInsnNode instruction, List<? extends SourceValue> values) {
    operands.put(instruction, List.copyOf(values));
    return super.naryOperation(instruction, values);
  }
}
