/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.check.code;

import io.github.sparkmaven.program.code.Call;
import io.github.sparkmaven.program.code.CodeMethod;
import io.github.sparkmaven.program.code.ProgramCode;
import io.github.sparkmaven.program.code.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a function does that the program hands to Spark.
 *
 * @param body the method that does the work
 * @param methods the methods of the program that it runs, bridges included
 * @param calls what these call outside of the program
 */
record LambdaCode(CodeMethod body, Set<CodeMethod> methods, List<Call> calls) {
  private static final int MOST = 6;
  private static final Set<String> NAMES = Set.of("call", "apply", "merge", "reduce");

  /**
   * Returns the code of a function, if the program has it and it calls little else of the program.
   */
  static Optional<LambdaCode> of(Value function, ProgramCode program) {
    if (function instanceof Value.Lambda lambda) {
      return program.resolve(lambda.method()).flatMap(first -> of(first, program));
    } else if (function instanceof Value.Created created) {
      return program
          .find(created.type())
          .flatMap(
              type ->
                  type.methods().stream()
                      .filter(method -> NAMES.contains(method.id().name()))
                      .findFirst())
          .flatMap(first -> of(first, program));
    }
    return Optional.empty();
  }

  private static Optional<LambdaCode> of(CodeMethod first, ProgramCode program) {
    Set<CodeMethod> methods = new LinkedHashSet<>();
    List<Call> calls = new ArrayList<>();
    collect(first, program, methods, calls);
    return methods.size() > MOST
        ? Optional.empty()
        : Optional.of(new LambdaCode(body(first, program), methods, calls));
  }

  // The compilers put a method in between that only boxes: call(Object), $anonfun$main$1$adapted.
  private static CodeMethod body(CodeMethod first, ProgramCode program) {
    List<CodeMethod> inner =
        first.calls().stream().flatMap(call -> program.targets(call).stream()).toList();
    boolean isBridge =
        inner.size() == 1
            && !inner.get(0).equals(first)
            && (first.id().name().endsWith("$adapted")
                || first.id().name().equals(inner.get(0).id().name()));
    return isBridge ? body(inner.get(0), program) : first;
  }

  private static void collect(
      CodeMethod method, ProgramCode program, Set<CodeMethod> methods, List<Call> calls) {
    if (!methods.add(method) || methods.size() > MOST) {
      return;
    }
    for (Call call : method.calls()) {
      List<CodeMethod> targets = program.targets(call);
      if (targets.isEmpty()) {
        calls.add(call);
      }
      targets.forEach(target -> collect(target, program, methods, calls));
    }
    for (Value.Lambda inner : method.lambdas()) {
      program.resolve(inner.method()).ifPresent(body -> collect(body, program, methods, calls));
    }
  }

  /** Says whether any of it may run several times. */
  boolean hasLoops() {
    return methods.stream().anyMatch(CodeMethod::hasLoops);
  }

  /** Says whether it puts anything into fields or arrays of objects. */
  boolean changesAnything() {
    return methods.stream()
        .anyMatch(method -> !method.writes().isEmpty() || !method.stored().isEmpty());
  }
}
