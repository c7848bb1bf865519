/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.check;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Findings of one rule that the project knows and accepts.
 *
 * @param ruleId the rule
 * @param pattern a class, a file, or an entry of a jar, where {@code *} stands for any text
 */
public record Suppression(String ruleId, String pattern) {
  private static final String ENTRY = "!/";

  /** Says whether a finding is one of them. */
  boolean covers(Finding finding) {
    if (!finding.rule().id().equals(ruleId)) {
      return false;
    }
    Pattern glob = glob(pattern);
    return names(finding.place()).anyMatch(name -> glob.matcher(name).matches());
  }

  /** Whoever suppresses a package of a jar may write it as Java does. */
  private static Stream<String> names(Place place) {
    String file = place.file();
    int entry = file.indexOf(ENTRY);
    Stream<String> ofEntry = Stream.empty();
    if (entry >= 0) {
      String name = file.substring(entry + ENTRY.length());
      ofEntry = Stream.of(name, name.replace('/', '.'), file.substring(0, entry));
    }
    Stream<String> ofFile = Stream.of(file, file.substring(file.lastIndexOf('/') + 1));
    return Stream.of(place.className().stream(), ofFile, ofEntry).flatMap(names -> names);
  }

  private static Pattern glob(String text) {
    return Pattern.compile(
        Stream.of(text.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")),
        Pattern.DOTALL);
  }

  /** Returns it as the POM has it. */
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "check/suppress/%s '%s'", ruleId, pattern);
  }
}
