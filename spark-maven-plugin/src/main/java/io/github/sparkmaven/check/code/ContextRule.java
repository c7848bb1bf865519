/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.check.code;

import io.github.sparkmaven.check.Finding;
import io.github.sparkmaven.program.code.Call;
import io.github.sparkmaven.program.code.MethodId;
import io.github.sparkmaven.program.code.Reachability;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A program that starts a session or context, and nothing in it ever stops one.
 *
 * <p>spark-submit stops the context of a main method that has returned, in client mode; so this is
 * no more than a note.
 */
final class ContextRule {
  private static final Set<String> ENDS =
      Set.of(
          "stop",
          "close",
          "closeFinally",
          "closeQuietly",
          "awaitTermination",
          "awaitAnyTermination",
          "awaitTerminationOrTimeout",
          "exit");
  private static final Pattern SESSION =
      Pattern.compile(
          ".*Lorg/apache/spark/(\\w+/)*(SparkSession|(Java)?SparkContext|SQLContext);.*");

  private final CodeFacts facts;

  private final Reachability reached;

  ContextRule(CodeFacts facts, Reachability reached) {
    this.facts = facts;
    this.reached = reached;
  }

  Stream<Finding> judge() {
    if (facts.program().calls().anyMatch(this::mayEnd)
        || facts.program().classes().stream()
            .flatMap(type -> type.methods().stream())
            .flatMap(method -> method.lambdas().stream())
            .anyMatch(lambda -> ENDS.contains(lambda.method().name()))) {
      return Stream.empty();
    }
    return reached.calls().filter(ContextRule::starts).limit(1).map(this::finding);
  }

  // What a library is handed, it may stop.
  private boolean mayEnd(Call call) {
    MethodId method = call.method();
    return ENDS.contains(method.name())
        || (!SparkApi.isSpark(call)
            && facts.program().find(method.owner()).isEmpty()
            && SESSION.matcher(method.descriptor().split("\\)", -1)[0]).matches());
  }

  private static boolean starts(Call call) {
    MethodId method = call.method();
    boolean isBuilt =
        method.owner().startsWith("org/apache/spark/sql/")
            && method.owner().endsWith("Builder")
            && Set.of("create", "getOrCreate").contains(method.name());
    return isBuilt || (method.isConstructor() && SparkApi.isOfContext(call));
  }

  private Finding finding(Call call) {
    return facts.finding(
        CodeRules.CONTEXT_NOT_STOPPED,
        call,
        "nothing in the program stops the session or context that starts here",
        "stop() at the end of main, or try (SparkSession spark = …) { … }");
  }
}
