/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sparkmaven.conf.Layer;
import io.github.sparkmaven.problem.InputException;
import io.github.sparkmaven.program.ProgramSetting.Moment;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExplainTest {
  @Test
  void showsTheWinningLayerAndAllThatItOverridesDownToSpark() {
    ExplainedKey key =
        Scene.empty()
            .with(Layer.PLAN, Scene.MEMORY, "18600m", "62464 / 3")
            .with(Layer.SITE, Scene.MEMORY, "4g")
            .explain(Scene.MEMORY);

    assertThat(key.effective()).contains(new Claim("plan", "18600m", "62464 / 3", ""));
    assertThat(key.overridden())
        .containsExactly(
            new Claim("site", "4g", "of the site", ""),
            new Claim("spark", "1g", "Spark's own default", ""));
    assertThat(key.link())
        .isEqualTo("https://spark.apache.org/docs/3.5.5/configuration.html#application-properties");
  }

  @Test
  void warnsOfAProgramThatDefeatsLowerLayers() {
    Explanation explanation =
        Scene.empty()
            .with(Layer.PLAN, Scene.MEMORY, "18600m")
            .with(Layer.SITE, Scene.MEMORY, "4g")
            .program(Scene.MEMORY, Optional.of("8g"), 12)
            .explain();

    assertThat(explanation.keys().get(0).effective())
        .contains(new Claim("program", "8g", "com.acme.Job:12 (SparkConf.set)", ""));
    assertThat(explanation.warnings())
        .containsExactly(
            "spark.executor.memory: the program defeats plan = 18600m, site = 4g with 8g,"
                + " com.acme.Job:12 (SparkConf.set). Remove it from the program, or give conf the"
                + " same value, so that the plan counts on it");
  }

  @Test
  void doesNotWarnWhereAUserDefeatsThePlanOrTheProgramSparkAloneOrBothSayTheSame() {
    assertThat(
            Scene.empty()
                .with(Layer.COMMAND_LINE, Scene.MEMORY, "2g")
                .with(Layer.PLAN, Scene.MEMORY, "18600m")
                .program(Scene.PARTITIONS, Optional.of("7"), 3)
                .with(Layer.JOB, "spark.acme.own", "same")
                .program("spark.acme.own", Optional.of("same"), 4)
                .explain()
                .warnings())
        .isEmpty();
  }

  @Test
  void saysThatAValueCannotBeKnownFromTheCode() {
    Explanation explanation =
        Scene.empty()
            .with(Layer.JOB, Scene.PARTITIONS, "400")
            .program(Scene.PARTITIONS, Optional.empty(), 7)
            .explain();

    assertThat(explanation.keys().get(0).effective())
        .contains(
            new Claim(
                "program",
                "(cannot be known from the code)",
                "com.acme.Job:7 (SparkConf.set)",
                ""));
    assertThat(explanation.warnings())
        .containsExactly(
            "spark.sql.shuffle.partitions: the program defeats job = 400 with (cannot be known from"
                + " the code), com.acme.Job:7 (SparkConf.set). Remove it from the program");
  }

  @Test
  void warnsOfAKeyThatCannotBeKnownFromTheCode() {
    assertThat(
            Scene.empty()
                .program(Optional.empty(), Optional.of("x"), Moment.START, 9, "SparkConf.set")
                .explain()
                .warnings())
        .containsExactly(
            "com.acme.Job:9 (SparkConf.set) sets a key that cannot be known from the code: any"
                + " value here may be another as the job runs");
  }

  @Test
  void namesEveryPlaceThatSetsAKey() {
    Scene differing =
        Scene.empty()
            .program(Scene.PARTITIONS, Optional.of("9"), 4)
            .program(Scene.PARTITIONS, Optional.of("7"), 30);

    assertThat(differing.explain(Scene.PARTITIONS).effective())
        .contains(
            new Claim(
                "program",
                "7 or 9",
                "set in 2 places; the last of them to run wins: 9 at com.acme.Job:4"
                    + " (SparkConf.set), 7 at com.acme.Job:30 (SparkConf.set)",
                ""));
    assertThat(
            Scene.empty()
                .program(Scene.PARTITIONS, Optional.of("7"), 4)
                .program(Scene.PARTITIONS, Optional.of("7"), 30)
                .explain(Scene.PARTITIONS)
                .effective())
        .contains(
            new Claim(
                "program",
                "7",
                "set in 2 places: com.acme.Job:4 (SparkConf.set), com.acme.Job:30 (SparkConf.set)",
                ""));
  }

  @Test
  void letsTheSessionWinOverTheStartForAKeyOfSparkSqlAlone() {
    ExplainedKey key =
        Scene.empty()
            .with(Layer.PLAN, Scene.PARTITIONS, "90")
            .program(Scene.PARTITIONS, Optional.of("7"), 4)
            .session(Scene.PARTITIONS, "8", 9)
            .explain(Scene.PARTITIONS);

    assertThat(key.claims())
        .extracting(Claim::brief)
        .containsExactly("program = 8", "program = 7", "plan = 90", "spark = 200");
  }

  @Test
  void saysWhatSparkDoesWithASessionsSettingOfOtherKeys() {
    Explanation explanation =
        Scene.empty()
            .with(Layer.PLAN, Scene.MEMORY, "18600m")
            .session(Scene.MEMORY, "2g", 5)
            .session("spark.sql.warehouse.dir", "/w", 6)
            .session("spark.stage.maxConsecutiveAttempts", "3", 7)
            .session("spark.acme.own", "1", 8)
            .explain();

    assertThat(explanation.warnings())
        .containsExactly(
            "spark.executor.memory: the program sets 2g in vain, com.acme.Job:5 (spark.conf.set):"
                + " Spark throws there, or takes no notice, for this is no key of Spark SQL; plan ="
                + " 18600m holds. Remove it from the program, and give it in conf",
            "spark.sql.warehouse.dir: the program sets /w in vain, com.acme.Job:6 (spark.conf.set):"
                + " Spark throws there, for this is a static key of Spark SQL; spark = (worked out"
                + " as Spark runs) holds. Remove it from the program, and give it in conf",
            "spark.stage.maxConsecutiveAttempts: the program sets 3 in vain, com.acme.Job:7"
                + " (spark.conf.set): without effect, for Spark reads this key as the context"
                + " starts. Remove it from the program, and give it in conf");
    assertThat(explanation.keys().get(0).effective().orElseThrow().brief())
        .as("a key of the job's own")
        .isEqualTo("program = 1");
  }

  @Test
  void saysThatADriversMemoryInTheProgramIsTooLate() {
    Explanation explanation =
        Scene.empty()
            .with(Layer.PLAN, "spark.driver.memory", "2g")
            .program("spark.driver.memory", Optional.of("8g"), 12)
            .explain();

    assertThat(explanation.keys().get(0).effective().orElseThrow().brief()).isEqualTo("plan = 2g");
    assertThat(explanation.warnings())
        .containsExactly(
            "spark.driver.memory: the program sets 8g in vain, com.acme.Job:12 (SparkConf.set): too"
                + " late, for spark-submit reads this key before the program's first line runs;"
                + " plan = 2g holds. Remove it from the program, and give it in conf");
  }

  @Test
  void redactsSecretsOfEveryLayerAndOfTheProgram() {
    Scene scene =
        Scene.empty()
            .with(Layer.JOB, "spark.acme.password", "hunter2")
            .with(Layer.SITE, "spark.acme.password", "hunter3")
            .program("spark.acme.password", Optional.of("hunter4"), 2);

    assertThat(String.join("\n", scene.lines()) + ExplanationJson.text(scene.explain()))
        .contains("*********(redacted)")
        .doesNotContain("hunter");
    assertThat(scene.explain().warnings())
        .singleElement()
        .asString()
        .contains("spark.acme.password: the program defeats")
        .doesNotContain("hunter");
  }

  @Test
  void refusesAKeyThatSparkDoesNotKnowAndNobodySets() {
    assertThatThrownBy(() -> Explain.run(List.of(Scene.empty().request("spark.executor.memroy"))))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "explain/key: Spark 3.5.5 knows no key 'spark.executor.memroy', and nobody sets it."
                + " Give spark.executor.memory");
    assertThatThrownBy(() -> Explain.run(List.of(Scene.empty().request("spark.zzz"))))
        .hasMessage(
            "explain/key: Spark 3.5.5 knows no key 'spark.zzz', and nobody sets it. Give one of"
                + " Spark's keys, or one that the POM or the program sets");
  }

  @Test
  void explainsAKeyThatOneOfSeveralJobsSets() {
    Scene other = Scene.empty().with(Layer.JOB, "spark.acme.own", "1");

    assertThat(
            Explain.run(
                List.of(Scene.empty().request("spark.acme.own"), other.request("spark.acme.own"))))
        .hasSize(2);
  }

  @Test
  void tellsAKeyThatNobodySetsByItsDefaultOrItsAbsence() {
    assertThat(Scene.empty().explain(Scene.MEMORY).effective())
        .contains(new Claim("spark", "1g", "Spark's own default", ""));
    assertThat(Scene.empty().explain("spark.kerberos.keytab").effective()).isEmpty();
    assertThat(Scene.empty().explain("spark.rpc.askTimeout").effective())
        .contains(
            new Claim(
                "spark",
                "as spark.network.timeout",
                "Spark takes the value of spark.network.timeout where it is not set",
                ""));
  }

  @Test
  void passesOnThePlansWarningsUnlessOneKeyIsAskedFor() {
    Scene scene = Scene.empty().with(Layer.PLAN, Scene.MEMORY, "1g");
    ExplainRequest all =
        new ExplainRequest(
            scene.subject(),
            Scene.keys(),
            List.of("of the plan"),
            Optional.empty(),
            Optional.empty());

    assertThat(Explain.run(List.of(all)).get(0).warnings()).containsExactly("of the plan");
    assertThat(Explain.run(List.of(scene.request(Scene.MEMORY))).get(0).warnings()).isEmpty();
  }
}
