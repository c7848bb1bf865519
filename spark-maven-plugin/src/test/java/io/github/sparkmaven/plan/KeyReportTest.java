/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sparkmaven.conf.Layer;
import io.github.sparkmaven.conf.registry.KeyCheck;
import io.github.sparkmaven.conf.registry.KeyEntry;
import io.github.sparkmaven.conf.registry.KeyEntry.Origin;
import io.github.sparkmaven.conf.registry.KeyRegistry;
import io.github.sparkmaven.conf.registry.RetiredKey;
import io.github.sparkmaven.conf.registry.ValueType;
import io.github.sparkmaven.problem.InputException;
import io.github.sparkmaven.problem.Problems;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KeyReportTest {
  private static final KeyRegistry REGISTRY =
      new KeyRegistry(
          Stream.of(
                  entry("spark.executor.memory", ValueType.BYTES),
                  entry("spark.executor.cores", ValueType.INT),
                  entry("spark.eventLog.enabled", ValueType.BOOLEAN))
              .collect(Collectors.toMap(KeyEntry::key, Function.identity())),
          Set.of("spark.hadoop."),
          Map.of(
              "spark.old", new RetiredKey("spark.old", "3.0", "Use spark.new.", Optional.empty())));
  private static final String UNVERIFIED = "Not verified, for Spark 3.5.5 does not know them: %s";

  private final Problems problems = new Problems();

  @Test
  void saysWhereANearMissOfTheUserStands() {
    PlanRequest request =
        request(
            PlanExample.ofTheTalk()
                .with(Layer.COMMAND_LINE, "spark.executor.coers", "3")
                .with(Layer.JOB, "spark.executor.memroy", "1g"));

    assertThat(new KeyReport(request, problems).warnings()).isEmpty();
    assertThat(problems.all())
        .map(Object::toString)
        .containsExactly(
            "-Dspark.executor.coers: Spark knows no key spark.executor.coers and would ignore it."
                + " Write spark.executor.cores, or add spark.executor.coers to allowedKeys if it is"
                + " the job's own",
            "job/conf/spark.executor.memroy: Spark knows no key spark.executor.memroy and would"
                + " ignore it. Write spark.executor.memory, or add spark.executor.memroy to"
                + " allowedKeys if it is the job's own");
  }

  @Test
  void saysWhereAValueStandsThatSparkRefuses() {
    PlanRequest request =
        request(PlanExample.ofTheTalk().with(Layer.JOB, "spark.eventLog.enabled", "yes"));

    assertThat(new KeyReport(request, problems).warnings()).isEmpty();
    assertThat(problems.all())
        .map(Object::toString)
        .containsExactly(
            "job/conf/spark.eventLog.enabled: 'yes' is a value that Spark refuses. Give true or"
                + " false");
  }

  @Test
  void onlyWarnsOfTheSitesSlips() {
    PlanRequest request =
        request(PlanExample.ofTheTalk().with(Layer.SITE, "spark.executor.memroy", "1g"));

    assertThat(new KeyReport(request, problems).warnings())
        .containsExactly(
            "site/conf/spark.executor.memroy: Spark knows no key spark.executor.memroy and would"
                + " ignore it. Write spark.executor.memory, or add spark.executor.memroy to"
                + " allowedKeys if it is the job's own");
    assertThat(problems.none()).isTrue();
  }

  @Test
  void listsUnverifiedKeysOnceWhateverTheirLayers() {
    PlanRequest request =
        request(
            PlanExample.ofTheTalk()
                .with(Layer.SITE, "spark.acme.zeta", "1")
                .with(Layer.JOB, "spark.acme.input", "a")
                .with(Layer.ENVIRONMENT, "spark.acme.input", "b"));

    assertThat(new KeyReport(request, problems).warnings())
        .containsExactly(String.format(UNVERIFIED, "spark.acme.input, spark.acme.zeta"));
    assertThat(problems.none()).isTrue();
  }

  @Test
  void letsAllowedKeysPass() {
    PlanRequest request =
        request(
            PlanExample.ofTheTalk()
                .with(Layer.JOB, "spark.executor.memroy", "1g")
                .with(Layer.JOB, "spark.executo.cores", "1"),
            "spark.executor.memroy",
            "spark.executo.*");

    new KeyReport(request, problems).warnings();

    assertThat(problems.none()).isTrue();
  }

  @Test
  void warnsOfWhatIsDeprecated() {
    PlanRequest request = request(PlanExample.ofTheTalk().with(Layer.JOB, "spark.old", "1"));

    assertThat(new KeyReport(request, problems).warnings())
        .containsExactly("job/conf/spark.old: is deprecated since Spark 3.0. Use spark.new.");
  }

  @Test
  void saysThatNothingIsVerifiedWithoutTheJars() {
    PlanRequest request =
        with(
            PlanExample.ofTheTalk().with(Layer.JOB, "spark.executor.memroy", "1g"),
            Optional.empty());

    assertThat(new KeyReport(request, problems).warnings())
        .containsExactly("Keys are not verified: the jars of Spark 3.5.5 cannot be resolved");
    assertThat(problems.none()).isTrue();
  }

  @Test
  void putsSlipsAndWarningsIntoThePlan() {
    PlanExample example = PlanExample.ofTheTalk();

    assertThat(
            Planning.plan(request(example.with(Layer.JOB, "spark.acme.input", "a")))
                .tuning()
                .warnings())
        .last()
        .isEqualTo(String.format(UNVERIFIED, "spark.acme.input"));
    assertThatThrownBy(
            () -> Planning.plan(request(example.with(Layer.JOB, "spark.executor.memroy", "1g"))))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("job/conf/spark.executor.memroy: Spark knows no key");
  }

  private static PlanRequest request(PlanExample example, String... allowedKeys) {
    return with(example, Optional.of(new KeyCheck(REGISTRY, Set.of(allowedKeys))));
  }

  /** As the goals do, a layer's reason says where the POM has it. */
  private static PlanRequest with(PlanExample example, Optional<KeyCheck> keys) {
    PlanRequest request = example.request();
    var conf = request.conf();
    for (var layer : request.conf().layers().entrySet()) {
      conf =
          conf.with(
              layer.getKey(),
              layer.getValue().entrySet().stream()
                  .collect(Collectors.toMap(Map.Entry::getKey, one -> one.getValue().value())),
              layer.getKey().label() + "/conf");
    }
    return new PlanRequest(
        request.spark(),
        request.javaVersion(),
        request.environment(),
        request.job(),
        request.cluster(),
        request.workload(),
        conf,
        keys,
        request.machine(),
        request.folder(),
        List.of());
  }

  private static KeyEntry entry(String key, ValueType type) {
    return new KeyEntry(key, Origin.DEFINED, type, "", false, List.of(), false);
  }
}
