/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.explain;

import io.github.sparkmaven.conf.Layer;
import io.github.sparkmaven.conf.LayeredConf;
import io.github.sparkmaven.conf.Redaction;
import io.github.sparkmaven.conf.registry.KeyDetails;
import io.github.sparkmaven.conf.registry.KeyEntry;
import io.github.sparkmaven.conf.registry.KnownKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Holds the explained configuration against another, key by key. */
final class Comparing {
  private final Effective here;
  private final OtherConf other;
  private final KnownKeys keys;
  private final Redaction redactionThere;
  private final List<Difference> differences = new ArrayList<>();
  private final List<String> secrets = new ArrayList<>();
  private int same;
  private int defaults;
  private int ofTheRun;

  Comparing(Effective here, OtherConf other, KnownKeys keys) {
    this.here = here;
    this.other = other;
    this.keys = keys;
    this.redactionThere =
        Redaction.of(LayeredConf.empty().with(Layer.SITE, other.settings(), other.name()));
  }

  /** Compares the keys that are asked for. */
  Comparison compare(Predicate<String> asked) {
    Map<String, String> values = here.values();
    Set<String> all = new TreeSet<>(here.keysThatAreSet());
    all.addAll(other.settings().keySet());
    for (String key : all) {
      if (asked.test(key)) {
        Optional<String> own = Optional.ofNullable(values.get(key));
        Optional<String> written = Optional.ofNullable(other.settings().get(key));
        Optional<String> theirs = given(key, written, own.isPresent());
        boolean isOfTheRun = written.isPresent() && theirs.isEmpty();
        ofTheRun += isOfTheRun ? 1 : 0;
        if (!isOfTheRun || !RunSettings.isOfEveryRun(key)) {
          compare(key, own, theirs);
        }
      }
    }
    return new Comparison(other.name(), differences, same, defaults, ofTheRun, secrets);
  }

  private Optional<String> given(String key, Optional<String> written, boolean isSetHere) {
    return other.ofApplication()
        ? written.flatMap(value -> RunSettings.given(key, value, isSetHere))
        : written;
  }

  private void compare(String key, Optional<String> own, Optional<String> theirs) {
    Optional<String> byDefault = keys.details(key).flatMap(KeyDetails::defaultValue);
    // What the code alone decides can be told from nothing: only the program sets it.
    boolean isUnknown = own.isEmpty() && here.keysThatAreSet().contains(key);
    if (theirs.equals(Optional.of(Redaction.REPLACEMENT))) {
      secrets.add(key);
    } else if (!isUnknown && isSame(key, own, theirs)) {
      same += own.isPresent() ? 1 : 0;
    } else if (!isUnknown && isSame(key, own.or(() -> byDefault), theirs.or(() -> byDefault))) {
      defaults++;
    } else {
      differences.add(
          new Difference(
              key,
              here.explain(key).effective().filter(claim -> !claim.layer().equals(Claim.SPARK)),
              theirs.map(value -> shown(key, value)),
              byDefault));
    }
  }

  private boolean isSame(String key, Optional<String> own, Optional<String> theirs) {
    return own.map(value -> comparable(key, value))
        .equals(theirs.map(value -> comparable(key, value)));
  }

  private String comparable(String key, String value) {
    Optional<KeyEntry> entry = keys.registry().find(key);
    return entry.map(known -> Measure.comparable(known, value)).orElse(value.strip());
  }

  private String shown(String key, String value) {
    return redactionThere.hides(key, value) || here.redaction().hides(key, value)
        ? Redaction.REPLACEMENT
        : value;
  }
}
