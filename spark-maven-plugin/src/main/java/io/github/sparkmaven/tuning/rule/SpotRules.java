/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.tuning.rule;

import io.github.sparkmaven.conf.Setting;
import io.github.sparkmaven.hardware.Manager;
import java.util.stream.Stream;

/** What saves work when the provider takes a machine away with a short warning. */
final class SpotRules implements Rule {
  private static final String SOURCE =
      SOURCES + "core/src/main/scala/org/apache/spark/internal/config/package.scala";

  @Override
  public Stream<Setting> settings(RuleFacts facts) {
    if (!facts.machines().spot() || !isWarned(facts)) {
      return Stream.empty();
    }
    return Stream.of(
            Stream.of(
                line(
                    "spark.decommission.enabled",
                    "spot nodes: an executor that is warned takes no more tasks; Spark 3.3 to 4.x"),
                line(
                    "spark.storage.decommission.enabled",
                    "spot nodes: a warned executor hands its blocks on instead of losing them;"
                        + " Spark 3.3 to 4.x")),
            blocks(facts),
            fetchFailures(facts))
        .flatMap(part -> part);
  }

  /**
   * Kubernetes and a standalone worker pass the warning on; YARN does from 3.4, and only without
   * the external shuffle service ({@code YarnAllocator}).
   */
  private static boolean isWarned(RuleFacts facts) {
    return switch (facts.manager()) {
      case LOCAL -> false;
      case STANDALONE, KUBERNETES -> true;
      case YARN -> facts.spark().atLeast(3, 4) && !DynamicAllocationRules.servesShuffle(facts);
    };
  }

  private static Stream<Setting> blocks(RuleFacts facts) {
    return facts.spark().atLeast(3, 4)
        ? Stream.empty()
        : Stream.of("rddBlocks", "shuffleBlocks")
            .map(
                kind ->
                    line(
                        "spark.storage.decommission." + kind + ".enabled",
                        "spot nodes: what is handed on; the default from Spark 3.4; Spark 3.3"));
  }

  private static Stream<Setting> fetchFailures(RuleFacts facts) {
    return Rule.when(
        facts.manager() != Manager.LOCAL
            && facts.spark().atLeast(3, 4)
            && !facts.spark().atLeast(4, 0),
        line(
            "spark.stage.ignoreDecommissionFetchFailure",
            "spot nodes: files that left with a machine are no failure of the stage, of which the"
                + " 4th in a row ends the job; the default from Spark 4.0; Spark 3.4 and 3.5"));
  }

  private static Setting line(String key, String reason) {
    return Rule.line(key, "true", reason, SOURCE);
  }
}
