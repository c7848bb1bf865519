/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.jobtest.declared;

import io.github.sparkmaven.problem.Problems;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands for a path in the arguments and settings of a case, between a dollar sign with an
 * opening brace and a closing one: {@code input.<name>}, {@code output.<name>}, {@code case} (its
 * folder) and {@code work} (a folder of its own for all else). A second dollar sign before it
 * leaves it as it is.
 */
final class Placeholders {
  private static final Pattern FORM = Pattern.compile("(\\$)?\\$\\{([^}]*)\\}");

  private final Map<String, String> values = new TreeMap<>();
  private final String where;
  private final Problems problems;

  Placeholders(DeclaredCase declared, Path work, Problems problems) {
    this.where = declared.name() + "/" + CaseReader.FILE;
    this.problems = problems;
    values.put("case", declared.folder().toString());
    values.put("work", work.toString());
    declared.inputs().forEach((name, path) -> values.put("input." + name, path.toString()));
    declared
        .outputs()
        .forEach(
            output ->
                values.put("output." + output.name(), output(work, output.name()).toString()));
  }

  static Path output(Path work, String name) {
    return work.resolve("output").resolve(name);
  }

  String fill(String text) {
    Matcher matcher = FORM.matcher(text);
    StringBuilder filled = new StringBuilder();
    while (matcher.find()) {
      String value =
          matcher.group(1) == null ? value(matcher.group(2)) : "${" + matcher.group(2) + "}";
      matcher.appendReplacement(filled, Matcher.quoteReplacement(value));
    }
    return matcher.appendTail(filled).toString();
  }

  private String value(String name) {
    String value = values.get(name);
    if (value == null) {
      problems.add(
          where,
          "'${" + name + "}' stands for nothing",
          "Give one of ${"
              + String.join("}, ${", values.keySet())
              + "}, or $${"
              + name
              + "} for itself");
      return "";
    }
    return value;
  }
}
