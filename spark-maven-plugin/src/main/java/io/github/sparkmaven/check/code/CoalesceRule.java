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

/**
 * coalesce(1) before a write, of data that comes from a source or a shuffle. repartition(1) is no
 * fault of this kind: it leaves what is before it on all cores, and only writes in one task.
 */
final class CoalesceRule implements MethodRule {
  // After these there are few rows; after a sort, one partition keeps the order.
  private static final Set<String> HARMLESS =
      Set.of(
          "agg",
          "count",
          "createDataFrame",
          "createDataset",
          "describe",
          "limit",
          "orderBy",
          "parallelize",
          "parallelizePairs",
          "range",
          "sort",
          "sortBy",
          "sortByKey",
          "summary",
          "sql",
          "repartition");

  private final CodeFacts facts;
  private final RowKeeping rows;

  CoalesceRule(CodeFacts facts) {
    this.facts = facts;
    this.rows = new RowKeeping(facts);
  }

  @Override
  public Stream<Finding> judge(CodeMethod method) {
    return method.calls().stream()
        .filter(call -> SparkApi.isOfData(call) && call.method().name().equals("coalesce"))
        .filter(call -> facts.isNumber(call, 0, 1) && !shuffles(call))
        .filter(call -> call.uses().stream().anyMatch(CoalesceRule::isWrite))
        .filter(call -> isLarge(facts.lineage().history(call)))
        .map(this::finding);
  }

  // RDD.coalesce(1, shuffle = true) is repartition(1).
  private boolean shuffles(Call call) {
    return call.arguments().size() > 1
        && call.method().descriptor().startsWith("(IZ")
        && !facts.isNumber(call, 1, 0)
        && !isDefault(call);
  }

  private static boolean isDefault(Call call) {
    return call.arguments().get(1) instanceof Value.Result result
        && result.call().method().name().startsWith("coalesce$default$");
  }

  private static boolean isWrite(Use use) {
    return use.call()
        .filter(call -> SparkApi.isOfData(call))
        .map(call -> call.method().name())
        .filter(name -> name.equals("write") || name.startsWith("saveAs"))
        .isPresent();
  }

  private boolean isLarge(List<Call> history) {
    for (Call call : history) {
      if (rows.isSource(call)) {
        return true;
      } else if (SparkApi.isNamed(call, HARMLESS) && !SparkApi.isOfGrouped(call)) {
        return false;
      }
    }
    return false;
  }

  private Finding finding(Call call) {
    return facts.finding(
        CodeRules.COALESCE_ONE_WRITE,
        call,
        "coalesce(1) before a write has all that comes before it, back to the last shuffle, done by"
            + " one task",
        "Leave it out; where a single file is needed, repartition(1): the data is shuffled once more,"
            + " but only the writing is done by one task");
  }
}
