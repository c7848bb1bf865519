/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sparkmaven.conf.Layer;
import io.github.sparkmaven.conf.Setting;
import io.github.sparkmaven.plan.Plan;
import io.github.sparkmaven.plan.PlanExample;
import io.github.sparkmaven.plan.Planning;
import io.github.sparkmaven.problem.InputException;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalScaleTest {
  private static final PlanExample TALK = PlanExample.ofTheTalk();

  @Test
  void plansForThisComputerWhateverTheClusterIs() {
    Map<String, String> settings = settings(TALK);

    assertThat(settings).containsEntry("spark.master", "local[8]");
    assertThat(settings.keySet())
        .noneMatch(key -> key.startsWith("spark.executor.") || key.startsWith("spark.yarn."));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "spark.executor.instances",
        "spark.yarn.queue",
        "spark.dynamicAllocation.enabled",
        "spark.speculation",
        "spark.local.dir",
        "spark.eventLog.dir",
        "spark.driver.memoryOverhead",
        "spark.hadoop.fs.defaultFS"
      })
  void leavesOutWhatSaysSomethingOfAClusterAlone(String key) {
    LocalScale scale = LocalScale.of(TALK.with(Layer.ENVIRONMENT, key, "1").request());

    assertThat(scale.leftOut()).extracting(Setting::key).containsExactly(key);
    assertThat(scale.request().conf().find(key)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"spark.sql.shuffle.partitions", "spark.hadoop.fs.s3a.endpoint", "spark.acme"})
  void keepsTheUsersOwn(String key) {
    LocalScale scale = LocalScale.of(TALK.with(Layer.PLUGIN, key, "7").request());

    assertThat(scale.leftOut()).isEmpty();
    assertThat(scale.request().conf().find(key)).isPresent();
  }

  @Test
  void keepsWhatTheCommandLineSays() {
    LocalScale scale =
        LocalScale.of(TALK.with(Layer.COMMAND_LINE, "spark.speculation", "true").request());

    assertThat(scale.leftOut()).isEmpty();
    assertThat(scale.request().conf().find("spark.speculation")).isPresent();
  }

  @Test
  void givesTheJvmTheDriversMemory() {
    assertThat(settings(TALK.with(Layer.JOB, "spark.driver.memory", "3g")))
        .containsEntry("spark.driver.memory", "3g");
  }

  @Test
  void obeysALocalMasterOfTheCommandLine() {
    PlanExample asked = TALK.with(Layer.COMMAND_LINE, "spark.master", "local[1]");

    assertThat(settings(asked)).containsEntry("spark.master", "local[1]");
    assertThat(LocalScale.of(asked.request()).leftOut()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"yarn", "spark://m:7077", "nonsense"})
  void refusesAnotherMasterOfTheCommandLine(String master) {
    assertThatThrownBy(
            () -> LocalScale.of(TALK.with(Layer.COMMAND_LINE, "spark.master", master).request()))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "-Dspark.master: '%s' is no local master, and spark:run runs jobs in local mode alone."
                + " Give local[N] or leave it out; mvn package spark:submit -Dspark.master=%s goes"
                + " to the cluster",
            master, master);
  }

  @Test
  void takesAMasterOfTheEnvironmentForItsClusters() {
    LocalScale scale =
        LocalScale.of(TALK.with(Layer.ENVIRONMENT, "spark.master", "yarn").request());

    assertThat(scale.leftOut()).extracting(Setting::key).containsExactly("spark.master");
  }

  private static Map<String, String> settings(PlanExample example) {
    Plan plan = Planning.plan(LocalScale.of(example.request()).request());
    return plan.conf().effective().stream().collect(Collectors.toMap(Setting::key, Setting::value));
  }
}
