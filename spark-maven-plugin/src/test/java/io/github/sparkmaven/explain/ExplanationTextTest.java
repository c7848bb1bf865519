/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparkmaven.conf.Layer;
import io.github.sparkmaven.conf.LayeredConf;
import io.github.sparkmaven.conf.Setting;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExplanationTextTest {
  @Test
  void showsABlockForEachKeyInTheirOrder() {
    assertThat(
            Scene.empty()
                .with(Layer.PLAN, Scene.PARTITIONS, "90", "90 cores")
                .with(Layer.JOB, Scene.MEMORY, "4g", "job/conf")
                .lines())
        .containsExactly(
            "Spark 3.5.5 (Scala 2.12), environment prod: 2 keys (1 job, 1 plan)",
            "key                                          value                    layer",
            "spark.executor.memory                        4g                       job",
            "    overrides     spark = 1g",
            "    why           job/conf",
            "    docs          https://spark.apache.org/docs/3.5.5/configuration.html#application-properties",
            "spark.sql.shuffle.partitions                 90                       plan",
            "    overrides     spark = 200",
            "    why           90 cores",
            "    docs          https://spark.apache.org/docs/3.5.5/configuration.html#runtime-sql-configuration");
  }

  @Test
  void wrapsALongReasonAtTheWidthOfAConsole() {
    List<String> lines =
        Scene.empty().with(Layer.PLAN, Scene.MEMORY, "4g", "one word ".repeat(40)).lines();

    assertThat(lines).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(120));
    assertThat(lines).filteredOn(line -> line.matches(" {18}(one|word) .*")).isNotEmpty();
  }

  @Test
  void putsALongValueBelowItsRow() {
    String options = "-XX:Option=on ".repeat(20).strip();

    assertThat(Scene.empty().with(Layer.JOB, "spark.driver.extraJavaOptions", options).lines())
        .contains("spark.driver.extraJavaOptions                (below)                  job")
        .anyMatch(line -> line.startsWith("    value         -XX:Option=on -XX:Option=on"))
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(120));
  }

  @Test
  void tellsTheWholeHistoryOfOneKey() {
    assertThat(
            history(
                Scene.empty()
                    .with(Layer.COMMAND_LINE, Scene.MEMORY, "2g", "given on Maven's command line")
                    .with(Layer.SITE, Scene.MEMORY, "4g", "/etc/spark/spark-defaults.conf"),
                Scene.MEMORY))
        .containsExactly(
            "Spark 3.5.5 (Scala 2.12), environment prod",
            "spark.executor.memory                        2g                       command-line",
            "    command-line  2g; given on Maven's command line",
            "    site          4g; /etc/spark/spark-defaults.conf",
            "    spark         1g; Spark's own default",
            "    Spark says    What spark.executor.memory is.",
            "    since         1.0.0",
            "    docs          https://spark.apache.org/docs/3.5.5/configuration.html#application-properties");
  }

  @Test
  void namesTheSourceOfARuleUnlessTheKeyIsDocumentedThere() {
    Setting tuned =
        new Setting(
            Scene.MEMORY, "4g", Layer.PLAN, "", "https://spark.apache.org/docs/latest/tuning.html");
    Setting known =
        new Setting(
            Scene.PARTITIONS,
            "9",
            Layer.PLAN,
            "",
            "https://spark.apache.org/docs/latest/configuration.html#runtime-sql-configuration");

    assertThat(new Scene(LayeredConf.empty().with(List.of(tuned, known)), List.of()).lines())
        .filteredOn(line -> line.startsWith("    source"))
        .containsExactly("    source        https://spark.apache.org/docs/latest/tuning.html");
  }

  @Test
  void tellsOlderNewerAndRetiredNames() {
    assertThat(history(Scene.empty(), "spark.kerberos.keytab"))
        .contains(
            "spark.kerberos.keytab: no setting and no default",
            "    Spark says    Location of the keytab.",
            "    older names   spark.kerberos.old");
    assertThat(history(Scene.empty(), "spark.kerberos.old"))
        .contains("    newer name    spark.kerberos.keytab, which Spark reads first");
    assertThat(history(Scene.empty(), "spark.old.key"))
        .contains("    retired       deprecated since Spark 3.0. Use another.");
    assertThat(history(Scene.empty(), "spark.rpc.askTimeout"))
        .contains("    internal      Spark keeps it out of its documentation")
        .noneMatch(line -> line.contains("docs"));
  }

  @Test
  void showsWhatTheProgramSetsInVain() {
    assertThat(Scene.empty().program("spark.driver.memory", Optional.of("8g"), 12).lines())
        .contains(
            "spark.driver.memory                          1g                       spark",
            "    in vain       program = 8g, com.acme.Job:12 (SparkConf.set): too late, for spark-submit reads this key before the",
            "                  program's first line runs");
  }

  private static List<String> history(Scene scene, String key) {
    return ExplanationText.lines(Explain.run(List.of(scene.request(key))).get(0));
  }
}
