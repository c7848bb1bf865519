/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.conf.registry;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Follows the texts and the entries through one method.
 *
 * <p>Only values of the types {@code String} and {@code ConfigEntry} are followed (an entry as its
 * key), on a stack of their own; everything else is passed over. Definitions stand in constructors,
 * in straight lines, so that branches need no care.
 */
final class MethodTrace extends MethodVisitor {
  private static final String STRING = "java/lang/String";

  private final String className;
  private final String methodName;
  private final boolean isGetter;
  private final ConstantTable constants;
  private final RegistryDraft draft;
  private final TextStack stack = new TextStack();
  private final Map<Integer, Optional<String>> locals = new HashMap<>();
  private final LastValue lastValue = new LastValue();
  private final DefinitionCalls calls;

  MethodTrace(
      String className,
      String methodName,
      String descriptor,
      boolean isStatic,
      ConstantTable constants,
      RegistryDraft draft) {
    super(Opcodes.ASM9);
    this.className = className;
    this.methodName = methodName;
    this.isGetter = descriptor.startsWith("()");
    this.constants = constants;
    this.draft = draft;
    this.calls = new DefinitionCalls(stack, lastValue, draft);
    int slot = isStatic ? 0 : 1;
    for (Type parameter : Type.getArgumentTypes(descriptor)) {
      if (isFollowed(parameter)) {
        locals.put(slot, Optional.empty());
      }
      slot += parameter.getSize();
    }
  }

  @Override
  public void visitLdcInsn(Object value) {
    stack.stale();
    lastValue.pushed(value instanceof Type ? Optional.empty() : Optional.of(value.toString()));
    if (value instanceof String text) {
      draft.mention(text);
      if (className.endsWith("/TransportConf")) {
        draft.mentionInTransport(text);
      }
      stack.push(Optional.of(text));
    }
  }

  @Override
  public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
    boolean fresh = stack.isFresh();
    stack.stale();
    lastValue.field(owner);
    if (!isFollowed(Type.getType(descriptor))) {
      calls.sawField(owner, name);
    } else if (opcode == Opcodes.GETSTATIC || opcode == Opcodes.GETFIELD) {
      stack.push(constants.find(owner, name));
      lastValue.pushed(constants.find(owner, name));
    } else if (fresh) {
      stack.pop().ifPresent(text -> constants.put(owner, name, text));
    }
  }

  @Override
  public void visitMethodInsn(
      int opcode, String owner, String name, String descriptor, boolean isInterface) {
    stack.stale();
    TextStack.Arguments arguments = stack.take(descriptor);
    boolean hasFollowedReceiver =
        opcode != Opcodes.INVOKESTATIC && isFollowed(Type.getObjectType(owner));
    Optional<String> receiver = hasFollowedReceiver ? stack.pop() : Optional.empty();
    Optional<String> result = calls.call(owner, name, descriptor, arguments, receiver);
    lastValue.called(owner, name);
    if (isFollowed(Type.getReturnType(descriptor))) {
      boolean mayBeConstant = descriptor.startsWith("()") && !hasFollowedReceiver;
      stack.push(result.isEmpty() && mayBeConstant ? constants.find(owner, name) : result);
      lastValue.pushed(stack.peek());
    }
  }

  @Override
  public void visitInvokeDynamicInsn(
      String name, String descriptor, Handle bootstrap, Object... bootstrapArguments) {
    stack.stale();
    lastValue.forget();
    TextStack.Arguments arguments = stack.take(descriptor);
    if (isFollowed(Type.getReturnType(descriptor))) {
      boolean isConcatenation = name.equals("makeConcatWithConstants");
      stack.push(
          isConcatenation
              ? concatenated(String.valueOf(bootstrapArguments[0]), arguments)
              : Optional.empty());
    }
  }

  // The recipe of java.lang.invoke.StringConcatFactory: \1 stands for an argument, \2 for a
  // constant that cannot be written in the recipe.
  private Optional<String> concatenated(String recipe, TextStack.Arguments arguments) {
    int open = recipe.indexOf('\1');
    if (open > 0) {
      draft.mention(recipe.substring(0, open));
    }
    StringBuilder text = new StringBuilder();
    int argument = 0;
    for (int i = 0; i < recipe.length(); i++) {
      char c = recipe.charAt(i);
      Optional<String> part =
          c == '\1' ? arguments.text(argument++) : Optional.of(String.valueOf(c));
      if (part.isEmpty() || c == '\2') {
        return Optional.empty();
      }
      text.append(part.get());
    }
    draft.mention(text.toString());
    return Optional.of(text.toString());
  }

  @Override
  public void visitTypeInsn(int opcode, String type) {
    boolean fresh = stack.isFresh();
    stack.stale();
    lastValue.forget();
    if (opcode == Opcodes.CHECKCAST && isFollowed(Type.getObjectType(type)) && !fresh) {
      stack.push(Optional.empty());
    }
  }

  @Override
  public void visitVarInsn(int opcode, int slot) {
    boolean fresh = stack.isFresh();
    stack.stale();
    lastValue.forget();
    if (opcode == Opcodes.ASTORE) {
      locals.remove(slot);
      if (fresh) {
        locals.put(slot, stack.pop());
      }
    } else if (opcode == Opcodes.ALOAD) {
      Optional.ofNullable(locals.get(slot)).ifPresent(stack::push);
    }
  }

  @Override
  public void visitIntInsn(int opcode, int operand) {
    stack.stale();
    lastValue.pushed(
        opcode == Opcodes.NEWARRAY ? Optional.empty() : Optional.of(String.valueOf(operand)));
  }

  @Override
  public void visitInsn(int opcode) {
    lastValue.instruction(opcode);
    boolean fresh = stack.isFresh();
    stack.stale();
    if (opcode == Opcodes.AASTORE) {
      calls.stored(fresh ? stack.pop() : Optional.empty());
    } else if (opcode == Opcodes.POP && fresh) {
      stack.pop();
    } else if (opcode == Opcodes.ARETURN && fresh) {
      stack.pop().filter(text -> isGetter).ifPresent(this::returned);
    }
  }

  // Where two branches meet, what one of them left is not what stands there.
  @Override
  public void visitLabel(Label label) {
    lastValue.forget();
  }

  private void returned(String text) {
    constants.put(className, methodName, text);
  }

  static boolean isFollowed(Type type) {
    return type.getSort() == Type.OBJECT
        && (type.getInternalName().equals(STRING)
            || (type.getInternalName().startsWith("org/apache/spark/internal/config/")
                && type.getInternalName().contains("ConfigEntry")));
  }
}
