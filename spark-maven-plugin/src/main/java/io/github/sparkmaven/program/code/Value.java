/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.program.code;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where a value comes from. */
public sealed interface Value {

  /**
   * A constant of the code.
   *
   * @param content a String or a number; a boolean or a character is an Integer, as on the JVM's
   *     stack
   */
  record Constant(Object content) implements Value {}

  /** What a call returned. */
  record Result(Call call) implements Value {}

  /**
   * A new object or array.
   *
   * @param type its class, with slashes, or the elements' type
   * @param construction the call of its constructor; none for an array
   */
  record Created(String type, Optional<Call> construction) implements Value {}

  /**
   * What the method was called with; the receiver is not counted.
   *
   * @param index the parameter's position, from 0
   */
  record Argument(int index) implements Value {}

  /** The object whose method this is. */
  record This() implements Value {}

  /** What was read from a field. */
  record FieldRead(FieldId field) implements Value {}

  /**
   * A function made of a method.
   *
   * @param method the method that it runs
   * @param captured its first arguments, receiver included, which are bound already
   */
  record Lambda(MethodId method, List<Value> captured) implements Value {
    /** Copies the list. */
    public Lambda {
      captured = List.copyOf(captured);
    }
  }

  /** Texts put together. */
  record Concatenation(List<Value> parts) implements Value {
    /** Copies the list. */
    public Concatenation {
      parts = List.copyOf(parts);
    }
  }

  /** One of several, by which way the code has taken. */
  record Choice(Set<Value> values) implements Value {
    /** Copies the set. */
    public Choice {
      values = Set.copyOf(values);
    }
  }

  /** What cannot be told. */
  record Unknown() implements Value {}

  /** Returns what it may be: itself, or each of its choices. */
  default Set<Value> alternatives() {
    return this instanceof Choice choice ? choice.values() : Set.of(this);
  }
}
