/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.explain;

import io.github.sparkmaven.conf.Redaction;
import io.github.sparkmaven.conf.Setting;
import io.github.sparkmaven.conf.registry.KeyDetails;
import io.github.sparkmaven.conf.registry.KnownKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The effective configuration of a subject: the layers, the program above and Spark below them. */
final class Effective {
  static final String AT_RUN_TIME = "(worked out as Spark runs)";

  private final Subject subject;
  private final KnownKeys keys;
  private final Redaction redaction;
  private final Documentation documentation;

  Effective(Subject subject, KnownKeys keys) {
    this.subject = subject;
    this.keys = keys;
    this.redaction = Redaction.of(subject.conf());
    this.documentation = new Documentation(subject.spark(), keys);
  }

  /** Returns every key that a layer or the program sets, in the order of the keys. */
  List<ExplainedKey> all() {
    return keysThatAreSet().stream().map(this::explain).toList();
  }

  /** Returns what is to be said of a key, whether anybody sets it or not. */
  ExplainedKey explain(String key) {
    ProgramClaims program = program(key);
    List<Claim> claims = new ArrayList<>(program.effective());
    layers(key).forEach(setting -> claims.add(claim(setting)));
    keys.details(key).flatMap(this::ofSpark).ifPresent(claims::add);
    return new ExplainedKey(key, claims, program.ineffective(), documentation.link(key));
  }

  /**
   * Returns the values that Spark will read, secrets included: only for comparisons. A key whose
   * value the code does not tell is not among them.
   */
  Map<String, String> values() {
    Map<String, String> values = new TreeMap<>();
    subject.conf().effective().forEach(setting -> values.put(setting.key(), setting.value()));
    for (String key : keysThatAreSet()) {
      ProgramClaims program = program(key);
      if (!program.heeded().isEmpty()) {
        program.value().ifPresentOrElse(value -> values.put(key, value), () -> values.remove(key));
      }
    }
    return values;
  }

  Redaction redaction() {
    return redaction;
  }

  ProgramClaims program(String key) {
    return new ProgramClaims(key, subject.program(), keys, redaction);
  }

  Set<String> keysThatAreSet() {
    Set<String> set = new TreeSet<>();
    subject.conf().effective().forEach(setting -> set.add(setting.key()));
    subject.program().forEach(setting -> setting.key().ifPresent(set::add));
    return set;
  }

  private List<Setting> layers(String key) {
    return subject.conf().layers().values().stream()
        .flatMap(settings -> Optional.ofNullable(settings.get(key)).stream())
        .toList();
  }

  private Claim claim(Setting setting) {
    return new Claim(
        setting.layer().label(),
        redaction.hides(setting) ? Redaction.REPLACEMENT : setting.value(),
        setting.reason(),
        setting.source());
  }

  private Optional<Claim> ofSpark(KeyDetails details) {
    if (details.fallback().isPresent()) {
      String other = details.fallback().get();
      return Optional.of(
          new Claim(
              Claim.SPARK,
              "as " + other,
              "Spark takes the value of " + other + " where it is not set",
              ""));
    }
    return details.hasDefault()
        ? Optional.of(
            new Claim(
                Claim.SPARK, details.defaultValue().orElse(AT_RUN_TIME), "Spark's own default", ""))
        : Optional.empty();
  }
}
