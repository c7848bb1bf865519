/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.tuning.rule;

import io.github.sparkmaven.conf.Setting;
import java.util.stream.Stream;

/** What the driver may be sent: so much that it survives, and no less. */
final class DriverRules implements Rule {
  // spark.driver.maxResultSize is 1g (core/.../internal/config/package.scala, 3.3 to 4.1).
  private static final long SPARKS_MIB = 1024;

  @Override
  public Stream<Setting> settings(RuleFacts facts) {
    long half = facts.driverHeapMib() / 2;
    return Rule.when(
        facts.onCluster() && half != SPARKS_MIB,
        Rule.line(
            "spark.driver.maxResultSize",
            half + "m",
            facts.driverHeapMib()
                + " MiB of driver heap / 2, rounded down = "
                + half
                + ": results are held as bytes and as objects; Spark's default is 1024 MiB"
                + " whatever the heap; Spark 3.3 to 4.x",
            DOCS + "configuration.html#application-properties"));
  }
}
