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
  private final Site site;
  private Optional<Value> receiver = Optional.empty();
  private List<Value> arguments = List.of();
  private List<Use> uses = List.of();

  Call(Site site) {
    this.site = site;
  }

  /**
   * What is known of a call before its values are followed.
   *
   * @param method the method that is called, as the instruction names it
   * @param within the method that the call stands in
   * @param line the line in the source, where the debug information tells it
   * @param always whether no way through its method that ends well leads past it
   * @param inLoop whether its method may run it several times
   * @param virtual whether the object decides which method runs: what overrides it may
   */
  record Site(
      MethodId method,
      MethodId within,
      OptionalInt line,
      boolean always,
      boolean inLoop,
      boolean virtual) {}

  void link(Optional<Value> linkedReceiver, List<Value> linkedArguments) {
    receiver = linkedReceiver;
    arguments = List.copyOf(linkedArguments);
  }

  void linkUses(List<Use> linkedUses) {
    uses = List.copyOf(linkedUses);
  }

  /** Returns the method that is called, as the instruction names it. */
  public MethodId method() {
    return site.method;
  }

  /** Returns the method that the call stands in. */
  public MethodId within() {
    return site.within;
  }

  /** Returns the line in the source, where the debug information tells it. */
  public OptionalInt line() {
    return site.line;
  }

  /** Says whether no way through its method that ends well leads past it. */
  public boolean isAlways() {
    return site.always;
  }

  /** Says whether the object decides which method runs: what overrides it may. */
  public boolean isVirtual() {
    return site.virtual;
  }

  /** Says whether its method may run it several times. */
  public boolean isInLoop() {
    return site.inLoop;
  }

  /** Returns the object that is called; none of a static method. */
  public Optional<Value> receiver() {
    return receiver;
  }

  /** Returns what it is called with, without the receiver. */
  public List<Value> arguments() {
    return arguments;
  }

  /** Returns where in its method what it returned goes, in the code's order. */
  public List<Use> uses() {
    return uses;
  }

  /** Says whether it calls this method of this class, whatever its types. */
  public boolean isOf(String owner, String name) {
    return site.method.owner().equals(owner) && site.method.name().equals(name);
  }

  @Override
  public String toString() {
    return site.within.className()
        + (site.line.isPresent() ? ":" + site.line.getAsInt() : "")
        + " "
        + site.method.owner()
        + "."
        + site.method.name();
  }
}
