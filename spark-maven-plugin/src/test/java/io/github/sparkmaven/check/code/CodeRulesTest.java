/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.check.code;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sparkmaven.check.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CodeRulesTest {
  private static final Path CHECKER = Path.of("src/main/python/spark_maven_checker");

  @ParameterizedTest
  @MethodSource("rules")
  void hasAPageThatSaysHowGraveItIs(Rule rule) throws IOException {
    String page = Files.readString(Path.of("../docs/checks", rule.id() + ".md"));

    assertThat(page)
        .startsWith("# " + rule.id() + "\n\nSeverity: " + rule.severity().label() + ".")
        .contains("\n## Finds\n", "\n## Prevents\n", "\n## Better\n", "\n## Suppress\n")
        .contains("```java", "```scala", "```python", "<" + rule.id() + ">");
  }

  @Test
  void areTheRulesThatTheCheckerOfPythonKnows() throws IOException {
    Pattern named = Pattern.compile("\"([a-z]+(?:-[a-z]+)+)\",\n");
    Set<String> found = new TreeSet<>();
    try (Stream<Path> files = Files.list(CHECKER)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".py")).toList()) {
        Matcher matcher = named.matcher(Files.readString(file));
        while (matcher.find()) {
          found.add(matcher.group(1));
        }
      }
    }

    assertThat(found).isEqualTo(CodeRules.all().stream().map(Rule::id).collect(Collectors.toSet()));
  }

  static Stream<Rule> rules() {
    return CodeRules.all().stream();
  }
}
