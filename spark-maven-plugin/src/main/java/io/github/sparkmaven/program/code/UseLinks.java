/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.program.code;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.SourceValue;

/** Links the calls of a method with where their results go. */
final class UseLinks {
  private final IdentityHashMap<AbstractInsnNode, Call> calls;
  private final IdentityHashMap<Call, List<Use>> uses = new IdentityHashMap<>();

  private UseLinks(IdentityHashMap<AbstractInsnNode, Call> calls) {
    this.calls = calls;
  }

  static void link(
      MethodNode node, SourceTracker tracker, IdentityHashMap<AbstractInsnNode, Call> calls) {
    UseLinks links = new UseLinks(calls);
    for (AbstractInsnNode instruction : node.instructions) {
      List<SourceValue> operands = tracker.operands(instruction);
      for (int i = 0; i < operands.size(); i++) {
        links.note(instruction, i, operands.get(i));
      }
    }
    links.uses.forEach(Call::linkUses);
  }

  private void note(AbstractInsnNode instruction, int position, SourceValue operand) {
    for (AbstractInsnNode source : operand.insns) {
      Call call = calls.get(source);
      if (call != null) {
        uses.computeIfAbsent(call, key -> new ArrayList<>()).add(use(instruction, position));
      }
    }
  }

  private Use use(AbstractInsnNode instruction, int position) {
    Call by = calls.get(instruction);
    if (by != null) {
      boolean isReceiver = position == 0 && instruction.getOpcode() != Opcodes.INVOKESTATIC;
      return new Use(isReceiver ? Use.Kind.RECEIVER : Use.Kind.ARGUMENT, Optional.of(by));
    }
    return new Use(
        isComparison(instruction.getOpcode()) ? Use.Kind.COMPARED : Use.Kind.OTHER,
        Optional.empty());
  }

  private static boolean isComparison(int opcode) {
    return (opcode >= Opcodes.LCMP && opcode <= Opcodes.IF_ACMPNE)
        || opcode == Opcodes.IFNULL
        || opcode == Opcodes.IFNONNULL;
  }
}
