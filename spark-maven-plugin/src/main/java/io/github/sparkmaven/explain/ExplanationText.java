/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** An explanation as lines for a console: a block a key, no line wider than {@link #WIDTH}. */
public final class ExplanationText {
  private static final int WIDTH = 120;
  private static final int KEY = 44;
  private static final int VALUE = 24;
  private static final int LABEL = 14;
  private static final int WIDEST_VALUE = 60;

  private final List<String> lines = new ArrayList<>();

  private ExplanationText() {}

  /** Returns the lines. */
  public static List<String> lines(Explanation explanation) {
    ExplanationText text = new ExplanationText();
    text.all(explanation);
    return text.lines;
  }

  private void all(Explanation explanation) {
    String title =
        "Spark "
            + explanation.spark()
            + ", environment "
            + explanation.environment()
            + explanation.job().map(name -> ", job " + name).orElse("");
    if (explanation.comparison().isPresent()) {
      new ComparisonText(this).add(title, explanation.comparison().get());
    } else if (explanation.asked().isPresent()) {
      lines.add(title);
      explanation.keys().forEach(key -> history(key, explanation.asked().get()));
    } else {
      lines.add(title + ": " + explanation.keys().size() + " keys" + counts(explanation));
      lines.add(columns("key", "value", "layer"));
      explanation.keys().forEach(this::block);
    }
  }

  private static String counts(Explanation explanation) {
    TreeMap<String, Integer> counts = new TreeMap<>();
    explanation.keys().stream()
        .flatMap(key -> key.effective().stream())
        .forEach(claim -> counts.merge(claim.layer(), 1, Integer::sum));
    List<String> parts = new ArrayList<>();
    counts.forEach((layer, count) -> parts.add(count + " " + layer));
    return parts.isEmpty() ? "" : " (" + String.join(", ", parts) + ")";
  }

  private void block(ExplainedKey key) {
    Optional<Claim> effective = key.effective();
    row(key.key(), effective);
    if (!key.overridden().isEmpty()) {
      labelled(
          "overrides", String.join(", ", key.overridden().stream().map(Claim::brief).toList()));
    }
    key.ineffective().forEach(claim -> labelled("in vain", claim.brief() + ", " + claim.reason()));
    effective.map(Claim::reason).ifPresent(reason -> labelled("why", reason));
    effective
        .map(Claim::source)
        .filter(source -> !isSameSection(source, key.link()))
        .ifPresent(source -> labelled("source", source));
    labelled("docs", key.link());
  }

  // Of another version, or of the latest.
  private static boolean isSameSection(String source, String link) {
    return !link.isEmpty() && source.endsWith(link.substring(link.lastIndexOf('/')));
  }

  private void row(String key, Optional<Claim> effective) {
    String value = effective.map(Claim::value).orElse("(none)");
    boolean isWide = value.length() > WIDEST_VALUE;
    lines.add(columns(key, isWide ? "(below)" : value, effective.map(Claim::layer).orElse("")));
    labelled("value", isWide ? value : "");
  }

  private void history(ExplainedKey key, KeyFacts facts) {
    if (key.claims().isEmpty()) {
      lines.add(key.key() + ": no setting and no default");
    } else {
      row(key.key(), key.effective());
    }
    key.claims()
        .forEach(
            claim -> {
              labelled(
                  claim.layer(),
                  (claim.value().isEmpty() ? "(empty)" : claim.value()) + "; " + claim.reason());
              labelled("", isSameSection(claim.source(), key.link()) ? "" : claim.source());
            });
    key.ineffective().forEach(claim -> labelled("in vain", claim.brief() + ", " + claim.reason()));
    labelled("Spark says", facts.documentation());
    labelled("since", facts.since());
    labelled("older names", String.join(", ", facts.olderNames()));
    labelled(
        "newer name", facts.newerName().map(name -> name + ", which Spark reads first").orElse(""));
    labelled("retired", facts.retired());
    labelled("internal", facts.internal() ? "Spark keeps it out of its documentation" : "");
    labelled("docs", key.link());
  }

  /** Adds a text behind a label, in as many lines as it takes; nothing for an empty one. */
  void labelled(String label, String text) {
    if (text.isBlank()) {
      return;
    }
    wrapped(" ".repeat(4) + padded(label, LABEL), text);
  }

  /** Adds a text in as many lines as it takes. */
  void paragraph(String text) {
    wrapped("", text);
  }

  private void wrapped(String head, String text) {
    StringBuilder line = new StringBuilder(head);
    for (String word : text.strip().split("\\s+", -1)) {
      if (line.length() + 1 + word.length() > WIDTH && line.length() > head.length()) {
        lines.add(line.toString());
        line = new StringBuilder(" ".repeat(head.length()));
      }
      line.append(line.length() == head.length() ? "" : " ").append(word);
    }
    lines.add(line.toString());
  }

  void add(String line) {
    lines.add(line);
  }

  /** Returns three columns; a text that is too long for its own pushes the others. */
  static String columns(String key, String value, String layer) {
    return (padded(key, KEY)
            + " "
            + padded(value.isEmpty() ? "(empty)" : value, VALUE)
            + " "
            + layer)
        .stripTrailing();
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }
}
