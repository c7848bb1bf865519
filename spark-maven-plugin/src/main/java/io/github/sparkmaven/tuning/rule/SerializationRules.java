/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.tuning.rule;

import io.github.sparkmaven.conf.Setting;
import io.github.sparkmaven.tuning.Language;
import io.github.sparkmaven.tuning.WorkloadKind;
import java.util.stream.Stream;

/** How objects of RDDs are written; DataFrames have their own format. */
final class SerializationRules implements Rule {
  private static final String SERIALIZATION = DOCS + "tuning.html#data-serialization";
  private static final String COMPRESSION =
      DOCS + "configuration.html#compression-and-serialization";

  @Override
  public Stream<Setting> settings(RuleFacts facts) {
    return facts.language() == Language.JVM
        ? Stream.concat(kryo(facts), compression(facts))
        : Stream.empty();
  }

  /**
   * Spark's Kryo (4.0.x in Spark 3.3 to 4.1) can neither write records nor read back {@code
   * List.of} and {@code Map.of}: what a class file of Java 8 cannot hold. A faster plan that breaks
   * a job that runs is none.
   */
  private static Stream<Setting> kryo(RuleFacts facts) {
    boolean ofRdds = facts.kind() == WorkloadKind.BATCH || facts.kind() == WorkloadKind.ML;
    return Rule.when(
        ofRdds && facts.onCluster() && facts.javaVersion() < 9,
        Rule.line(
            "spark.serializer",
            "org.apache.spark.serializer.KryoSerializer",
            "objects of RDDs cross the network and caches in fewer bytes than by Java's"
                + " serialization, Spark's default; on Java "
                + facts.javaVersion()
                + " there are no records, List.of or Map.of, which Kryo cannot read back;"
                + " Spark 3.3 to 3.5",
            SERIALIZATION));
  }

  private static Stream<Setting> compression(RuleFacts facts) {
    return Rule.when(
        facts.kind() == WorkloadKind.ML,
        Rule.line(
            "spark.rdd.compress",
            "true",
            "iterations over cached data: serialized partitions take less memory for some CPU"
                + " time; PySpark sets it by itself, the JVM's default is false; Spark 3.3 to 4.x",
            COMPRESSION));
  }
}
