/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the pages of docs/checks to the rules, both ways. */
class CatalogueTest {
  private static final Path PAGES = Path.of("../docs/checks");

  @Test
  void hasAPageForEveryRuleAndNoOther() throws IOException {
    try (Stream<Path> pages = Files.list(PAGES)) {
      assertThat(pages.map(page -> page.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              Catalogue.rules().stream().map(rule -> rule.id() + ".md").toList());
    }
  }

  @Test
  void hasEachIdOnce() {
    assertThat(Catalogue.rules()).extracting(Rule::id).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void hasWhatAPageHasToSay(Rule rule) throws IOException {
    assertThat(Files.readString(PAGES.resolve(rule.id() + ".md")))
        .startsWith("# " + rule.id() + "\n")
        .contains("Severity: " + rule.severity().label() + ".")
        .contains("## Finds", "## Prevents", "## Better", "## Suppress")
        .contains("<" + rule.id() + ">");
  }

  @ParameterizedTest
  @MethodSource("rules")
  void isInTheTable(Rule rule) throws IOException {
    assertThat(Files.readString(Path.of("../docs/check.md")))
        .contains(
            "| ["
                + rule.id()
                + "](checks/"
                + rule.id()
                + ".md) | "
                + rule.severity().label()
                + " | "
                + rule.title()
                + " |");
  }

  static List<Rule> rules() {
    return Catalogue.rules();
  }
}
