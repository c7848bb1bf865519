/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.check.code;

import io.github.sparkmaven.check.Finding;
import io.github.sparkmaven.program.code.Call;
import io.github.sparkmaven.program.code.CodeMethod;
import io.github.sparkmaven.program.code.MethodId;
import io.github.sparkmaven.program.code.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A function of the user's that is nothing but one of Spark's own. */
final class UdfRule implements MethodRule {
  private static final String TEXT = "java/lang/String";
  private static final Map<String, String> OF_TEXT =
      Map.of(
          "toUpperCase()", "upper",
          "toLowerCase()", "lower",
          "length()", "length",
          "trim()", "trim (which takes away spaces alone unless it is given other characters)",
          "concat(Ljava/lang/String;)", "concat",
          "contains(Ljava/lang/CharSequence;)", "Column.contains",
          "startsWith(Ljava/lang/String;)", "Column.startsWith",
          "endsWith(Ljava/lang/String;)", "Column.endsWith",
          "substring(II)", "substring (which counts from 1, and takes a length)");
  private static final Set<String> MATHS = Set.of("java/lang/Math", "scala/math/package$");
  private static final Map<String, String> OF_NUMBERS =
      Map.ofEntries(
          Map.entry("abs", "abs"),
          Map.entry("cbrt", "cbrt"),
          Map.entry("cos", "cos"),
          Map.entry("exp", "exp"),
          Map.entry("hypot", "hypot"),
          Map.entry("log", "log"),
          Map.entry("log10", "log10"),
          Map.entry("max", "greatest"),
          Map.entry("min", "least"),
          Map.entry("pow", "pow"),
          Map.entry("sin", "sin"),
          Map.entry("sqrt", "sqrt"),
          Map.entry("tan", "tan"));

  private final CodeFacts facts;

  UdfRule(CodeFacts facts) {
    this.facts = facts;
  }

  @Override
  public Stream<Finding> judge(CodeMethod method) {
    return method.calls().stream()
        .flatMap(
            call -> function(call).flatMap(this::builtIn).map(own -> finding(call, own)).stream());
  }

  private static Optional<Value> function(Call call) {
    boolean isMade = SparkApi.isOfFunctions(call) && call.method().name().equals("udf");
    boolean isRegistered =
        call.method().owner().endsWith("/UDFRegistration")
            && call.method().name().equals("register");
    int position = isMade ? 0 : 1;
    return (isMade || isRegistered) && call.arguments().size() > position
        ? Optional.of(call.arguments().get(position))
        : Optional.empty();
  }

  private Optional<String> builtIn(Value function) {
    if (function instanceof Value.Lambda lambda
        && facts.program().resolve(lambda.method()).isEmpty()) {
      return builtIn(lambda.method());
    }
    return LambdaCode.of(function, facts.program()).flatMap(UdfRule::builtIn);
  }

  private static Optional<String> builtIn(MethodId method) {
    if (method.owner().equals(TEXT)) {
      String types = method.descriptor().substring(0, method.descriptor().indexOf(')') + 1);
      return Optional.ofNullable(OF_TEXT.get(method.name() + types));
    }
    return MATHS.contains(method.owner())
        ? Optional.ofNullable(OF_NUMBERS.get(method.name()))
        : Optional.empty();
  }

  private static Optional<String> builtIn(LambdaCode code) {
    CodeMethod body = code.body();
    if (code.hasLoops()
        || code.changesAnything()
        || !body.comparisons().isEmpty()
        || !body.lambdas().isEmpty()) {
      return Optional.empty();
    }
    List<Call> calls = body.calls().stream().filter(call -> !Boxing.is(call)).toList();
    if (calls.isEmpty()) {
      return isArithmetic(body) ? Optional.of("arithmetic of columns") : Optional.empty();
    } else if (isConcatenation(body, calls)) {
      return Optional.of("concat");
    }
    return calls.size() == 1 && isAllThereIs(body, calls.get(0))
        ? builtIn(calls.get(0).method())
        : Optional.empty();
  }

  private static boolean isArithmetic(CodeMethod body) {
    Signature types = Signature.of(body.id().descriptor());
    return !types.parameters().isEmpty()
        && types.parameters().stream().allMatch(Boxing::isNumber)
        && Boxing.isNumber(types.result())
        && body.returned().stream().allMatch(value -> Boxing.inner(value) instanceof Value.Unknown);
  }

  private static boolean isConcatenation(CodeMethod body, List<Call> calls) {
    Signature types = Signature.of(body.id().descriptor());
    return types.parameters().size() > 0
        && types.parameters().stream().allMatch(type -> type.equals("L" + TEXT + ";"))
        && calls.stream().allMatch(call -> call.method().owner().endsWith("/StringBuilder"));
  }

  private static boolean isAllThereIs(CodeMethod body, Call call) {
    boolean isOfParameters =
        Stream.concat(call.receiver().stream(), call.arguments().stream())
            .map(Boxing::inner)
            .allMatch(
                value ->
                    value instanceof Value.Argument
                        || value instanceof Value.Constant
                        || value instanceof Value.FieldRead);
    return isOfParameters
        && body.returned().stream()
            .flatMap(value -> value.alternatives().stream())
            .map(Boxing::inner)
            .anyMatch(new Value.Result(call)::equals);
  }

  private Finding finding(Call call, String own) {
    return facts.finding(
        CodeRules.UDF_FOR_BUILT_IN,
        call,
        "this user-defined function does what Spark does itself, where it can neither be compiled"
            + " into the stage's code nor be seen by the optimizer",
        "Use " + own);
  }
}
