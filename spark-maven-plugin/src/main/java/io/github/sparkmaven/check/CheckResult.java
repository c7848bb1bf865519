/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.check;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What was found.
 *
 * @param findings all of it, the gravest first, those that are suppressed included
 * @param idle suppressions that suppress nothing
 * @param classes how many classes the jars hold that were looked at
 * @param jars these jars, as reports name them
 * @param firstFailing the gravest finding that fails the build
 * @param sarif the report for machines
 * @param html the report for people
 */
public record CheckResult(
    List<Judged> findings,
    List<Suppression> idle,
    int classes,
    List<String> jars,
    Optional<Judged> firstFailing,
    Path sarif,
    Path html) {

  /** Copies the lists. */
  public CheckResult {
    findings = List.copyOf(findings);
    idle = List.copyOf(idle);
    jars = List.copyOf(jars);
  }

  /** Returns the findings that are not suppressed. */
  public List<Judged> open() {
    return findings.stream().filter(judged -> !judged.suppressed()).toList();
  }

  /** Returns how many findings of each severity there are, and how many are suppressed. */
  public String counts() {
    long suppressed = findings.stream().filter(Judged::suppressed).count();
    return String.join(", ", Stream.of(Severity.values()).map(this::count).toList())
        + String.format(Locale.ROOT, " (%d suppressed)", suppressed);
  }

  /** Returns what all of it comes to, as the log's last line has it. */
  public String summary() {
    String where = jars.isEmpty() ? "" : " of " + String.join(", ", jars);
    return counts()
        + String.format(Locale.ROOT, " in %d %s", classes, classes == 1 ? "class" : "classes")
        + where;
  }

  private String count(Severity severity) {
    long count = open().stream().filter(judged -> judged.severity() == severity).count();
    return count + " " + severity.label() + (count == 1 ? "" : "s");
  }
}
