/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.export;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Writes maps, lists of texts, texts and whole numbers as YAML in block style.
 *
 * <p>A text stands bare only where every version of YAML reads it as that text: Kubernetes' parsers
 * take {@code off} and {@code 1_000} for other things.
 */
final class Yaml {
  private static final Pattern BARE = Pattern.compile("[A-Za-z_][A-Za-z0-9_./-]*");
  private static final Set<String> NO_TEXT =
      Set.of("true", "false", "yes", "no", "on", "off", "y", "n", "null", "nan", "inf");

  private final StringBuilder text = new StringBuilder();

  private Yaml() {}

  /** Returns a map's text. */
  static String text(Map<String, ?> root) {
    Yaml yaml = new Yaml();
    yaml.map(root, "");
    return yaml.text.toString();
  }

  private void map(Map<?, ?> map, String indent) {
    map.forEach(
        (key, value) -> {
          text.append(indent).append(scalar(String.valueOf(key))).append(':');
          value(value, indent);
        });
  }

  private void value(Object value, String indent) {
    if (value instanceof Map<?, ?> map) {
      text.append(map.isEmpty() ? " {}\n" : "\n");
      map(map, indent + "  ");
    } else if (value instanceof List<?> list) {
      text.append(list.isEmpty() ? " []\n" : "\n");
      for (Object element : list) {
        text.append(indent).append("  - ").append(scalar(element.toString())).append('\n');
      }
    } else if (value instanceof Block block) {
      text.append('\n').append(block.text().indent(indent.length() + 2));
    } else if (value instanceof Integer number) {
      text.append(' ').append((int) number).append('\n');
    } else {
      text.append(' ').append(scalar(value.toString())).append('\n');
    }
  }

  private static String scalar(String value) {
    return BARE.matcher(value).matches() && !NO_TEXT.contains(value.toLowerCase(Locale.ROOT))
        ? value
        : quoted(value);
  }

  private static String quoted(String value) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '"', '\\' -> quoted.append('\\').append(c);
        case '\n' -> quoted.append("\\n");
        case '\r' -> quoted.append("\\r");
        case '\t' -> quoted.append("\\t");
        default -> quoted.append(isPrintable(c) ? "" + c : String.format("\\u%04x", (int) c));
      }
    }
    return quoted.append('"').toString();
  }

  private static boolean isPrintable(char c) {
    return !Character.isISOControl(c) && c != 0x2028 && c != 0x2029 && c != 0xfeff;
  }

  /**
   * YAML that is there already.
   *
   * @param text a mapping whose first level is not indented
   */
  record Block(String text) {}
}
