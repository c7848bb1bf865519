/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparkmaven.cluster.Target;
import io.github.sparkmaven.conf.LayeredConf;
import io.github.sparkmaven.hardware.DeployMode;
import io.github.sparkmaven.hardware.Manager;
import io.github.sparkmaven.problem.Problem;
import io.github.sparkmaven.problem.Problems;
import io.github.sparkmaven.program.ProgramSetting;
import io.github.sparkmaven.program.ProgramSetting.Moment;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class OwnMasterTest {
  @Test
  void refusesAProgramThatNeverReachesTheCluster() {
    assertThat(check(Manager.YARN, setting("spark.master", "local[4]", true)))
        .containsExactly(
            "com.acme.Job:17: builder().master makes the master 'local[4]', which wins over yarn:"
                + " the job would run on this machine alone. Remove it: spark:submit, spark:test"
                + " and spark:run each give the master");
  }

  @Test
  void letsLocalModeBe() {
    assertThat(check(Manager.LOCAL, setting("spark.master", "local[4]", true))).isEmpty();
  }

  @Test
  void letsBeWhatMayLeadToTheCluster() {
    assertThat(
            check(
                Manager.YARN,
                setting("spark.master", "local[4]", false),
                setting("spark.master", "yarn", true),
                setting("spark.app.name", "local", true)))
        .isEmpty();
  }

  private static ProgramSetting setting(String key, String value, boolean always) {
    return new ProgramSetting(
        Optional.of(key),
        Optional.of(value),
        Moment.START,
        always,
        "com.acme.Job",
        OptionalInt.of(17),
        "builder().master");
  }

  private static List<String> check(Manager manager, ProgramSetting... settings) {
    Target target =
        new Target(
            manager,
            manager == Manager.YARN ? "yarn" : "local",
            DeployMode.CLIENT,
            LayeredConf.empty());
    Problems problems = new Problems();
    new OwnMaster(target, List.of(settings)).check(problems);
    return problems.all().stream().map(Problem::toString).toList();
  }
}
