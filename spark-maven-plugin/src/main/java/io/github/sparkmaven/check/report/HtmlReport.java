/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.check.report;

import io.github.sparkmaven.check.Catalogue;
import io.github.sparkmaven.check.CheckResult;
import io.github.sparkmaven.check.Finding;
import io.github.sparkmaven.check.Judged;
import io.github.sparkmaven.check.Rule;
import io.github.sparkmaven.check.Severity;
import io.github.sparkmaven.check.Subject;
import io.github.sparkmaven.html.Markup;
import io.github.sparkmaven.html.Page;
import io.github.sparkmaven.html.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes a result as one page that needs neither a network nor a script. */
public final class HtmlReport {
  private static final Table FINDINGS = new Table(List.of("Where", "What", "Better"));
  private static final Table RULES = new Table(List.of("Rule", "Severity", "Finds", "Prevents"));

  private final Subject subject;
  private final SourcePlaces places;

  /** Takes what was judged. */
  public HtmlReport(Subject subject) {
    this.subject = subject;
    this.places = new SourcePlaces(subject);
  }

  /** Returns the page; it is well-formed XML too. */
  public String text(CheckResult result) {
    Markup page =
        new Page(HtmlReport.class)
            .begin("spark:check", "check.css", Page.Scripts.NONE)
            .open("body");
    heading(result, page);
    page.open("main");
    for (Severity severity : Severity.values()) {
      section(severity, result.open(), page);
    }
    suppressed(result, page);
    rules(page);
    return Page.end(page.close().close());
  }

  private void heading(CheckResult result, Markup page) {
    page.open("header")
        .element("p", "spark:check", "class", "kicker")
        .element("h1", result.jars().isEmpty() ? "The module" : String.join(", ", result.jars()))
        .element("p", result.counts(), "class", "verdict")
        .open("dl", "class", "facts");
    fact("Spark", subject.platform().spark().toString(), page);
    fact("JDK", String.valueOf(subject.platform().java()), page);
    fact("Classes", String.valueOf(result.classes()), page);
    page.close().close();
  }

  private static void fact(String name, String value, Markup page) {
    page.open("div").element("dt", name).element("dd", value).close();
  }

  private void section(Severity severity, List<Judged> open, Markup page) {
    List<Judged> found = open.stream().filter(judged -> judged.severity() == severity).toList();
    if (found.isEmpty()) {
      return;
    }
    page.open("section", "class", severity.label());
    page.element("h2", title(severity) + " (" + found.size() + ")");
    byRule(found, page);
    page.close();
  }

  private void suppressed(CheckResult result, Markup page) {
    List<Judged> found = result.findings().stream().filter(Judged::suppressed).toList();
    if (!found.isEmpty()) {
      page.open("section").element("h2", "Suppressed (" + found.size() + ")");
      byRule(found, page);
      page.close();
    }
  }

  private void byRule(List<Judged> found, Markup page) {
    Map<Rule, List<Finding>> findings =
        found.stream()
            .map(Judged::finding)
            .collect(Collectors.groupingBy(Finding::rule, LinkedHashMap::new, Collectors.toList()));
    findings.forEach(
        (rule, ofRule) -> {
          page.open("h3")
              .element("a", rule.id(), "href", Catalogue.page(rule), "id", rule.id())
              .close();
          page.element("p", rule.title() + ". " + rule.prevents());
          FINDINGS.open(page);
          ofRule.forEach(finding -> row(finding, page));
          FINDINGS.close(page);
        });
  }

  private void row(Finding finding, Markup page) {
    page.open("tr");
    FINDINGS.cell(page, 0, "place").element("code", finding.place().toString());
    String file = places.file(finding.place());
    if (!finding.place().toString().startsWith(file)) {
      page.empty("br").element("code", file, "class", "file");
    }
    page.close();
    FINDINGS.text(page, 1, "what", finding.what());
    FINDINGS.text(page, 2, "fix", finding.fix());
    page.close();
  }

  private static void rules(Markup page) {
    page.open("section").element("h2", "What is looked for");
    RULES.open(page);
    for (Rule rule : Catalogue.rules()) {
      page.open("tr");
      RULES.cell(page, 0, "rule").element("a", rule.id(), "href", Catalogue.page(rule)).close();
      RULES.text(page, 1, "severity", rule.severity().label());
      RULES.text(page, 2, "title", rule.title());
      RULES.text(page, 3, "prevents", rule.prevents());
      page.close();
    }
    RULES.close(page);
    page.close();
  }

  private static String title(Severity severity) {
    return switch (severity) {
      case ERROR -> "Errors";
      case WARNING -> "Warnings";
      case NOTE -> "Notes";
    };
  }
}
