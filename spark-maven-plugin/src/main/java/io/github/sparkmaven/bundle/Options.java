/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.bundle;

import io.github.sparkmaven.problem.Problems;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What stands on the script's command line.
 *
 * @param values the value of each option that has one, {@code --conf} apart
 * @param conf the settings of {@code --conf}
 * @param dryRun whether nothing is to be submitted
 * @param help whether only help is wanted
 * @param arguments the job's, where they replace the bundled ones
 */
record Options(
    Map<String, String> values,
    Map<String, String> conf,
    boolean dryRun,
    boolean help,
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
        --help                   shows this

      Exit codes: 0 the job succeeded, 1 it failed, 2 the input is at fault, 3 the machine or the network is.
      Environment: JAVA_HOME, SPARK_HOME, SPARK_CONF_DIR, HADOOP_CONF_DIR, YARN_CONF_DIR, and
      SPARK_MAVEN_STATE, the folder that submissions are noted in (by default submissions in the bundle).
      """;

  private static final List<String> WITH_VALUE =
      List.of(
          "--master",
          "--properties-file",
          "--conf",
          "--repository",
          "--timeout",
          "--wait-for",
          "--on-running");

  /**
   * Reads a command line.
   *
   * @throws io.github.sparkmaven.problem.InputException with all that cannot be read
   */
  static Options read(List<String> words) {
    int end = words.indexOf("--");
    List<String> own = end < 0 ? words : words.subList(0, end);
    Optional<List<String>> arguments =
        end < 0 ? Optional.empty() : Optional.of(words.subList(end + 1, words.size()));
    Problems problems = new Problems();
    Map<String, String> values = new TreeMap<>();
    Map<String, String> conf = new TreeMap<>();
    for (int i = 0; i < own.size(); i++) {
      String word = own.get(i);
      int equals = word.indexOf('=');
      String option = equals < 0 ? word : word.substring(0, equals);
      if (WITH_VALUE.contains(option)) {
        boolean there = equals >= 0 || i + 1 < own.size();
        problems.require(there, option, "has no value", "Give one; bin/submit --help tells which");
        String value = equals >= 0 ? word.substring(equals + 1) : there ? own.get(++i) : "";
        take(option, value, there, values, conf, problems);
      } else if (!List.of("--dry-run", "--help", "-h").contains(word)) {
        problems.add(
            word,
            "is no option",
            "bin/submit --help tells them; arguments of the job stand behind --");
      }
    }
    problems.throwIfAny();
    boolean help = own.contains("--help") || own.contains("-h");
    return new Options(values, conf, own.contains("--dry-run"), help, arguments);
  }

  private static void take(
      String option,
      String value,
      boolean there,
      Map<String, String> values,
      Map<String, String> conf,
      Problems problems) {
    if (!option.equals("--conf")) {
      problems.require(
          !there || !value.isBlank(), option, "is empty", "Give it a value, or leave it out");
      values.put(option, value);
      return;
    }
    int equals = value.indexOf('=');
    problems.require(
        !there || (equals > 0 && value.startsWith("spark.")),
        "--conf",
        "'" + value + "' is no Spark setting",
        "Give one as in --conf spark.executor.memory=4g");
    if (equals > 0) {
      conf.put(value.substring(0, equals).trim(), value.substring(equals + 1).trim());
    }
  }

  Optional<String> value(String option) {
    return Optional.ofNullable(values.get(option));
  }
}
