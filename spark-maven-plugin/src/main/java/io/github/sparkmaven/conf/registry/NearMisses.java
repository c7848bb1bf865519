/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.conf.registry;

import io.github.sparkmaven.conf.registry.KeyEntry.Origin;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Finds the key that was meant by one that no Spark knows.
 *
 * <p>A job has keys of its own, so a guess has to be sure: the same letters (in another case, with
 * other dots, or with the parts in another order), one letter, or two letters in a long part.
 */
final class NearMisses {
  private static final int PREFIX_OF_ALL = "spark.".length();
  private static final Comparator<KeyEntry> SURER =
      Comparator.comparing((KeyEntry entry) -> entry.origin() != Origin.DEFINED)
          .thenComparing(KeyEntry::key);

  private final KeyRegistry registry;
  private final Map<String, KeyEntry> byLetters = new HashMap<>();
  private final Map<String, KeyEntry> byParts = new HashMap<>();
  // Empty where the part that is missing could be one of several.
  private final Map<String, Optional<KeyEntry>> byGap = new HashMap<>();
  private final Map<Integer, List<Candidate>> byLength = new HashMap<>();

  NearMisses(KeyRegistry registry) {
    this.registry = registry;
    registry.keys().values().stream()
        .sorted(SURER)
        .forEach(
            entry -> {
              byLetters.putIfAbsent(letters(entry.key()), entry);
              byParts.putIfAbsent(parts(entry.key()), entry);
              gaps(entry.key()).forEach(gap -> addGap(gap, entry));
              byLength
                  .computeIfAbsent(entry.key().length(), length -> new ArrayList<>())
                  .add(new Candidate(entry, Slip.signature(entry.key())));
            });
  }

  /** Returns the key that was meant, if one is near enough. */
  Optional<String> find(String key) {
    return Optional.ofNullable(byLetters.get(letters(key)))
        .or(() -> Optional.ofNullable(byParts.get(parts(key))))
        .or(() -> nearest(key))
        .or(() -> byGap.getOrDefault(key, Optional.empty()))
        .map(KeyEntry::key)
        .or(() -> belowPrefix(key));
  }

  private void addGap(String gap, KeyEntry entry) {
    if (entry.origin() == Origin.DEFINED) {
      byGap.merge(gap, Optional.of(entry), (one, other) -> Optional.empty());
    }
  }

  /** Returns a key with each of its inner parts left out; a key of three parts says too little. */
  private static List<String> gaps(String key) {
    List<String> gaps = new ArrayList<>();
    int start = key.indexOf('.');
    int end = key.indexOf('.', start + 1);
    while (end >= 0) {
      String gap = key.substring(0, start) + key.substring(end);
      if (gap.indexOf('.') != gap.lastIndexOf('.')) {
        gaps.add(gap);
      }
      start = end;
      end = key.indexOf('.', start + 1);
    }
    return gaps;
  }

  private Optional<KeyEntry> nearest(String key) {
    long signature = Slip.signature(key);
    Comparator<Candidate> best =
        Comparator.comparing((Candidate candidate) -> Slip.between(key, candidate.entry().key()))
            .thenComparing(Candidate::entry, SURER);
    int length = key.length();
    return IntStream.rangeClosed(length - Slip.MOST_LETTERS, length + Slip.MOST_LETTERS)
        .mapToObj(each -> byLength.getOrDefault(each, List.of()))
        .flatMap(List::stream)
        .filter(candidate -> !Slip.isRuledOut(signature, candidate.signature()))
        .filter(candidate -> Slip.between(key, candidate.entry().key()) != Slip.NONE)
        .min(best)
        .map(Candidate::entry);
  }

  /** The user's own words stand below a prefix, so only the prefix is compared. */
  private Optional<String> belowPrefix(String key) {
    for (int dot = key.indexOf('.', PREFIX_OF_ALL); dot >= 0; dot = key.indexOf('.', dot + 1)) {
      String head = key.substring(0, dot + 1);
      if (head.length() < key.length()) {
        Optional<String> meant = prefix(head);
        if (meant.isPresent()) {
          return Optional.of(meant.get() + key.substring(head.length()));
        }
      }
    }
    return Optional.empty();
  }

  private Optional<String> prefix(String head) {
    String letters = letters(head);
    return registry.prefixes().stream()
        .filter(prefix -> Math.abs(prefix.length() - head.length()) <= 1)
        .filter(prefix -> letters.equals(letters(prefix)) || Slip.between(head, prefix) == 1)
        .findFirst();
  }

  private static String letters(String key) {
    StringBuilder letters = new StringBuilder(key.length());
    for (int i = 0; i < key.length(); i++) {
      char c = key.charAt(i);
      if (c != '.' && c != '_' && c != '-') {
        letters.append(Character.toLowerCase(c));
      }
    }
    return letters.toString();
  }

  private static String parts(String key) {
    String[] parts = key.toLowerCase(Locale.ROOT).split("\\.", -1);
    Arrays.sort(parts);
    return String.join(".", parts);
  }

  private record Candidate(KeyEntry entry, long signature) {}
}
