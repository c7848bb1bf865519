/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.conf.registry;

import io.github.sparkmaven.conf.Setting;
import io.github.sparkmaven.problem.Problems;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Holds settings against the registry of the Spark that will read them: Spark itself ignores a key
 * that it does not know, and refuses a value only once the job has started.
 *
 * <p>A key that is nearly one of Spark's, a value that Spark will refuse, and a key that Spark has
 * removed are errors. A key that nothing is known of is the job's own or a library's: it passes,
 * and is listed.
 */
public final class KeyCheck {
  private static final String PREFIX = "spark.";
  private static final String DROPPED = "Spark drops a key without 'spark.' before it";
  // Spark copies spark.hadoop.* to the Hadoop configuration without that prefix
  // (SparkHadoopUtil.appendSparkHadoopConfigs).
  private static final Set<String> HADOOP =
      Set.of(
          "avro",
          "dfs",
          "fs",
          "hadoop",
          "hive",
          "io",
          "ipc",
          "mapred",
          "mapreduce",
          "orc",
          "parquet",
          "yarn");

  private final KeyRegistry registry;
  private final AllowedKeys allowed;
  private @Nullable NearMisses nearMisses;

  /**
   * Makes a check.
   *
   * @param registry the keys of the Spark that will read the settings
   * @param allowedKeys keys that pass unseen, or beginnings of keys with {@code *} at their end
   */
  public KeyCheck(KeyRegistry registry, Set<String> allowedKeys) {
    this.registry = registry;
    this.allowed = new AllowedKeys(allowedKeys);
  }

  /**
   * Checks settings; what is wrong goes to {@code problems}.
   *
   * @param settings what is to be checked, of whatever layers
   * @param where returns where the user finds a setting: {@code conf/spark.executor.memory}
   * @param problems takes what is wrong
   * @return what else is to be said
   */
  public KeyFindings check(
      Collection<Setting> settings, Function<Setting, String> where, Problems problems) {
    List<String> unverified = new ArrayList<>();
    List<String> warnings = new ArrayList<>();
    for (Setting setting : settings) {
      Sink sink = new Sink(where.apply(setting), problems, unverified, warnings);
      check(setting.key(), setting.value(), sink);
    }
    return new KeyFindings(unverified, warnings);
  }

  private void check(String key, String value, Sink sink) {
    RetiredKey retired = registry.retired().get(key);
    if (allowed.byUser(key)) {
      sink.unverified().add(key);
    } else if (!key.startsWith(PREFIX)) {
      checkOutsideOfSpark(key, sink);
    } else if (retired != null) {
      checkRetired(retired, value, sink);
      registry.find(key).ifPresent(entry -> checkValue(entry, value, sink));
    } else if (registry.find(key).isPresent()) {
      checkValue(registry.find(key).get(), value, sink);
    } else if (!registry.isBelowPrefix(key)) {
      checkUnknown(key, sink);
    }
  }

  private void checkUnknown(String key, Sink sink) {
    Optional<String> meant = AllowedKeys.byLibrary(key) ? Optional.empty() : nearMisses().find(key);
    if (meant.isPresent()) {
      sink.error(
          "Spark knows no key " + key + " and would ignore it",
          "Write " + meant.get() + ", or add " + key + " to allowedKeys if it is the job's own");
    } else {
      sink.unverified().add(key);
    }
  }

  private void checkOutsideOfSpark(String key, Sink sink) {
    Optional<String> meant = meantWithPrefix(key);
    if (meant.isPresent()) {
      sink.error(DROPPED, "Write " + meant.get());
      return;
    }
    int dot = key.indexOf('.');
    boolean isHadoop = dot > 0 && HADOOP.contains(key.substring(0, dot));
    sink.warn(
        DROPPED
            + "; write "
            + (isHadoop
                ? "spark.hadoop." + key + " for Hadoop's configuration"
                : PREFIX + key + " if the job is to see it"));
  }

  private Optional<String> meantWithPrefix(String key) {
    String prefixed = PREFIX + key;
    if (registry.find(prefixed).isPresent()) {
      return Optional.of(prefixed);
    }
    // Spark.executor.memory, spark_executor_memory
    return key.toLowerCase(Locale.ROOT).startsWith("spark")
        ? nearMisses().find(key)
        : Optional.empty();
  }

  // Most settings are known, and the index is what costs.
  private NearMisses nearMisses() {
    NearMisses made = nearMisses == null ? new NearMisses(registry) : nearMisses;
    nearMisses = made;
    return made;
  }

  private static void checkRetired(RetiredKey retired, String value, Sink sink) {
    String advice = retired.advice();
    if (retired.refusedUnless().isEmpty()) {
      sink.warn(("is deprecated since Spark " + retired.since() + ". " + advice).strip());
    } else if (retired.refusedUnless().get().equals(value)) {
      sink.warn(("was removed in Spark " + retired.since() + ". " + advice).strip());
    } else {
      // SQLConf.requireDefaultValueOfRemovedConf
      sink.error(
          "it was removed in Spark " + retired.since() + ", which refuses '" + value + "'",
          ("Remove it. " + advice).strip());
    }
  }

  private static void checkValue(KeyEntry entry, String value, Sink sink) {
    // Spark puts other settings, system properties and the environment in for ${…} before it reads
    // a value (ConfigReader.substitute).
    if (value.contains("${")) {
      return;
    }
    ValueForm.wanted(entry, value)
        .ifPresent(form -> sink.error("'" + value + "' is a value that Spark refuses", form));
    JvmOptionsForm.wanted(entry.key(), value)
        .ifPresent(form -> sink.error("'" + value + "' is a value that Spark forbids", form));
  }

  /** Takes what is said of one setting. */
  private record Sink(
      String where, Problems problems, List<String> unverified, List<String> warnings) {

    void error(String what, String fix) {
      problems.add(where, what, fix);
    }

    void warn(String what) {
      warnings.add(where + ": " + what);
    }
  }
}
