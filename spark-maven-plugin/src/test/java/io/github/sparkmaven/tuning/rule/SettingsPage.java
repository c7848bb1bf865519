/* SPDX-License-Identifier: Apache-2.0 */
package io.github.sparkmaven.tuning.rule;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The table of docs/settings.md that names what the rules set. */
public final class SettingsPage {
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `([^`]+)`");

  private SettingsPage() {}

  /** Returns its keys; {@code N} stands for a disk's number. */
  public static Set<String> keys() {
    try {
      String page = Files.readString(Path.of("..", "docs", "settings.md"));
      return ROW.matcher(page.substring(0, page.indexOf("## Weighed and left out")))
          .results()
          .map(row -> row.group(1))
          .collect(Collectors.toSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns a key as the page writes it. */
  public static String written(String key) {
    return key.replaceAll("local-dir-\\d+", "local-dir-N");
  }
}
