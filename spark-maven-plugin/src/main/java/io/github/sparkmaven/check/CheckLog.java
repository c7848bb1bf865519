/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The lines that the log shows of a result. */
public final class CheckLog {
  private CheckLog() {}

  /**
   * A line.
   *
   * @param severity which level it has
   */
  public record Line(Severity severity, String text) {}

  /** Returns a line for each open finding, with the page of its rule at the first one. */
  public static List<Line> findings(CheckResult result) {
    List<Line> lines = new ArrayList<>();
    Set<Rule> told = new HashSet<>();
    for (Judged judged : result.open()) {
      Rule rule = judged.finding().rule();
      String page = told.add(rule) ? ". See " + Catalogue.page(rule) : "";
      lines.add(new Line(judged.severity(), text(judged.finding()) + page));
    }
    return lines;
  }

  /**
   * Returns what else is to be said: suppressions that suppress nothing, then the sum.
   *
   * @param took how long the goal took
   */
  public static List<String> end(CheckResult result, Duration took) {
    List<String> lines = new ArrayList<>();
    result.idle().forEach(idle -> lines.add(idle + " suppresses nothing. Remove it"));
    lines.add(
        String.format(
            Locale.ROOT, "%s, judged in %.1f s", result.summary(), took.toMillis() / 1000.0));
    lines.add("Written: " + result.sarif() + " and " + result.html());
    return lines;
  }

  /** Returns why the build fails. */
  public static String failure(CheckResult result, Judged first) {
    return "spark:check found "
        + result.counts()
        + ". The first: "
        + text(first.finding())
        + ". All of them are in "
        + result.html();
  }

  private static String text(Finding finding) {
    return finding.rule().id()
        + " "
        + finding.place()
        + ": "
        + finding.what()
        + ". "
        + finding.fix();
  }
}
