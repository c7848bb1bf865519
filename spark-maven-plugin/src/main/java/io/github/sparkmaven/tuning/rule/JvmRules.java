/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.tuning.rule;

import io.github.sparkmaven.conf.Setting;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The executors' garbage collector, and the just-in-time compiler of executors and driver.
 *
 * <p>The flags go to {@code spark.executor.defaultJavaOptions} and {@code
 * spark.driver.defaultJavaOptions}, which Spark puts before the user's {@code extraJavaOptions}, so
 * that these add to them.
 */
final class JvmRules implements Rule {
  private static final String SOURCE = DOCS + "tuning.html#garbage-collection-tuning";
  private static final String ENVIRONMENT = DOCS + "configuration.html#runtime-environment";

  @Override
  public Stream<Setting> settings(RuleFacts facts) {
    if (!facts.onCluster()) {
      return Stream.empty();
    }
    return Stream.of(
            line(
                "spark.executor.defaultJavaOptions",
                SOURCE,
                Stream.concat(CollectorFlags.of(facts), CompilerFlags.ofExecutor(facts))),
            line("spark.driver.defaultJavaOptions", ENVIRONMENT, CompilerFlags.ofDriver(facts)))
        .flatMap(part -> part);
  }

  private static Stream<Setting> line(String key, String source, Stream<JvmFlag> found) {
    var flags = found.toList();
    return Rule.when(
        !flags.isEmpty(),
        Rule.line(
            key,
            flags.stream().map(JvmFlag::option).collect(Collectors.joining(" ")),
            flags.stream().map(JvmFlag::reason).collect(Collectors.joining("; "))
                + "; Spark 3.3 to 4.x",
            source));
  }
}
