/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.explain;

import io.github.sparkmaven.conf.Layer;
import io.github.sparkmaven.conf.LayeredConf;
import io.github.sparkmaven.conf.Setting;
import io.github.sparkmaven.conf.SparkVersion;
import io.github.sparkmaven.conf.registry.KeyDetails;
import io.github.sparkmaven.conf.registry.KeyEntry;
import io.github.sparkmaven.conf.registry.KeyEntry.Origin;
import io.github.sparkmaven.conf.registry.KeyRegistry;
import io.github.sparkmaven.conf.registry.KnownKeys;
import io.github.sparkmaven.conf.registry.RetiredKey;
import io.github.sparkmaven.conf.registry.ValueType;
import io.github.sparkmaven.program.ProgramSetting;
import io.github.sparkmaven.program.ProgramSetting.Moment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A job's configuration in the tests of this package.
 *
 * @param conf its layers
 * @param program what its program sets
 */
record Scene(LayeredConf conf, List<ProgramSetting> program) {
  static final String MEMORY = "spark.executor.memory";
  static final String PARTITIONS = "spark.sql.shuffle.partitions";

  /** Returns a job that sets nothing. */
  static Scene empty() {
    return new Scene(LayeredConf.empty(), List.of());
  }

  Scene with(Layer layer, String key, String value, String reason) {
    return new Scene(conf.with(List.of(new Setting(key, value, layer, reason, ""))), program);
  }

  Scene with(Layer layer, String key, String value) {
    return with(layer, key, value, "of the " + layer.label());
  }

  /** Returns the scene with a setting that the program makes before the context starts. */
  Scene program(String key, Optional<String> value, int line) {
    return program(Optional.of(key), value, Moment.START, line, "SparkConf.set");
  }

  /** Returns the scene with a setting that the program makes in the running session. */
  Scene session(String key, String value, int line) {
    return program(Optional.of(key), Optional.of(value), Moment.RUNNING, line, "spark.conf.set");
  }

  Scene program(
      Optional<String> key, Optional<String> value, Moment moment, int line, String call) {
    List<ProgramSetting> more = new ArrayList<>(program);
    more.add(
        new ProgramSetting(key, value, moment, true, "com.acme.Job", OptionalInt.of(line), call));
    return new Scene(conf, more);
  }

  Subject subject() {
    return new Subject(new SparkVersion("3.5.5", "2.12"), "prod", Optional.empty(), conf, program);
  }

  ExplainRequest request() {
    return new ExplainRequest(subject(), keys(), List.of(), Optional.empty(), Optional.empty());
  }

  ExplainRequest request(String key) {
    return new ExplainRequest(
        subject(), keys(), List.of("of the plan"), Optional.of(key), Optional.empty());
  }

  ExplainRequest against(OtherConf other) {
    return new ExplainRequest(subject(), keys(), List.of(), Optional.empty(), Optional.of(other));
  }

  Explanation explain() {
    return Explain.run(List.of(request())).get(0);
  }

  ExplainedKey explain(String key) {
    return Explain.run(List.of(request(key))).get(0).keys().get(0);
  }

  List<String> lines() {
    return ExplanationText.lines(explain());
  }

  /** Returns a few of Spark's keys. */
  static KnownKeys keys() {
    Map<String, KeyEntry> entries = new HashMap<>();
    Map<String, KeyDetails> details = new HashMap<>();
    for (KeyDetails known : details()) {
      details.put(known.key(), known);
      entries.put(known.key(), entry(known.key(), Origin.DEFINED));
    }
    entries.put("spark.kerberos.old", entry("spark.kerberos.old", Origin.ALTERNATIVE));
    entries.put(
        "spark.stage.maxConsecutiveAttempts",
        entry("spark.stage.maxConsecutiveAttempts", Origin.MENTIONED));
    return new KnownKeys(
        new KeyRegistry(
            entries,
            Set.of("spark.hadoop."),
            Map.of(
                "spark.old.key",
                new RetiredKey("spark.old.key", "3.0", "Use another.", Optional.empty()))),
        details);
  }

  private static List<KeyDetails> details() {
    return List.of(
        details(MEMORY, KeyDetails.Kind.CORE, Optional.of("1g")),
        details("spark.driver.memory", KeyDetails.Kind.CORE, Optional.of("1g")),
        details("spark.network.timeout", KeyDetails.Kind.CORE, Optional.of("120s")),
        details(PARTITIONS, KeyDetails.Kind.SQL_RUNTIME, Optional.of("200")),
        details("spark.sql.warehouse.dir", KeyDetails.Kind.SQL_STATIC, Optional.empty()),
        new KeyDetails(
            "spark.kerberos.keytab",
            KeyDetails.Kind.CORE,
            false,
            Optional.empty(),
            Optional.empty(),
            "Location of the\n keytab.",
            "3.0.0",
            false,
            List.of("spark.kerberos.old")),
        new KeyDetails(
            "spark.rpc.askTimeout",
            KeyDetails.Kind.CORE,
            false,
            Optional.empty(),
            Optional.of("spark.network.timeout"),
            "",
            "1.4.0",
            true,
            List.of()));
  }

  private static KeyDetails details(
      String key, KeyDetails.Kind kind, Optional<String> defaultValue) {
    return new KeyDetails(
        key,
        kind,
        true,
        defaultValue,
        Optional.empty(),
        "What " + key + " is.",
        "1.0.0",
        false,
        List.of());
  }

  private static KeyEntry entry(String key, Origin origin) {
    boolean size = key.endsWith(".memory");
    boolean time = key.endsWith("imeout");
    return new KeyEntry(
        key,
        origin,
        size ? ValueType.BYTES : time ? ValueType.TIME : ValueType.STRING,
        size ? "MiB" : time ? "SECONDS" : "",
        false,
        List.of(),
        false);
  }
}
