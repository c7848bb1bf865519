/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.check.code;

import io.github.sparkmaven.check.Finding;
import io.github.sparkmaven.program.code.Call;
import io.github.sparkmaven.program.code.CodeMethod;
import io.github.sparkmaven.program.code.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Data that is cached, and on which one action runs at most, in a method that keeps it to itself.
 */
final class CacheRule implements MethodRule {
  // May be what fills the cache of a table that others read by its name.
  private static final Set<String> FILLING = Set.of("count", "foreach", "show");

  private final CodeFacts facts;
  private final RowKeeping rows;

  CacheRule(CodeFacts facts) {
    this.facts = facts;
    this.rows = new RowKeeping(facts);
  }

  @Override
  public Stream<Finding> judge(CodeMethod method) {
    return method.calls().stream()
        .filter(call -> SparkApi.isCache(call) && !call.isInLoop())
        .flatMap(call -> cached(call).stream())
        .distinct()
        .flatMap(this::judge);
  }

  // The data must be made in the same method: who else has it could not be seen.
  private static Optional<Call> cached(Call call) {
    return Lineage.data(call)
        .filter(Value.Result.class::isInstance)
        .map(value -> ((Value.Result) value).call())
        .filter(CacheRule::makesData)
        .flatMap(made -> Downstream.isSame(made) ? cached(made) : Optional.of(made));
  }

  // Not what Spark keeps elsewhere, too: the vertices of a graph, the rdd of a Dataset.
  private static boolean makesData(Call call) {
    return !SparkApi.isFace(call)
        && (SparkApi.isOfData(call)
            || SparkApi.isOfGrouped(call)
            || SparkApi.isOfReader(call)
            || SparkApi.isOfSession(call)
            || SparkApi.isOfContext(call));
  }

  private Stream<Finding> judge(Call made) {
    Downstream found = Downstream.of(facts, made);
    List<Call> actions = found.actions();
    boolean isShared =
        (rows.isSource(made) || SparkApi.isOfSession(made))
            && actions.stream().allMatch(action -> SparkApi.isNamed(action, FILLING));
    return found.isCertain() && actions.size() <= 1 && !isShared
        ? found.caches().stream().limit(1).map(cache -> finding(cache, actions))
        : Stream.empty();
  }

  private Finding finding(Call cache, List<Call> actions) {
    String used =
        actions.isEmpty()
            ? "no action runs on"
            : "only one action, "
                + actions.get(0).method().name()
                + " in line "
                + actions.get(0).line().orElse(0)
                + ", runs on";
    return facts.finding(
        CodeRules.CACHE_WITHOUT_REUSE,
        cache,
        used + " the data that " + cache.method().name() + "() keeps",
        "Leave out " + cache.method().name() + "(); cache what several actions use");
  }
}
