/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says which objects a request's labelSelector and fieldSelector choose. */
record Selector(String labels, String fields) {
  private static final Pattern TERM = Pattern.compile("([^=!]+?)\\s*(==?|!=)\\s*(.*)");
  private static final Pattern SET = Pattern.compile("(\\S+)\\s+(in|notin)\\s+\\((.*)\\)");

  static Selector of(Map<String, String> query) {
    return new Selector(
        query.getOrDefault("labelSelector", ""), query.getOrDefault("fieldSelector", ""));
  }

  boolean chooses(JsonNode object) {
    return all(labels, object.path("metadata").path("labels"), false) && all(fields, object, true);
  }

  private static boolean all(String terms, JsonNode of, boolean path) {
    // A comma within parentheses does not separate terms.
    return Arrays.stream(terms.split(",(?![^(]*\\))", -1))
        .map(String::strip)
        .filter(term -> !term.isEmpty())
        .allMatch(term -> holds(term, of, path));
  }

  private static boolean holds(String term, JsonNode of, boolean path) {
    Matcher set = SET.matcher(term);
    if (set.matches()) {
      boolean in =
          Arrays.stream(set.group(3).split(",", -1))
              .map(String::strip)
              .anyMatch(value(of, set.group(1), path)::equals);
      return in == set.group(2).equals("in");
    }
    Matcher matcher = TERM.matcher(term);
    if (matcher.matches()) {
      boolean equal = value(of, matcher.group(1), path).equals(matcher.group(3));
      return equal != matcher.group(2).equals("!=");
    }
    return term.startsWith("!") ? !of.has(term.substring(1)) : of.has(term);
  }

  private static String value(JsonNode of, String name, boolean path) {
    JsonNode value = path ? of.at("/" + name.replace('.', '/')) : of.path(name);
    return value.asText("");
  }
}
