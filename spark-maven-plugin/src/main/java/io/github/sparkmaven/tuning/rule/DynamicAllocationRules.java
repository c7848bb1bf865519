/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.tuning.rule;

import io.github.sparkmaven.conf.Setting;
import io.github.sparkmaven.hardware.Manager;
import java.util.stream.Stream;

/** Executors that come and go with the work, where the user asks for them. */
final class DynamicAllocationRules implements Rule {
  private static final String SOURCE = DOCS + "configuration.html#dynamic-allocation";
  private static final String VERSIONS = "; Spark 3.3 to 4.x";

  @Override
  public Stream<Setting> settings(RuleFacts facts) {
    if (!facts.elastic() || !facts.onCluster()) {
      return Stream.empty();
    }
    int least = facts.executors().least();
    int most = facts.executors().count();
    Stream<Setting> bounds =
        Stream.of(
            line(
                "enabled",
                "true",
                "executors come and go, as workload/dynamicAllocation or a range of nodes asks"),
            line(
                "maxExecutors",
                "" + most,
                most + " executors are asked of the cluster at its largest"));
    Stream<Setting> minimum =
        Rule.when(
            least > 0,
            line("minExecutors", "" + least, least + " executors fit the cluster at its smallest"));
    return Stream.of(bounds, minimum, shuffleFiles(facts)).flatMap(part -> part);
  }

  /** An executor's shuffle files must outlive it, or keep it alive. */
  private static Stream<Setting> shuffleFiles(RuleFacts facts) {
    if (servesShuffle(facts)) {
      return Stream.of(
          Rule.line(
              "spark.shuffle.service.enabled",
              "true",
              "the nodes run the external shuffle service, which keeps the files of executors that"
                  + " have gone"
                  + VERSIONS,
              SOURCE));
    }
    // The default is false up to 3.3 and true from 3.4 (core/.../internal/config/package.scala).
    return Rule.when(
        !facts.spark().atLeast(3, 4),
        Rule.line(
            "spark.dynamicAllocation.shuffleTracking.enabled",
            "true",
            "without an external shuffle service an executor stays while its shuffle files are"
                + " needed; the default from Spark 3.4; Spark 3.3",
            SOURCE));
  }

  /** Says whether shuffle files are read from a service; Kubernetes has none. */
  static boolean servesShuffle(RuleFacts facts) {
    return facts.elastic() && facts.externalShuffle() && facts.manager() != Manager.KUBERNETES;
  }

  private static Setting line(String name, String value, String reason) {
    return Rule.line("spark.dynamicAllocation." + name, value, reason + VERSIONS, SOURCE);
  }
}
