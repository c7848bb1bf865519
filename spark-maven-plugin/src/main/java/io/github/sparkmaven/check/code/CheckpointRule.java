/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.check.code;

import io.github.sparkmaven.check.Finding;
import io.github.sparkmaven.program.code.Call;
import io.github.sparkmaven.program.code.CodeMethod;
import io.github.sparkmaven.program.code.Use;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A streaming query that starts without a place for its progress. */
final class CheckpointRule implements MethodRule {
  private static final Set<String> STARTS = Set.of("start", "toTable");
  // DataStreamWriter's SOURCES_ALLOW_ONE_TIME_QUERY, the same in Spark 3.5 and 4.1.
  private static final Set<String> FORMATS_WITHOUT =
      Set.of("console", "foreach", "foreachbatch", "memory", "noop");

  private final CodeFacts facts;

  CheckpointRule(CodeFacts facts) {
    this.facts = facts;
  }

  @Override
  public Stream<Finding> judge(CodeMethod method) {
    return method.calls().stream()
        .filter(call -> SparkApi.isOfStreamWriter(call) && SparkApi.isNamed(call, STARTS))
        .filter(this::lacksPlace)
        .map(this::finding);
  }

  private boolean lacksPlace(Call start) {
    List<Call> history = facts.lineage().history(start);
    Optional<Call> begin =
        history.stream()
            .filter(call -> call.method().name().equals("writeStream"))
            .findFirst()
            .filter(call -> call.within().equals(start.within()));
    if (begin.isEmpty()) {
      return false;
    }
    List<Call> writer = history.subList(0, history.indexOf(begin.get()) + 1);
    Set<Use> uses =
        writer.stream().flatMap(call -> call.uses().stream()).collect(Collectors.toSet());
    return uses.stream().allMatch(use -> use.kind() == Use.Kind.RECEIVER)
        && uses.stream().flatMap(use -> use.call().stream()).noneMatch(this::mayGivePlace);
  }

  // A writer is changed by its methods, whatever is done with what they return.
  private boolean mayGivePlace(Call call) {
    return switch (call.method().name()) {
      case "option" ->
          facts.text(call, 0).filter(key -> !key.equalsIgnoreCase("checkpointLocation")).isEmpty();
      case "options", "foreach", "foreachBatch" -> true;
      case "format" ->
          facts
              .text(call, 0)
              .map(format -> format.toLowerCase(Locale.ROOT))
              .filter(format -> !FORMATS_WITHOUT.contains(format))
              .isEmpty();
      default -> !SparkApi.isSpark(call);
    };
  }

  private Finding finding(Call start) {
    return facts.finding(
        CodeRules.MISSING_CHECKPOINT_LOCATION,
        start,
        "the query that starts here has no checkpointLocation, neither as an option of its writer nor"
            + " as spark.sql.streaming.checkpointLocation; it is refused when it starts",
        ".option(\"checkpointLocation\", \"<a folder of this query alone, on storage that outlives"
            + " the cluster>\")");
  }
}
