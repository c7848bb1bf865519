/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.check.code;

import io.github.sparkmaven.check.Finding;
import io.github.sparkmaven.program.code.Call;
import io.github.sparkmaven.program.code.CodeMethod;
import io.github.sparkmaven.program.code.Value;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Vectors, collections or sketches that the driver merges alone. */
final class TreeRule implements MethodRule {
  private static final Set<String> MERGES = Set.of("aggregate", "fold", "reduce");
  private static final Pattern LARGE =
      Pattern.compile(
          "L(org/apache/spark/ml(lib)?/linalg/|org/apache/spark/util/sketch/|breeze/linalg/|"
              + "org/apache/datasketches/|com/clearspring/analytics/|"
              + "scala/collection/|java/util/).*");
  private static final Set<String> SMALL =
      Set.of("Ljava/util/Date;", "Ljava/util/Optional;", "Ljava/util/UUID;");

  private final CodeFacts facts;

  TreeRule(CodeFacts facts) {
    this.facts = facts;
  }

  @Override
  public Stream<Finding> judge(CodeMethod method) {
    return method.calls().stream()
        .filter(call -> SparkApi.isOfRdd(call) && SparkApi.isNamed(call, MERGES))
        .filter(call -> function(call).filter(this::mergesLargeValues).findAny().isPresent())
        .map(this::finding);
  }

  // The function that merges comes last; behind it Scala's ClassTag.
  private static Stream<Value> function(Call call) {
    List<Value> functions =
        call.arguments().stream()
            .filter(value -> value instanceof Value.Lambda || value instanceof Value.Created)
            .toList();
    return functions.stream().skip(Math.max(0, functions.size() - 1));
  }

  private boolean mergesLargeValues(Value function) {
    return LambdaCode.of(function, facts.program()).filter(this::mergesLargeValues).isPresent();
  }

  private boolean mergesLargeValues(LambdaCode code) {
    List<String> types = Signature.of(code.body().id().descriptor()).parameters();
    String type = types.isEmpty() ? "" : types.get(types.size() - 1);
    // An array of a few sums is small; what is gone through in a loop has no fixed size.
    return type.startsWith("[")
        ? code.hasLoops()
        : LARGE.matcher(type).matches() && !SMALL.contains(type);
  }

  private Finding finding(Call call) {
    String name = call.method().name();
    String better = name.equals("reduce") ? "treeReduce" : "treeAggregate";
    return facts.finding(
        CodeRules.TREE_VARIANT,
        call,
        name
            + " sends a whole vector or collection of each partition to the driver, which merges them alone",
        better + ", which merges most of them on executors");
  }
}
