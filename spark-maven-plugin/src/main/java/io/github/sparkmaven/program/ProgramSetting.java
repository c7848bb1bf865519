/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.program;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * A Spark setting that the program makes itself, which wins over whatever it is submitted with.
 *
 * @param key the key; empty where it cannot be known from the code
 * @param value the value; empty where it cannot be known from the code
 * @param moment when it takes effect
 * @param always whether every run that ends well makes it; otherwise a condition of the program
 *     decides, as in {@code if (!conf.contains("spark.master"))}
 * @param where the class, with dots, or the Python file
 * @param line the line in the source, where the debug information tells it
 * @param call the call that makes it, as a reader of the source knows it: {@code SparkConf.set},
 *     {@code builder().config}
 */
public record ProgramSetting(
    Optional<String> key,
    Optional<String> value,
    Moment moment,
    boolean always,
    String where,
    OptionalInt line,
    String call) {

  /** When a setting of the program takes effect. */
  public enum Moment {
    /** Before the context starts: it defeats every other layer. */
    START,
    /** In the running session, {@code spark.conf.set}: only keys of Spark SQL listen. */
    RUNNING
  }

  /**
   * Says whether every run of the program ends up in local mode by this setting, whatever master it
   * is submitted to.
   */
  public boolean forcesLocalMode() {
    return always
        && moment == Moment.START
        && key.filter("spark.master"::equals).isPresent()
        && value.filter(master -> master.startsWith("local")).isPresent();
  }

  /** Returns this setting as one that a condition of the program decides. */
  ProgramSetting inSomeRuns() {
    return new ProgramSetting(key, value, moment, false, where, line, call);
  }

  /** Returns this setting as one that no condition decides. */
  ProgramSetting inEveryRun() {
    return new ProgramSetting(key, value, moment, true, where, line, call);
  }

  /** Returns this setting with a longer key, where the key is known. */
  ProgramSetting withKeyPrefix(String prefix) {
    return new ProgramSetting(
        key.map(name -> prefix + name), value, moment, always, where, line, call);
  }

  /** Returns the class or file with its line, as a log shows it. */
  public String place() {
    return line.isPresent() ? where + ":" + line.getAsInt() : where;
  }
}
