/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.run;

import io.github.sparkmaven.conf.SparkVersion;
import io.github.sparkmaven.home.JavaHome;
import io.github.sparkmaven.runtime.ArchiveUse;
import io.github.sparkmaven.runtime.ClassDataArchives;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * What the run goal works on.
 *
 * @param program what is to run
 * @param arguments what it is given
 * @param settings Spark's settings, scaled to local mode
 * @param spark the project's Spark
 * @param java the JDK
 * @param options how its JVM is started
 * @param folder in which it runs
 * @param scratch for the log, and for what Spark writes of its own accord
 */
public record RunRequest(
    RunProgram program,
    List<String> arguments,
    Map<String, String> settings,
    SparkVersion spark,
    JavaHome java,
    Options options,
    Path folder,
    Path scratch) {

  /**
   * How the JVM is started.
   *
   * @param archives keeps class-data archives
   * @param archiveUse whether archives are used and made
   * @param jvmOptions the user's own JVM options; they stand last and win
   * @param debugPort where the JVM waits for a debugger; 0 for any free port
   * @param verbose whether all of Spark's log is shown
   */
  public record Options(
      ClassDataArchives archives,
      ArchiveUse archiveUse,
      List<String> jvmOptions,
      OptionalInt debugPort,
      boolean verbose) {
    /** Copies the list. */
    public Options {
      jvmOptions = List.copyOf(jvmOptions);
    }
  }

  /** Copies the collections. */
  public RunRequest {
    arguments = List.copyOf(arguments);
    settings = Map.copyOf(settings);
  }

  Path log() {
    return scratch.resolve(program.name().replaceAll("[^A-Za-z0-9._$-]", "_") + ".log");
  }
}
