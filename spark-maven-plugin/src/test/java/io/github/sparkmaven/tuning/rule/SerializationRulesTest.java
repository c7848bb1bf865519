/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.tuning.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparkmaven.hardware.Manager;
import io.github.sparkmaven.tuning.Language;
import io.github.sparkmaven.tuning.WorkloadKind;
import org.junit.jupiter.api.Test;

class SerializationRulesTest {
  private static final String KRYO = "spark.serializer org.apache.spark.serializer.KryoSerializer";

  @Test
  void writesObjectsWithKryoOnJava8() {
    assertThat(FactsExample.batch().java(8).lines("spark.serializer")).containsExactly(KRYO);
    assertThat(FactsExample.batch().java(8).reasons("spark.serializer"))
        .containsExactly(
            "objects of RDDs cross the network and caches in fewer bytes than by Java's"
                + " serialization, Spark's default; on Java 8 there are no records, List.of or"
                + " Map.of, which Kryo cannot read back; Spark 3.3 to 3.5");
  }

  @Test
  void doesNotBreakJobsThatHoldWhatKryoCannotRead() {
    assertThat(FactsExample.batch().java(11).lines("spark.serializer")).isEmpty();
    assertThat(FactsExample.batch().java(17).lines("spark.serializer")).isEmpty();
  }

  @Test
  void leavesTheSerializerWhereThereAreNoObjectsOfRdds() {
    assertThat(
            FactsExample.of(Manager.YARN, Language.JVM, WorkloadKind.SQL)
                .java(8)
                .lines("spark.serializer"))
        .isEmpty();
    assertThat(
            FactsExample.of(Manager.YARN, Language.PYTHON, WorkloadKind.BATCH)
                .java(8)
                .lines("spark.serializer"))
        .isEmpty();
    assertThat(
            FactsExample.of(Manager.LOCAL, Language.JVM, WorkloadKind.BATCH)
                .java(8)
                .lines("spark.serializer"))
        .isEmpty();
  }

  @Test
  void compressesCachedPartitionsOfIterations() {
    assertThat(FactsExample.of(Manager.YARN, Language.JVM, WorkloadKind.ML).lines("spark.rdd."))
        .containsExactly("spark.rdd.compress true");
    assertThat(FactsExample.batch().lines("spark.rdd.")).isEmpty();
  }

  @Test
  void leavesCompressionToPySparkWhichSetsIt() {
    assertThat(FactsExample.of(Manager.YARN, Language.PYTHON, WorkloadKind.ML).lines("spark.rdd."))
        .isEmpty();
  }
}
