/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.tuning.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparkmaven.conf.Layer;
import io.github.sparkmaven.conf.Setting;
import io.github.sparkmaven.conf.SparkVersion;
import io.github.sparkmaven.hardware.Manager;
import io.github.sparkmaven.tuning.Language;
import io.github.sparkmaven.tuning.WorkloadKind;
import io.github.sparkmaven.unit.MemorySize;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TuningRulesPropertyTest {
  private static final int TRIES = 1000;
  // The same facts in every build, as in the planner's properties.
  private static final String SEED = "20261122";
  private static final Pattern VERSIONS =
      Pattern.compile("Spark (3\\.[3-5]|4\\.x)( (to|and) (3\\.[3-5]|4\\.[x1]))?(, |$)");
  // What Spark takes where nothing is said, the same in all supported versions.
  private static final Map<String, String> DEFAULTS =
      Map.of(
          "spark.sql.shuffle.partitions", "200",
          "spark.driver.maxResultSize", "1024m",
          "spark.dynamicAllocation.minExecutors", "0");

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE, seed = SEED)
  void explainsWithEquationsThatHold(@ForAll("facts") RuleFacts facts) {
    assertThat(TuningRules.settings(facts))
        .allSatisfy(setting -> assertThat(Equations.check(setting.reason())).isNotNegative());
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE, seed = SEED)
  void leadsToTheValueInNumbers(@ForAll("facts") RuleFacts facts) {
    Set<String> computed =
        Set.of(
            "spark.default.parallelism",
            "spark.sql.shuffle.partitions",
            "spark.driver.maxResultSize",
            "spark.kubernetes.allocation.batch.size",
            "spark.task.resource.gpu.amount");

    assertThat(TuningRules.settings(facts))
        .filteredOn(setting -> computed.contains(setting.key()))
        .allSatisfy(
            setting ->
                assertThat(setting.reason())
                    .containsPattern("= " + setting.value().replace("m", "") + "(?![0-9])"));
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE, seed = SEED)
  void namesASourceAndTheVersionsOfEveryLine(@ForAll("facts") RuleFacts facts) {
    assertThat(TuningRules.settings(facts))
        .allSatisfy(
            setting -> {
              assertThat(setting.source())
                  .matches(
                      "https://(spark\\.apache\\.org/docs/latest"
                          + "|github\\.com/apache/spark/blob/v3\\.5\\.5)/.+");
              assertThat(setting.reason()).containsPattern(VERSIONS);
              assertThat(setting.layer()).isEqualTo(Layer.PLAN);
            });
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE, seed = SEED)
  void setsEachKeyOnceAndNeverToSparksDefault(@ForAll("facts") RuleFacts facts) {
    List<Setting> settings = TuningRules.settings(facts);

    assertThat(settings).extracting(Setting::key).doesNotHaveDuplicates();
    assertThat(settings)
        .allSatisfy(
            setting -> assertThat(setting.value()).isNotEqualTo(DEFAULTS.get(setting.key())));
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE, seed = SEED)
  void isDocumentedKeyByKey(@ForAll("facts") RuleFacts facts) {
    assertThat(SettingsPage.keys())
        .containsAll(
            TuningRules.settings(facts).stream()
                .map(setting -> SettingsPage.written(setting.key()))
                .toList());
  }

  @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE, seed = SEED)
  void makesALocalPlanWithoutAClustersSettings(@ForAll("facts") RuleFacts facts) {
    Set<String> local =
        Set.of(
            "spark.sql.shuffle.partitions",
            "spark.rdd.compress",
            "spark.local.dir",
            "spark.sql.execution.arrow.pyspark.enabled",
            "spark.streaming.backpressure.enabled");

    if (facts.manager() == Manager.LOCAL) {
      assertThat(TuningRules.settings(facts)).allMatch(setting -> local.contains(setting.key()));
    }
  }

  @Provide
  Arbitrary<RuleFacts> facts() {
    Arbitrary<Boolean> either = Arbitraries.of(true, false);
    return Combinators.combine(
            Arbitraries.of("3.3.4", "3.4.1", "3.5.5", "4.0.0", "4.1.0", "4.2.0"),
            Arbitraries.of(8, 11, 17, 21, 25),
            Arbitraries.of(Manager.values()),
            Combinators.combine(
                    Arbitraries.of(Language.values()), Arbitraries.of(WorkloadKind.values()))
                .as(Map::entry),
            Arbitraries.longs()
                .between(0, 1L << 47)
                .map(MemorySize::new)
                .injectNull(0.5)
                .optional(),
            executors(),
            machines(),
            Combinators.combine(Arbitraries.longs().between(500, 40_000), either, either, either)
                .as(
                    (heap, elastic, service, collector) ->
                        List.<Object>of(heap, elastic, service, collector)))
        .as(
            (spark, java, manager, work, input, executors, machines, rest) ->
                new RuleFacts(
                    new SparkVersion(spark, "2.13"),
                    java,
                    manager,
                    work.getKey(),
                    work.getValue(),
                    input,
                    executors,
                    machines,
                    (Long) rest.get(0),
                    (Boolean) rest.get(1),
                    (Boolean) rest.get(2),
                    (Boolean) rest.get(3)));
  }

  private static Arbitrary<RuleFacts.Executors> executors() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 6000),
            Arbitraries.integers().between(0, 100),
            Arbitraries.integers().between(1, 48),
            Arbitraries.longs().between(500, 100_000),
            Arbitraries.integers().between(0, 4),
            Arbitraries.integers().between(1, 100).injectNull(0.5))
        .as(
            (count, percent, cores, heap, gpus, tasks) ->
                new RuleFacts.Executors(
                    count,
                    count * percent / 100,
                    cores,
                    heap,
                    gpus,
                    tasks == null ? OptionalInt.empty() : OptionalInt.of(tasks)));
  }

  private static Arbitrary<RuleFacts.Machines> machines() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 2000),
            Arbitraries.integers().between(1, 192),
            Arbitraries.of(true, false),
            Arbitraries.of("/mnt/1", "/mnt/2", "/data").list().ofMaxSize(3))
        .as(RuleFacts.Machines::new);
  }
}
