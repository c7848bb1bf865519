/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.program.code;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.Frame;
import org.objectweb.asm.tree.analysis.SourceValue;

/** Reads one method: runs the data-flow analysis, and links calls with where values come from. */
final class MethodReader {
  private final MethodId id;
  private final MethodNode node;
  private final SourceTracker tracker = new SourceTracker();
  private final ControlFlow flow;
  private final IdentityHashMap<AbstractInsnNode, Call> calls = new IdentityHashMap<>();
  private final List<Call> inOrder = new ArrayList<>();

  private MethodReader(String owner, MethodNode node) {
    this.id = new MethodId(owner, node.name, node.desc);
    this.node = node;
    this.flow = new ControlFlow(node.instructions.size());
  }

  /** Reads a method that has code; of one that no JVM would verify, nothing is told. */
  static CodeMethod read(String owner, MethodNode node) {
    MethodReader reader = new MethodReader(owner, node);
    try {
      return reader.read(reader.frames(owner));
    } catch (AnalyzerException e) {
      return new CodeMethod(
          reader.id, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), false);
    }
  }

  private Frame<SourceValue>[] frames(String owner) throws AnalyzerException {
    Analyzer<SourceValue> analyzer =
        new Analyzer<>(tracker) {
          @Override
          protected void newControlFlowEdge(int instruction, int successor) {
            flow.edge(instruction, successor);
          }
        };
    return analyzer.analyze(owner, node);
  }

  private CodeMethod read(Frame<SourceValue>[] frames) {
    noteExits(frames);
    noteCalls(frames);
    CodeValues values = new CodeValues(tracker, calls, constructions(frames), node, frames);
    MethodFacts facts = new MethodFacts(values);
    int line = -1;
    for (int i = 0; i < frames.length; i++) {
      AbstractInsnNode instruction = node.instructions.get(i);
      if (instruction instanceof LineNumberNode number) {
        line = number.line;
      }
      if (frames[i] != null) {
        link(instruction, frames[i], values);
        facts.note(instruction, frames[i], line(line));
      }
    }
    UseLinks.link(node, tracker, calls);
    return facts.method(id, inOrder, flow.hasLoops());
  }

  private void noteExits(Frame<SourceValue>[] frames) {
    for (int i = 0; i < frames.length; i++) {
      int opcode = node.instructions.get(i).getOpcode();
      if (frames[i] != null && opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN) {
        flow.exit(i);
      }
    }
  }

  private void noteCalls(Frame<SourceValue>[] frames) {
    int line = -1;
    for (int i = 0; i < frames.length; i++) {
      AbstractInsnNode instruction = node.instructions.get(i);
      if (instruction instanceof LineNumberNode number) {
        line = number.line;
      } else if (instruction instanceof MethodInsnNode called && frames[i] != null) {
        MethodId method = new MethodId(called.owner, called.name, called.desc);
        Call call =
            new Call(
                new Call.Site(
                    method, id, line(line), flow.isAlways(i), flow.isInLoop(i), isVirtual(called)));
        calls.put(instruction, call);
        inOrder.add(call);
      }
    }
  }

  /** Returns the constructor's call of each object that the code makes, by its NEW instruction. */
  private IdentityHashMap<AbstractInsnNode, Call> constructions(Frame<SourceValue>[] frames) {
    IdentityHashMap<AbstractInsnNode, Call> found = new IdentityHashMap<>();
    for (int i = 0; i < frames.length; i++) {
      if (node.instructions.get(i) instanceof MethodInsnNode called
          && called.name.equals("<init>")
          && frames[i] != null) {
        SourceValue receiver = CodeValues.stack(frames[i], argumentCount(called.desc));
        Call call = calls.get(called);
        receiver.insns.stream()
            .filter(source -> source.getOpcode() == Opcodes.NEW && call != null)
            .forEach(source -> found.put(source, call));
      }
    }
    return found;
  }

  private void link(AbstractInsnNode instruction, Frame<SourceValue> frame, CodeValues values) {
    Call call = calls.get(instruction);
    if (call == null) {
      return;
    }
    int count = argumentCount(call.method().descriptor());
    call.link(
        instruction.getOpcode() == Opcodes.INVOKESTATIC
            ? Optional.empty()
            : Optional.of(values.of(CodeValues.stack(frame, count))),
        values.top(frame, count));
  }

  private static boolean isVirtual(MethodInsnNode called) {
    return called.getOpcode() == Opcodes.INVOKEVIRTUAL
        || called.getOpcode() == Opcodes.INVOKEINTERFACE;
  }

  private static int argumentCount(String descriptor) {
    return Type.getArgumentTypes(descriptor).length;
  }

  private static OptionalInt line(int line) {
    return line < 0 ? OptionalInt.empty() : OptionalInt.of(line);
  }

  /** What a method does besides calling others, noted instruction by instruction. */
  private static final class MethodFacts {
    private final CodeValues values;
    private final List<Value> returned = new ArrayList<>();
    private final List<FieldWrite> writes = new ArrayList<>();
    private final List<Value> stored = new ArrayList<>();
    private final List<Comparison> comparisons = new ArrayList<>();
    private final List<Value.Lambda> lambdas = new ArrayList<>();

    MethodFacts(CodeValues values) {
      this.values = values;
    }

    void note(AbstractInsnNode instruction, Frame<SourceValue> frame, OptionalInt line) {
      int opcode = instruction.getOpcode();
      if (opcode >= Opcodes.IRETURN && opcode <= Opcodes.ARETURN) {
        returned.add(values.of(CodeValues.stack(frame, 0)));
      } else if (opcode == Opcodes.AASTORE) {
        stored.add(values.of(CodeValues.stack(frame, 0)));
      } else if (opcode == Opcodes.PUTFIELD || opcode == Opcodes.PUTSTATIC) {
        FieldInsnNode field = (FieldInsnNode) instruction;
        writes.add(
            new FieldWrite(
                new FieldId(field.owner, field.name), values.of(CodeValues.stack(frame, 0))));
      } else if (instruction instanceof InvokeDynamicInsnNode dynamic
          && values.dynamic(dynamic) instanceof Value.Lambda lambda) {
        lambdas.add(lambda);
      } else if (opcode == Opcodes.LCMP
          || (opcode >= Opcodes.IF_ICMPEQ && opcode <= Opcodes.IF_ICMPLE)) {
        comparisons.add(
            new Comparison(
                values.of(CodeValues.stack(frame, 1)),
                values.of(CodeValues.stack(frame, 0)),
                jump(instruction),
                line));
      } else if (opcode >= Opcodes.IFEQ && opcode <= Opcodes.IFLE) {
        comparisons.add(
            new Comparison(
                values.of(CodeValues.stack(frame, 0)),
                new Value.Constant(0),
                jump(instruction),
                line));
      }
    }

    // Longs are compared by one instruction, and the next one jumps.
    private static Comparison.Jump jump(AbstractInsnNode instruction) {
      AbstractInsnNode jump =
          instruction.getOpcode() == Opcodes.LCMP ? instruction.getNext() : instruction;
      return switch (jump.getOpcode()) {
        case Opcodes.IFEQ, Opcodes.IF_ICMPEQ, Opcodes.IFNE, Opcodes.IF_ICMPNE ->
            Comparison.Jump.EQUAL_OR_NOT;
        case Opcodes.IFLT, Opcodes.IF_ICMPLT, Opcodes.IFGE, Opcodes.IF_ICMPGE ->
            Comparison.Jump.LESS_OR_NOT;
        case Opcodes.IFGT, Opcodes.IF_ICMPGT, Opcodes.IFLE, Opcodes.IF_ICMPLE ->
            Comparison.Jump.GREATER_OR_NOT;
        default -> Comparison.Jump.NONE;
      };
    }

    CodeMethod method(MethodId id, List<Call> calls, boolean hasLoops) {
      return new CodeMethod(id, calls, returned, writes, stored, comparisons, lambdas, hasLoops);
    }
  }
}
