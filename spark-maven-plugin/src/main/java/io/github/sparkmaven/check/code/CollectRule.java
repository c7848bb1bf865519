/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.check.code;

import io.github.sparkmaven.check.Finding;
import io.github.sparkmaven.program.code.Call;
import io.github.sparkmaven.program.code.CodeMethod;
import io.github.sparkmaven.program.code.MethodId;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A whole source that is collected, in what a main class runs: how large a library's sources are,
 * only its users know.
 */
final class CollectRule implements MethodRule {
  private static final Set<String> COLLECTS = Set.of("collect", "collectAsList", "collectAsMap");

  private final CodeFacts facts;
  private final RowKeeping rows;

  private final Set<MethodId> reached;

  CollectRule(CodeFacts facts, Set<MethodId> reached) {
    this.facts = facts;
    this.reached = reached;
    this.rows = new RowKeeping(facts);
  }

  @Override
  public Stream<Finding> judge(CodeMethod method) {
    return method.calls().stream()
        .filter(call -> reached.contains(call.within()))
        .filter(call -> SparkApi.isOfData(call) && SparkApi.isNamed(call, COLLECTS))
        .filter(call -> call.method().descriptor().startsWith("()"))
        .filter(call -> rows.isWholeSource(facts.lineage().history(call), method))
        .map(this::finding);
  }

  private Finding finding(Call call) {
    return facts.finding(
        CodeRules.COLLECT_UNBOUNDED,
        call,
        call.method().name()
            + "() brings all rows of a source to the driver, and nothing before it makes them fewer",
        "Write the result from the executors (write), go through it with toLocalIterator(), or bring"
            + " fewer rows: filter, aggregate or limit before");
  }
}
