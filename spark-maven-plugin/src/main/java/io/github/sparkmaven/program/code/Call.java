/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.program.code;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A place where a method calls another. Calls are equal only if they are the same place.
 *
 * <p>Receiver and arguments are linked after all calls of a method are known, because in a loop a
 * call's value may come from itself.
 */
public final class Call {
  private final MethodId method;
  private final MethodId within;
  private final OptionalInt line;
  private final boolean always;
  private final boolean virtual;
  private Optional<Value> receiver = Optional.empty();
  private List<Value> arguments = List.of();

  Call(MethodId method, MethodId within, OptionalInt line, boolean always, boolean virtual) {
    this.method = method;
    this.within = within;
    this.line = line;
    this.always = always;
    this.virtual = virtual;
  }

  void link(Optional<Value> linkedReceiver, List<Value> linkedArguments) {
    receiver = linkedReceiver;
    arguments = List.copyOf(linkedArguments);
  }

  /** Returns the method that is called, as the instruction names it. */
  public MethodId method() {
    return method;
  }

  /** Returns the method that the call stands in. */
  public MethodId within() {
    return within;
  }

  /** Returns the line in the source, where the debug information tells it. */
  public OptionalInt line() {
    return line;
  }

  /** Says whether no way through its method that ends well leads past it. */
  public boolean isAlways() {
    return always;
  }

  /** Says whether the object decides which method runs: what overrides it may. */
  public boolean isVirtual() {
    return virtual;
  }

  /** Returns the object that is called; none of a static method. */
  public Optional<Value> receiver() {
    return receiver;
  }

  /** Returns what it is called with, without the receiver. */
  public List<Value> arguments() {
    return arguments;
  }

  /** Says whether it calls this method of this class, whatever its types. */
  public boolean isOf(String owner, String name) {
    return method.owner().equals(owner) && method.name().equals(name);
  }

  @Override
  public String toString() {
    return within.className()
        + (line.isPresent() ? ":" + line.getAsInt() : "")
        + " "
        + method.owner()
        + "."
        + method.name();
  }
}
