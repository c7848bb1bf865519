/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparkmaven.conf.Layer;
import io.github.sparkmaven.conf.Redaction;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ComparingTest {
  private static final Scene HERE =
      Scene.empty()
          .with(Layer.PLAN, Scene.MEMORY, "4g")
          .with(Layer.JOB, Scene.PARTITIONS, "400")
          .with(Layer.PLUGIN, "spark.acme.password", "hunter2");

  @Test
  void showsOnlyWhatDiffersWithValueAndLayer() {
    Scene here = HERE.with(Layer.PLUGIN, "spark.acme.here", "x");
    OtherConf there =
        file(
            Map.of(
                Scene.MEMORY,
                "4096m",
                Scene.PARTITIONS,
                "800",
                "spark.network.timeout",
                "5min",
                "spark.acme.password",
                "hunter2"));

    assertThat(lines(here, there))
        .containsExactly(
            "Spark 3.5.5 (Scala 2.12), environment prod, against old.conf:",
            "Keys that differ: 3; the same: 2",
            "spark.acme.here",
            "    here          x (plugin)",
            "    there         not set",
            "spark.network.timeout",
            "    here          not set (Spark's default: 120s)",
            "    there         5min",
            "spark.sql.shuffle.partitions",
            "    here          400 (job)",
            "    there         800");
  }

  @Test
  void takesADefaultThatOneSideWritesForNoDifference() {
    Comparison comparison =
        compare(HERE, file(Map.of("spark.network.timeout", "2min", Scene.MEMORY, "4g")));

    assertThat(comparison.defaults()).isEqualTo(1);
    assertThat(comparison.differences())
        .extracting(Difference::key)
        .containsExactly("spark.acme.password", Scene.PARTITIONS);
  }

  @Test
  void leavesOutWhatARunSetsItself() {
    Map<String, String> settings =
        Map.of(
            Scene.MEMORY,
            "4g",
            Scene.PARTITIONS,
            "400",
            "spark.acme.password",
            Redaction.REPLACEMENT,
            "spark.app.id",
            "local-1",
            "spark.driver.port",
            "4711",
            "spark.repl.local.jars",
            "a.jar",
            "spark.scheduler.mode",
            "FIFO",
            "spark.driver.extraJavaOptions",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "spark.executor.extraJavaOptions",
            "-Djava.net.preferIPv6Addresses=false -XX:+IgnoreUnrecognizedVMOptions"
                + " --add-opens=java.base/java.lang=ALL-UNNAMED -Da=b");

    Comparison comparison =
        compare(
            HERE.with(Layer.JOB, "spark.executor.extraJavaOptions", "-Da=b"),
            new OtherConf("event log x", true, settings));

    assertThat(comparison)
        .isEqualTo(
            new Comparison("event log x", List.of(), 3, 0, 5, List.of("spark.acme.password")));
    assertThat(compare(HERE, file(settings)).differences())
        .extracting(Difference::key)
        .contains("spark.app.id");
  }

  @Test
  void showsNoSecretOfEitherSide() {
    OtherConf there = file(Map.of("spark.acme.password", "hunter3", "spark.acme.token", "hunter4"));
    Explanation explanation = Explain.run(List.of(HERE.against(there))).get(0);

    assertThat(explanation.comparison().orElseThrow().differences())
        .extracting(Difference::key)
        .contains("spark.acme.password", "spark.acme.token");
    assertThat(ExplanationText.lines(explanation) + ExplanationJson.text(explanation))
        .doesNotContain("hunter");
    assertThat(there).hasToString("old.conf (2 keys)");
  }

  @Test
  void hidesWhatTheOthersOwnRedactionHides() {
    OtherConf there = file(Map.of("spark.redaction.regex", "acme", "spark.acme.mode", "hunter5"));

    assertThat(lines(Scene.empty(), there).toString()).doesNotContain("hunter5");
  }

  @Test
  void comparesWithWhatTheProgramMakesOfAKey() {
    Scene here = HERE.program(Scene.PARTITIONS, Optional.of("800"), 3);

    assertThat(compare(here, file(Map.of(Scene.PARTITIONS, "800"))).differences())
        .extracting(Difference::key)
        .doesNotContain(Scene.PARTITIONS);
    assertThat(
            compare(
                    HERE.program(Scene.PARTITIONS, Optional.empty(), 3),
                    file(Map.of(Scene.PARTITIONS, "400")))
                .differences())
        .extracting(Difference::key)
        .as("a value that the code does not tell")
        .contains(Scene.PARTITIONS);
  }

  @Test
  void narrowsToTheKeyThatIsAskedFor() {
    ExplainRequest request =
        new ExplainRequest(
            HERE.subject(),
            Scene.keys(),
            List.of(),
            Optional.of(Scene.MEMORY),
            Optional.of(file(Map.of(Scene.MEMORY, "8g"))));

    assertThat(Explain.run(List.of(request)).get(0).comparison().orElseThrow().differences())
        .containsExactly(
            new Difference(
                Scene.MEMORY,
                Optional.of(new Claim("plan", "4g", "of the plan", "")),
                Optional.of("8g"),
                Optional.of("1g")));
  }

  private static OtherConf file(Map<String, String> settings) {
    return new OtherConf("old.conf", false, settings);
  }

  private static Comparison compare(Scene here, OtherConf there) {
    return Explain.run(List.of(here.against(there))).get(0).comparison().orElseThrow();
  }

  private static List<String> lines(Scene here, OtherConf there) {
    return ExplanationText.lines(Explain.run(List.of(here.against(there))).get(0));
  }
}
