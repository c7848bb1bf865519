/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.explain;

import io.github.sparkmaven.conf.LayeredConf;
import io.github.sparkmaven.conf.SparkVersion;
import io.github.sparkmaven.program.ProgramSetting;
import java.util.List;
import java.util.Optional;

/**
 * A job in an environment: whose configuration is explained.
 *
 * @param spark the project's Spark
 * @param environment the environment's name
 * @param job the job's name, where the POM has several
 * @param conf every layer that a plan knows, the plan's own included
 * @param program what the program sets itself
 */
public record Subject(
    SparkVersion spark,
    String environment,
    Optional<String> job,
    LayeredConf conf,
    List<ProgramSetting> program) {

  /** Copies the settings of the program. */
  public Subject {
    program = List.copyOf(program);
  }

  /** Returns the job and its environment as messages name them. */
  String title() {
    return "environment " + environment + job.map(name -> ", job " + name).orElse("");
  }
}
