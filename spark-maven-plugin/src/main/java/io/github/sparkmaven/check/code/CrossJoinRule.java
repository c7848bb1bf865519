/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.check.code;

import io.github.sparkmaven.check.Finding;
import io.github.sparkmaven.program.code.Call;
import io.github.sparkmaven.program.code.CodeMethod;
import io.github.sparkmaven.program.code.Use;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Two whole sources joined without a condition, of which a filter does not make a join after all.
 */
final class CrossJoinRule implements MethodRule {
  private static final Set<String> FILTERS = Set.of("filter", "where");

  private final CodeFacts facts;
  private final RowKeeping rows;

  CrossJoinRule(CodeFacts facts) {
    this.facts = facts;
    this.rows = new RowKeeping(facts);
  }

  @Override
  public Stream<Finding> judge(CodeMethod method) {
    return method.calls().stream()
        .filter(CrossJoinRule::isCross)
        .filter(call -> rows.isWholeSource(facts.lineage().history(call), method))
        .filter(call -> rows.isWholeSource(other(call), method))
        .filter(call -> !SparkApi.isOfDataset(call) || staysCrossed(call, 0))
        .map(this::finding);
  }

  private static boolean isCross(Call call) {
    String name = call.method().name();
    return (SparkApi.isOfRdd(call) && name.equals("cartesian"))
        || (SparkApi.isOfDataset(call)
            && (name.equals("crossJoin") || (name.equals("join") && call.arguments().size() == 1)));
  }

  private List<Call> other(Call call) {
    return facts.lineage().before(call.arguments().get(0));
  }

  // The optimizer makes a join with a condition of a filter that comes later.
  private static boolean staysCrossed(Call call, int depth) {
    return depth < 16
        && call.uses().stream()
            .allMatch(
                use ->
                    use.kind() == Use.Kind.RECEIVER
                        && use.call()
                            .filter(
                                by ->
                                    !SparkApi.isNamed(by, FILTERS)
                                        && (!SparkApi.isOfDataset(by)
                                            || staysCrossed(by, depth + 1)))
                            .isPresent());
  }

  private Finding finding(Call call) {
    String name = call.method().name();
    return facts.finding(
        CodeRules.CROSS_JOIN,
        call,
        (name.equals("join") ? "join without a condition" : name + "()")
            + " pairs each row of one source with each row of the other",
        "Join by the columns that belong together: left.join(right, \"key\"); if every pair is"
            + " meant, make one side small and broadcast it");
  }
}
