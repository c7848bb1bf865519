/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.conf.registry;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.objectweb.asm.Type;

/** The operand stack of a method, less what is neither a text nor an entry. */
final class TextStack {
  private final Deque<Optional<String>> texts = new ArrayDeque<>();
  private boolean fresh;

  /** Pushes a text, or a value that cannot be told. */
  void push(Optional<String> text) {
    texts.push(text);
    fresh = true;
  }

  Optional<String> pop() {
    return texts.isEmpty() ? Optional.empty() : texts.pop();
  }

  Optional<String> peek() {
    return texts.isEmpty() ? Optional.empty() : texts.peek();
  }

  /** Says whether the instruction before this one pushed a value that is followed. */
  boolean isFresh() {
    return fresh;
  }

  /** Takes note of an instruction that may push something else. */
  void stale() {
    fresh = false;
  }

  /** Pops the arguments of a call. */
  Arguments take(String descriptor) {
    Type[] types = Type.getArgumentTypes(descriptor);
    List<Optional<String>> taken = new ArrayList<>();
    for (int i = types.length - 1; i >= 0; i--) {
      taken.add(MethodTrace.isFollowed(types[i]) ? pop() : Optional.empty());
    }
    Collections.reverse(taken);
    return new Arguments(taken);
  }

  /**
   * The arguments of a call.
   *
   * @param texts one for each; empty where it is no text, or one that cannot be told
   */
  record Arguments(List<Optional<String>> texts) {

    Optional<String> text(int index) {
      return index < texts.size() ? texts.get(index) : Optional.empty();
    }
  }
}
