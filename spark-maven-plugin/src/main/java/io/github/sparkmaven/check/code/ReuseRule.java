/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.check.code;

import io.github.sparkmaven.check.Finding;
import io.github.sparkmaven.program.code.Call;
import io.github.sparkmaven.program.code.CodeMethod;
import io.github.sparkmaven.program.code.Use;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A Dataset behind a shuffle, from a source, on which two actions run in every run of its method.
 *
 * <p>RDDs are left out: a shuffle's files serve all actions on the same RDD. So they do for the
 * actions that run the Dataset's own plan; each of the others makes a plan of its own.
 */
final class ReuseRule implements MethodRule {
  private static final Set<String> SHUFFLES =
      Set.of(
          "agg",
          "distinct",
          "dropDuplicates",
          "except",
          "groupBy",
          "intersect",
          "join",
          "orderBy",
          "repartition",
          "sort");
  private static final Set<String> KEEPS =
      Set.of("cache", "persist", "checkpoint", "localCheckpoint");
  private static final Set<String> WHOLE =
      Set.of(
          "collect",
          "collectAsList",
          "count",
          "csv",
          "foreach",
          "foreachPartition",
          "jdbc",
          "json",
          "orc",
          "parquet",
          "save",
          "text",
          "toLocalIterator");
  private static final Set<String> OF_OWN_PLAN =
      Set.of("collect", "collectAsList", "foreach", "foreachPartition", "toLocalIterator");

  private final CodeFacts facts;
  private final RowKeeping rows;

  ReuseRule(CodeFacts facts) {
    this.facts = facts;
    this.rows = new RowKeeping(facts);
  }

  @Override
  public Stream<Finding> judge(CodeMethod method) {
    return method.calls().stream()
        .filter(call -> SparkApi.isOfDataset(call) || SparkApi.isOfGrouped(call))
        .filter(call -> call.method().descriptor().endsWith("/Dataset;"))
        .filter(call -> call.uses().size() > 1 && isExpensive(call))
        .flatMap(made -> reused(made, method));
  }

  private boolean isExpensive(Call made) {
    List<Call> history = new ArrayList<>(List.of(made));
    history.addAll(facts.lineage().history(made));
    boolean shuffles = false;
    for (Call call : history) {
      if (SparkApi.isNamed(call, KEEPS) || call.method().name().equals("limit")) {
        return false;
      } else if (rows.isSource(call)) {
        return shuffles;
      }
      shuffles |= SparkApi.isNamed(call, SHUFFLES);
    }
    return false;
  }

  private Stream<Finding> reused(Call made, CodeMethod method) {
    Downstream found = Downstream.of(facts, made);
    if (!found.isCertain() || !found.caches().isEmpty()) {
      return Stream.empty();
    }
    List<Call> actions = apart(method.calls().stream().filter(found.actions()::contains).toList());
    return actions.size() > 1 && branches(made) > 1
        ? Stream.of(finding(made, actions))
        : Stream.empty();
  }

  private static List<Call> apart(List<Call> actions) {
    Set<Object> plans = new HashSet<>();
    return actions.stream()
        .filter(action -> SparkApi.isNamed(action, WHOLE) && action.isAlways())
        .filter(
            action ->
                !SparkApi.isNamed(action, OF_OWN_PLAN)
                    || plans.add(action.receiver().orElseThrow()))
        .toList();
  }

  // What is used once is reported where its only user is used twice.
  private long branches(Call made) {
    return made.uses().stream()
        .filter(use -> use.kind() == Use.Kind.RECEIVER)
        .flatMap(use -> use.call().stream())
        .filter(
            call ->
                SparkApi.isNamed(call, WHOLE) || !Downstream.of(facts, call).actions().isEmpty())
        .count();
  }

  private Finding finding(Call made, List<Call> actions) {
    Call second = actions.get(1);
    return facts.finding(
        CodeRules.REUSE_WITHOUT_CACHE,
        second,
        second.method().name()
            + " computes again, from its source on, what "
            + actions.get(0).method().name()
            + " in line "
            + actions.get(0).line().orElse(0)
            + " has computed: the data of line "
            + made.line().orElse(0)
            + " is not cached",
        "cache() after line " + made.line().orElse(0) + ", and unpersist() after the last action");
  }
}
