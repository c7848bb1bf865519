/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.program.code;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who calls a method within a program, and who puts what into a field. */
final class CodeLinks {
  private final Map<MethodId, List<Call>> callers = new HashMap<>();
  private final Map<FieldId, List<Written>> writes = new HashMap<>();

  CodeLinks(ProgramCode program) {
    program.classes().stream()
        .flatMap(type -> type.methods().stream())
        .forEach(
            method -> {
              method.writes().forEach(write -> note(method.id(), write));
              method.calls().forEach(call -> note(program, call));
            });
  }

  /**
   * A value put into a field.
   *
   * @param within the method that does it
   */
  record Written(MethodId within, Value value) {}

  private void note(MethodId within, FieldWrite write) {
    writes
        .computeIfAbsent(write.field(), key -> new ArrayList<>())
        .add(new Written(within, write.value()));
  }

  private void note(ProgramCode program, Call call) {
    program
        .targets(call)
        .forEach(
            target -> callers.computeIfAbsent(target.id(), key -> new ArrayList<>()).add(call));
  }

  /** Returns the calls that may run a method. */
  List<Call> callers(MethodId method) {
    return callers.getOrDefault(method, List.of());
  }

  /** Returns what is put into a field. */
  List<Written> writes(FieldId field) {
    return writes.getOrDefault(field, List.of());
  }
}
