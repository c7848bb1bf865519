/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.check.code;

import io.github.sparkmaven.check.Finding;
import io.github.sparkmaven.check.Place;
import io.github.sparkmaven.hardware.Manager;
import io.github.sparkmaven.hardware.MasterUrl;
import io.github.sparkmaven.program.ProgramSetting;
import io.github.sparkmaven.program.ProgramSetting.Moment;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** A master that every run of the program sets, of another kind than the job is bound for. */
public final class OwnMaster {
  private OwnMaster() {}

  /**
   * Judges what a program sets.
   *
   * @param bound what the job is submitted to
   * @param place where a setting stands
   */
  public static Stream<Finding> judge(
      List<ProgramSetting> settings, Manager bound, Function<ProgramSetting, Place> place) {
    return settings.stream()
        .filter(setting -> setting.key().filter("spark.master"::equals).isPresent())
        .filter(setting -> setting.moment() == Moment.START && setting.always())
        .filter(setting -> setting.value().isPresent())
        .filter(setting -> !MasterUrl.managerOf(setting.value().get()).equals(Optional.of(bound)))
        .map(
            setting ->
                new Finding(
                    CodeRules.HARD_CODED_MASTER,
                    place.apply(setting),
                    setting.call()
                        + " sets the master to "
                        + setting.value().orElseThrow()
                        + ", which wins over the "
                        + bound.label()
                        + " that the job is submitted to",
                    "Leave it out: spark:submit, spark:run and spark:test give the master"));
  }
}
