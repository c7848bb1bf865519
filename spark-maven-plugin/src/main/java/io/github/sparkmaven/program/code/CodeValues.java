/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.program.code;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.analysis.Frame;
import org.objectweb.asm.tree.analysis.SourceValue;

/** Tells what the instruction that made a value says of it. */
final class CodeValues {
  private static final Value UNKNOWN = new Value.Unknown();

  private final SourceTracker tracker;
  private final IdentityHashMap<AbstractInsnNode, Call> calls;
  private final IdentityHashMap<AbstractInsnNode, Call> constructions;
  private final MethodNode node;
  private final Frame<SourceValue>[] frames;
  // In a loop, a text may be put together of itself.
  private final Set<AbstractInsnNode> open = Collections.newSetFromMap(new IdentityHashMap<>());

  CodeValues(
      SourceTracker tracker,
      IdentityHashMap<AbstractInsnNode, Call> calls,
      IdentityHashMap<AbstractInsnNode, Call> constructions,
      MethodNode node,
      Frame<SourceValue>[] frames) {
    this.tracker = tracker;
    this.calls = calls;
    this.constructions = constructions;
    this.node = node;
    this.frames = frames;
  }

  /** Returns a value of the stack, counted from its top. */
  static SourceValue stack(Frame<SourceValue> frame, int fromTop) {
    return frame.getStack(frame.getStackSize() - 1 - fromTop);
  }

  /** Returns the topmost values of the stack, the deepest first. */
  List<Value> top(Frame<SourceValue> frame, int count) {
    List<Value> values = new ArrayList<>();
    for (int i = count - 1; i >= 0; i--) {
      values.add(of(stack(frame, i)));
    }
    return values;
  }

  Value of(SourceValue value) {
    Set<Value> found = value.insns.stream().map(this::of).collect(Collectors.toSet());
    if (found.isEmpty()) {
      return UNKNOWN;
    }
    return found.size() == 1 ? found.iterator().next() : new Value.Choice(found);
  }

  private Value of(AbstractInsnNode source) {
    Optional<Value> parameter = tracker.parameter(source);
    if (parameter.isPresent()) {
      return parameter.get();
    }
    int opcode = source.getOpcode();
    if (opcode >= Opcodes.ICONST_M1 && opcode <= Opcodes.ICONST_5) {
      return new Value.Constant(opcode - Opcodes.ICONST_0);
    } else if (opcode == Opcodes.LCONST_0 || opcode == Opcodes.LCONST_1) {
      return new Value.Constant((long) (opcode - Opcodes.LCONST_0));
    } else if (opcode == Opcodes.DCONST_0 || opcode == Opcodes.DCONST_1) {
      return new Value.Constant((double) (opcode - Opcodes.DCONST_0));
    } else if (opcode == Opcodes.BIPUSH || opcode == Opcodes.SIPUSH) {
      return new Value.Constant(((IntInsnNode) source).operand);
    }
    return ofOperand(source);
  }

  private Value ofOperand(AbstractInsnNode source) {
    if (source instanceof LdcInsnNode constant) {
      return constant.cst instanceof String || constant.cst instanceof Number
          ? new Value.Constant(constant.cst)
          : UNKNOWN;
    } else if (source instanceof MethodInsnNode) {
      return Optional.ofNullable(calls.get(source)).<Value>map(Value.Result::new).orElse(UNKNOWN);
    } else if (source instanceof TypeInsnNode type
        && (type.getOpcode() == Opcodes.NEW || type.getOpcode() == Opcodes.ANEWARRAY)) {
      return new Value.Created(type.desc, Optional.ofNullable(constructions.get(source)));
    } else if (source instanceof FieldInsnNode field) {
      return new Value.FieldRead(new FieldId(field.owner, field.name));
    } else if (source instanceof InvokeDynamicInsnNode dynamic) {
      return dynamic(dynamic);
    }
    return UNKNOWN;
  }

  /** Returns the lambda or the text that an instruction puts together. */
  Value dynamic(InvokeDynamicInsnNode dynamic) {
    Frame<SourceValue> frame = frames[node.instructions.indexOf(dynamic)];
    if (frame == null || !open.add(dynamic)) {
      return UNKNOWN;
    }
    List<Value> arguments = top(frame, Type.getArgumentTypes(dynamic.desc).length);
    open.remove(dynamic);
    return switch (dynamic.bsm.getOwner()) {
      case "java/lang/invoke/LambdaMetafactory" -> lambda(dynamic, arguments);
      case "java/lang/invoke/StringConcatFactory" -> text(dynamic, arguments);
      default -> UNKNOWN;
    };
  }

  private static Value lambda(InvokeDynamicInsnNode dynamic, List<Value> captured) {
    return Arrays.stream(dynamic.bsmArgs)
        .filter(Handle.class::isInstance)
        .map(Handle.class::cast)
        .findFirst()
        .<Value>map(
            handle ->
                new Value.Lambda(
                    new MethodId(handle.getOwner(), handle.getName(), handle.getDesc()), captured))
        .orElse(UNKNOWN);
  }

  // The recipe of java.lang.invoke.StringConcatFactory: \1 stands for an argument, \2 for a
  // constant that cannot be written in the recipe.
  private static Value text(InvokeDynamicInsnNode dynamic, List<Value> arguments) {
    String recipe =
        dynamic.name.equals("makeConcatWithConstants")
            ? String.valueOf(dynamic.bsmArgs[0])
            : "\1".repeat(arguments.size());
    List<Value> parts = new ArrayList<>();
    StringBuilder literal = new StringBuilder();
    int argument = 0;
    int constant = 1;
    for (int i = 0; i < recipe.length(); i++) {
      char c = recipe.charAt(i);
      if (c == '\1' || c == '\2') {
        parts.add(new Value.Constant(literal.toString()));
        literal.setLength(0);
        parts.add(
            c == '\1'
                ? arguments.get(argument++)
                : new Value.Constant(String.valueOf(dynamic.bsmArgs[constant++])));
      } else {
        literal.append(c);
      }
    }
    parts.add(new Value.Constant(literal.toString()));
    return new Value.Concatenation(parts);
  }
}
