/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.check.code;

import io.github.sparkmaven.check.Finding;
import io.github.sparkmaven.program.code.Call;
import io.github.sparkmaven.program.code.CodeMethod;
import io.github.sparkmaven.program.code.Comparison;
import io.github.sparkmaven.program.code.Use;
import io.github.sparkmaven.program.code.Value;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A number of rows that is compared with none, and not used otherwise. */
final class EmptinessRule implements MethodRule {
  private static final Set<String> FEW = Set.of("agg", "limit", "cache", "persist");

  private final CodeFacts facts;

  EmptinessRule(CodeFacts facts) {
    this.facts = facts;
  }

  @Override
  public Stream<Finding> judge(CodeMethod method) {
    return method.calls().stream()
        .filter(call -> SparkApi.isOfData(call) && call.method().name().equals("count"))
        .filter(call -> call.method().descriptor().equals("()J"))
        .filter(call -> asksForNone(call, method))
        .filter(call -> !isCheap(call, method))
        .map(this::finding);
  }

  private static boolean asksForNone(Call count, CodeMethod method) {
    List<Comparison> comparisons =
        method.comparisons().stream()
            .filter(each -> isOf(each.left(), count) || isOf(each.right(), count))
            .toList();
    return !comparisons.isEmpty()
        && count.uses().stream().allMatch(use -> use.kind() == Use.Kind.COMPARED)
        && count.uses().size() == comparisons.size()
        && comparisons.stream().allMatch(each -> isWithNone(each, count));
  }

  private static boolean isOf(Value value, Call count) {
    return value instanceof Value.Result result && result.call() == count;
  }

  // count < 1 and count >= 1 ask the same as count == 0; with the sides changed, 1 > count does.
  private static boolean isWithNone(Comparison comparison, Call count) {
    boolean isFirst = isOf(comparison.left(), count);
    Value other = isFirst ? comparison.right() : comparison.left();
    if (!(other instanceof Value.Constant constant)) {
      return false;
    }
    Comparison.Jump one = isFirst ? Comparison.Jump.LESS_OR_NOT : Comparison.Jump.GREATER_OR_NOT;
    return (constant.content().equals(0L) && comparison.jump() != Comparison.Jump.NONE)
        || (constant.content().equals(1L) && comparison.jump() == one);
  }

  // What is cached may be counted to fill the cache.
  private boolean isCheap(Call count, CodeMethod method) {
    return facts.lineage().history(count).stream()
            .limit(1)
            .anyMatch(call -> SparkApi.isNamed(call, FEW))
        || method.calls().stream()
            .takeWhile(call -> call != count)
            .anyMatch(call -> SparkApi.isCache(call) && call.receiver().equals(count.receiver()));
  }

  private Finding finding(Call count) {
    return facts.finding(
        CodeRules.COUNT_FOR_EMPTINESS,
        count,
        "count() reads all rows to learn whether there is one",
        "isEmpty(), which stops at the first row");
  }
}
