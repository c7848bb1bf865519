/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.explain;

import io.github.sparkmaven.conf.Redaction;
import io.github.sparkmaven.conf.registry.KeyDetails;
import io.github.sparkmaven.conf.registry.KnownKeys;
import io.github.sparkmaven.program.ProgramSetting;
import io.github.sparkmaven.program.ProgramSetting.Moment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What the program sets for one key, and whether Spark listens. */
final class ProgramClaims {
  static final String UNKNOWN = "(cannot be known from the code)";

  private final String key;
  private final List<ProgramSetting> settings;
  private final KnownKeys keys;
  private final Redaction redaction;

  /**
   * Looks at a key.
   *
   * @param settings what the program sets, whatever the key
   */
  ProgramClaims(String key, List<ProgramSetting> settings, KnownKeys keys, Redaction redaction) {
    this.key = key;
    this.settings =
        settings.stream().filter(setting -> setting.key().equals(Optional.of(key))).toList();
    this.keys = keys;
    this.redaction = redaction;
  }

  /** Returns the settings that Spark heeds: those of the running session where there are any. */
  List<ProgramSetting> heeded() {
    List<ProgramSetting> running = heeded(Moment.RUNNING);
    return running.isEmpty() ? heeded(Moment.START) : running;
  }

  /** Returns the claims that win over every layer, the winning one first. */
  List<Claim> effective() {
    List<Claim> claims = new ArrayList<>();
    for (Moment moment : List.of(Moment.RUNNING, Moment.START)) {
      List<ProgramSetting> heeded = heeded(moment);
      if (!heeded.isEmpty()) {
        claims.add(claim(heeded));
      }
    }
    return claims;
  }

  /** Returns what Spark does not heed, each with why. */
  List<Claim> ineffective() {
    return settings.stream()
        .flatMap(
            setting ->
                refusal(setting).map(why -> claim(setting, place(setting) + ": " + why)).stream())
        .toList();
  }

  /** Returns the value that the program's winning settings come to, if the code tells it. */
  Optional<String> value() {
    Set<Optional<String>> values =
        heeded().stream()
            .map(setting -> setting.value().filter(value -> setting.always()))
            .collect(Collectors.toSet());
    return values.size() == 1 ? values.iterator().next() : Optional.empty();
  }

  private List<ProgramSetting> heeded(Moment moment) {
    return settings.stream()
        .filter(setting -> setting.moment() == moment && refusal(setting).isEmpty())
        .toList();
  }

  private Optional<String> refusal(ProgramSetting setting) {
    return switch (setting.moment()) {
      case START ->
          LateKeys.contains(key)
              ? Optional.of(
                  "too late, for spark-submit reads this key before the program's first line runs")
              : Optional.empty();
      case RUNNING -> refusalInSession();
    };
  }

  // RuntimeConfig.requireNonStaticConf, in 3.3 to 4.1: it throws for a static key of SQL and for
  // one that another part of Spark has an entry for, if that part is loaded; what has no entry it
  // takes without a word.
  private Optional<String> refusalInSession() {
    Optional<KeyDetails> details = keys.details(key);
    if (key.equals("spark.default.parallelism")
        || (details.isEmpty() && keys.registry().find(key).isPresent())) {
      return Optional.of("without effect, for Spark reads this key as the context starts");
    }
    return details.flatMap(
        entry ->
            switch (entry.kind()) {
              case SQL_RUNTIME -> Optional.empty();
              case SQL_STATIC ->
                  Optional.of("Spark throws there, for this is a static key of Spark SQL");
              case CORE ->
                  Optional.of(
                      "Spark throws there, or takes no notice, for this is no key of Spark SQL");
            });
  }

  private Claim claim(List<ProgramSetting> heeded) {
    if (heeded.size() == 1) {
      return claim(heeded.get(0), place(heeded.get(0)));
    }
    Set<String> shown = new TreeSet<>();
    heeded.forEach(setting -> shown.add(shown(setting)));
    String places =
        heeded.stream()
            .map(
                setting ->
                    shown.size() == 1 ? place(setting) : shown(setting) + " at " + place(setting))
            .collect(Collectors.joining(", "));
    String which = shown.size() == 1 ? "" : "; the last of them to run wins";
    return new Claim(
        Claim.PROGRAM,
        String.join(" or ", shown),
        "set in " + heeded.size() + " places" + which + ": " + places,
        "");
  }

  private Claim claim(ProgramSetting setting, String reason) {
    return new Claim(Claim.PROGRAM, shown(setting), reason, "");
  }

  private String shown(ProgramSetting setting) {
    return setting
        .value()
        .map(value -> redaction.hides(key, value) ? Redaction.REPLACEMENT : value)
        .orElse(UNKNOWN);
  }

  private static String place(ProgramSetting setting) {
    return setting.place()
        + " ("
        + setting.call()
        + (setting.always() ? "" : ", in some runs")
        + ")";
  }
}
