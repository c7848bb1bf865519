/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.bundle;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What stands on the script's command line.
 *
 * @param values the value of each option that has one, {@code --conf} apart
 * @param conf the settings of {@code --conf}
 * @param dryRun whether nothing is to be submitted
 * @param help whether only help is wanted
 * @param order what is to be done with earlier submissions, in place of a new one
 * @param arguments the job's, where they replace the bundled ones
 */
record Options(
    Map<String, String> values,
    Map<String, String> conf,
    boolean dryRun,
    boolean help,
    Optional<Order> order,
    Optional<List<String>> arguments) {
  static final String HELP =
      """
      Submits the job of this bundle, follows it to its end, and gives its verdict.

        bin/submit [OPTIONS] [-- ARGUMENTS OF THE JOB]

        --master URL             another master of the same manager
        --properties-file FILE   settings that override the bundle's; the place for secrets
        --conf KEY=VALUE         a setting that overrides both; may be repeated
        --repository WHERE       folder or URL of a Maven repository that has the jars of home.list
        --timeout DURATION       ends the job when its time is up, as in 90s or 2h
        --wait-for STATE         accepted, running or end
        --on-running WHAT        fail, reattach or replace, when an earlier submission is alive
        --dry-run                shows what would be submitted
        --status [ID]            shows what was submitted before, and how it stands
        --kill [ID]              ends the one that is alive, the named one, or all
        --help                   shows this

      Exit codes: 0 the job succeeded, 1 it failed, 2 the input is at fault, 3 the machine or the network is.
      Environment: JAVA_HOME, SPARK_HOME, SPARK_CONF_DIR, HADOOP_CONF_DIR, YARN_CONF_DIR, and
      SPARK_MAVEN_STATE, the folder that submissions are noted in (by default submissions in the bundle).
      """;

  /**
   * Reads a command line.
   *
   * @throws io.github.sparkmaven.problem.InputException with all that cannot be read
   */
  static Options read(List<String> words) {
    int end = words.indexOf("--");
    return new OptionsReader(end < 0 ? words : words.subList(0, end))
        .read(end < 0 ? Optional.empty() : Optional.of(words.subList(end + 1, words.size())));
  }

  Optional<String> value(String option) {
    return Optional.ofNullable(values.get(option));
  }
}
