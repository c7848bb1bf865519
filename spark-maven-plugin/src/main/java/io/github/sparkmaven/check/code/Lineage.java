/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.check.code;

import io.github.sparkmaven.program.code.Call;
import io.github.sparkmaven.program.code.CodeMethod;
import io.github.sparkmaven.program.code.FieldId;
import io.github.sparkmaven.program.code.ProgramCode;
import io.github.sparkmaven.program.code.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Follows data back to the calls of Spark that made it: through local variables, fields that are
 * written once, and methods of the program that return one thing.
 */
final class Lineage {
  private static final int DEEPEST = 8;
  private static final int LONGEST = 64;

  private final ProgramCode program;
  private final Map<FieldId, List<Value>> writes = new HashMap<>();

  Lineage(ProgramCode program) {
    this.program = program;
    program.classes().stream()
        .flatMap(type -> type.methods().stream())
        .forEach(
            method ->
                method
                    .writes()
                    .forEach(
                        write ->
                            writes
                                .computeIfAbsent(write.field(), key -> new ArrayList<>())
                                .add(write.value())));
  }

  /** Returns the call of Spark that made a value, where it can only be one. */
  Optional<Call> maker(Value value) {
    return maker(value, 0);
  }

  private Optional<Call> maker(Value value, int depth) {
    if (depth > DEEPEST) {
      return Optional.empty();
    } else if (value instanceof Value.Result result) {
      Call call = result.call();
      if (SparkApi.isFace(call)) {
        return data(call).flatMap(inner -> maker(inner, depth + 1));
      }
      return SparkApi.isSpark(call) ? Optional.of(call) : returned(call, depth);
    } else if (value instanceof Value.FieldRead read) {
      List<Value> written = writes.getOrDefault(read.field(), List.of());
      return written.size() == 1 ? maker(written.get(0), depth + 1) : Optional.empty();
    }
    return Optional.empty();
  }

  private Optional<Call> returned(Call call, int depth) {
    List<CodeMethod> targets = program.targets(call);
    if (targets.size() != 1 || targets.get(0).returned().size() != 1) {
      return Optional.empty();
    }
    return maker(targets.get(0).returned().get(0), depth + 1);
  }

  /** Returns what a call works on: its receiver, or what a wrapper is given. */
  static Optional<Value> data(Call call) {
    boolean isGiven = SparkApi.isFace(call) && !call.arguments().isEmpty();
    return isGiven ? Optional.of(call.arguments().get(0)) : call.receiver();
  }

  /** Returns the call that made what a call works on. */
  Optional<Call> before(Call call) {
    return data(call).flatMap(value -> maker(value));
  }

  /**
   * Returns what led to a call, the nearest first, as far as it is known: from its receiver back to
   * the session or the context.
   */
  List<Call> before(Value value) {
    List<Call> found = new ArrayList<>();
    Optional<Call> at = maker(value);
    while (at.isPresent() && found.size() < LONGEST && !found.contains(at.get())) {
      found.add(at.get());
      at = before(at.get());
    }
    return found;
  }

  /** Returns what led to a call, the nearest first, without itself. */
  List<Call> history(Call call) {
    return data(call).map(value -> before(value)).orElse(List.of());
  }
}
