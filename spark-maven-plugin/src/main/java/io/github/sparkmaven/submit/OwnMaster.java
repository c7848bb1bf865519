/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.submit;

import io.github.sparkmaven.cluster.Target;
import io.github.sparkmaven.hardware.Manager;
import io.github.sparkmaven.problem.Problems;
import io.github.sparkmaven.program.ProgramSetting;
import java.util.List;

/**
 * Refuses a program that would never reach the cluster, because its code asks for local mode
 * whatever it is submitted with.
 *
 * <p>Only what every run does counts here; what a condition decides shows when the job has run, and
 * then {@link Verdict} has it.
 *
 * @param settings what the program's code sets
 */
public record OwnMaster(Target target, List<ProgramSetting> settings) {
  /** Copies the list. */
  public OwnMaster {
    settings = List.copyOf(settings);
  }

  /** Notes each place that forces local mode. */
  public void check(Problems problems) {
    if (target.manager() == Manager.LOCAL) {
      return;
    }
    settings.stream()
        .filter(ProgramSetting::forcesLocalMode)
        .forEach(
            setting ->
                problems.add(
                    setting.place(),
                    setting.call()
                        + " makes the master '"
                        + setting.value().orElse("")
                        + "', which wins over "
                        + target.master()
                        + ": the job would run on this machine alone",
                    "Remove it: spark:submit, spark:test and spark:run each give the master"));
  }
}
