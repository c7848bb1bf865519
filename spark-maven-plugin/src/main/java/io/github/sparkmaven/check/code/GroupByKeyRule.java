/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.check.code;

import io.github.sparkmaven.check.Finding;
import io.github.sparkmaven.program.code.Call;
import io.github.sparkmaven.program.code.CodeMethod;
import io.github.sparkmaven.program.code.Use;
import io.github.sparkmaven.program.code.Value;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Values that are grouped by key, only for a function that makes one number of them. */
final class GroupByKeyRule implements MethodRule {
  private static final Set<String> REDUCING =
      Set.of(
          "count",
          "length",
          "max",
          "min",
          "product",
          "reduce",
          "reduceLeft",
          "size",
          "sum",
          "sumOfDouble",
          "sumOfInt",
          "sumOfLong");
  private static final Set<String> STEPS =
      Set.of(
          "_1",
          "_2",
          "canBuildFrom",
          "getAsDouble",
          "getAsInt",
          "getAsLong",
          "hasNext",
          "iterator",
          "map",
          "mapToDouble",
          "mapToInt",
          "mapToLong",
          "next",
          "spliterator",
          "stream",
          "toIterator",
          "toList",
          "toSeq");
  private static final Set<String> OWNERS =
      Set.of("java/lang/Math", "scala/Tuple2", "scala/MatchError", "java/lang/Object");

  private final CodeFacts facts;

  GroupByKeyRule(CodeFacts facts) {
    this.facts = facts;
  }

  @Override
  public Stream<Finding> judge(CodeMethod method) {
    return method.calls().stream()
        .filter(call -> isMapped(call) && !call.arguments().isEmpty())
        .filter(
            call ->
                LambdaCode.of(call.arguments().get(0), facts.program())
                    .filter(GroupByKeyRule::makesANumber)
                    .isPresent())
        .map(this::finding);
  }

  private boolean isMapped(Call call) {
    boolean isOfRdd =
        SparkApi.isOfRdd(call) && SparkApi.isNamed(call, Set.of("map", "mapToPair", "mapValues"));
    return (isOfRdd || (SparkApi.isOfGrouped(call) && call.method().name().equals("mapGroups")))
        && facts
            .lineage()
            .before(call)
            .filter(group -> group.method().name().equals("groupByKey"))
            .filter(group -> isUsedOnce(group))
            .isPresent();
  }

  private static boolean isUsedOnce(Call group) {
    List<Use> uses = group.uses();
    return uses.size() == 1
        && uses.get(0).call().filter(by -> !SparkApi.isFace(by) || isUsedOnce(by)).isPresent();
  }

  private static boolean makesANumber(LambdaCode code) {
    boolean reduces =
        code.calls().stream().anyMatch(call -> SparkApi.isNamed(call, REDUCING))
            || (code.hasLoops()
                && code.calls().stream().anyMatch(call -> call.method().name().equals("hasNext")));
    return reduces
        && !code.changesAnything()
        && code.calls().stream().allMatch(GroupByKeyRule::isHarmless)
        && code.body().returned().stream().allMatch(value -> isNumber(value, code.body()));
  }

  private static boolean isHarmless(Call call) {
    String owner = call.method().owner();
    return Boxing.is(call)
        || OWNERS.contains(owner)
        || ((SparkApi.isNamed(call, STEPS) || SparkApi.isNamed(call, REDUCING))
            && (owner.startsWith("java/")
                || owner.startsWith("scala/")
                || owner.startsWith("kotlin/collections/")
                || owner.startsWith("com/google/common/collect/")));
  }

  // A pair of the key and the number is as good.
  private static boolean isNumber(Value value, CodeMethod body) {
    String type = Signature.of(body.id().descriptor()).result();
    if (Boxing.isNumber(type)) {
      return true;
    } else if (value instanceof Value.Created created
        && created.type().startsWith("scala/Tuple2")) {
      return created
          .construction()
          .filter(call -> call.arguments().size() > 1 && isReduced(call.arguments().get(1), call))
          .isPresent();
    }
    return value instanceof Value.Result result
        && (Boxing.is(result.call()) || SparkApi.isNamed(result.call(), REDUCING));
  }

  private static boolean isReduced(Value value, Call construction) {
    List<String> types = Signature.of(construction.method().descriptor()).parameters();
    return Boxing.isNumber(types.get(1))
        || (value instanceof Value.Result result
            && (Boxing.is(result.call()) || SparkApi.isNamed(result.call(), REDUCING)));
  }

  private Finding finding(Call call) {
    boolean isOfRdd = SparkApi.isOfRdd(call);
    return facts.finding(
        CodeRules.GROUP_BY_KEY_AGGREGATION,
        call,
        "groupByKey brings all values of a key into one task, and the function of "
            + call.method().name()
            + " makes a single number of them",
        isOfRdd
            ? "reduceByKey or aggregateByKey, which aggregate before the shuffle"
            : "groupBy(column).agg(…), or groupByKey(…).count(), which aggregate before the shuffle");
  }
}
